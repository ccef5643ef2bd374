"""Headings of one level against one another."""

import pytest

from linter.analysis import analyse
from linter.checks.siblings import Options, check
from linter.model.finding import Hit, NotAssessed
from linter.model.report import Report
from linter.readers.from_txt import parse
from tests.checks.timing import growth

REPEATED = Options("repeated")
ORDER = Options("order", order=("active", "on-request", "management", "platform", "supervision"))
ENDINGS = Options("endings", endings=("情况", "方面"))


def report(text: str) -> Report:
    return analyse(parse(f"一、总体情况\n{text}\n二、主动公开政府信息情况\n"))


def topics(*titles: str) -> Report:
    """A report with these topics, each with a line of text."""
    marks = zip("一二三四五六七八九", titles, strict=False)
    return report("\n".join(f"（{mark}）{title}\n公开若干条。" for mark, title in marks))


def found(one: Report, options: Options) -> list[str]:
    return [one[hit.span] for hit in check(one, options) if isinstance(hit, Hit)]


def test_a_heading_that_is_there_again_is_pointed_at() -> None:
    one = topics("主动公开", "依申请公开", "依申请公开", "平台建设")
    assert found(one, REPEATED) == ["依申请公开"]


def test_the_same_heading_below_another_is_none() -> None:
    text = "（一）更新\n1.存在问题\n甲。\n2.改进措施\n乙。\n（二）解读\n1.存在问题\n丙。\n2.改进措施\n丁。"
    assert found(report(text), REPEATED) == []


def test_of_a_text_that_is_there_twice_nothing_is_said() -> None:
    one = topics(*("主动公开", "依申请公开", "政府信息管理", "平台建设") * 2)
    assert [isinstance(told, NotAssessed) for told in check(one, REPEATED)] == [True]


@pytest.mark.parametrize(
    ("titles", "words"),
    [
        (("依申请公开", "主动公开", "政府信息管理"), ["依申请公开"]),
        (("主动公开", "依申请公开", "监督保障", "政府信息管理", "平台建设"), ["监督保障"]),
        (("主动公开", "政府信息管理", "监督保障"), []),
        (("监督保障", "平台建设", "政府信息管理", "依申请公开"), []),
        (("依申请公开", "主动公开"), []),
    ],
)
def test_the_topic_that_has_to_move_is_pointed_at(titles: tuple[str, ...], words: list[str]) -> None:
    assert found(topics(*titles), ORDER) == words


@pytest.mark.parametrize(
    ("titles", "words"),
    [
        (("主动公开情况", "依申请公开情况", "政府信息管理"), ["政府信息管理"]),
        (("主动公开", "依申请公开方面", "政府信息管理"), ["依申请公开方面"]),
        (("主动公开情况", "依申请公开", "政府信息管理情况", "平台建设"), []),
        (("主动公开提质增效", "依申请公开", "政府信息管理"), []),
    ],
)
def test_the_heading_that_ends_otherwise_is_pointed_at(titles: tuple[str, ...], words: list[str]) -> None:
    assert found(topics(*titles), ENDINGS) == words


@pytest.mark.parametrize("options", [REPEATED, ORDER, ENDINGS])
def test_a_hostile_report_takes_time_in_step_with_its_length(options: Options) -> None:
    unit = "（一）主动公开\n公开若干条。\n1.甲\n"
    assert growth(check, options, lambda length: report(unit * (length // len(unit))), 40_000) < 8
