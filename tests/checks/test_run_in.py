"""Headings that run into their text."""

import pytest

from linter.analysis import analyse
from linter.checks.run_in import Options, check
from linter.model.report import Report
from linter.readers.from_txt import parse
from tests.checks.timing import growth

OPTIONS = Options(("情况", "管理", "建设", "保障", "公开"), ("本年度我", "我乡", "全年共"))


def report(text: str) -> Report:
    title = "云溪县柳泉乡人民政府2024年政府信息公开工作年度报告"
    return analyse(parse(f"{title}\n一、总体情况\n{text}\n二、主动公开政府信息情况\n"))


def found(text: str) -> list[str]:
    one = report(text)
    return [one[hit.span] for hit in check(one, OPTIONS)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("（一）主动公开情况本年度我乡公开12条。", "主动公开情况"),
        ("（一）主动公开情况2024年，我乡公开12条。", "主动公开情况"),
        ("（三）政府信息管理一是更新目录；二是清理文件。", "政府信息管理"),
        ("（四）平台建设柳泉乡人民政府维护公众号1个。", "平台建设"),
    ],
)
def test_a_heading_without_a_stop_is_pointed_at(text: str, words: str) -> None:
    assert found(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "（一）主动公开情况良好，公开12条。",
        "（一）主动公开情况。我乡公开12条。",
        "（一）主动公开情况\n我乡公开12条。",
        "（一）主动公开2024年度预算12条。",
        "（二）依申请公开方面我乡未收到申请。",
    ],
)
def test_sentences_and_headings_with_a_stop_are_right(text: str) -> None:
    assert found(text) == []


def test_a_hostile_report_takes_time_in_step_with_its_length() -> None:
    unit = "（一）主动公开情况本年度我乡公开。\n"
    assert growth(check, OPTIONS, lambda length: report(unit * (length // len(unit))), 40_000) < 8
