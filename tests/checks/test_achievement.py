"""Praise for answers where there was no request."""

import pytest

from linter.analysis import analyse
from linter.checks.achievement import Options, check, objection
from linter.readers.from_txt import parse
from tests.checks.timing import growth, report_of

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n（二）依申请公开。"
OPTIONS = Options(
    find="办结率[^，。；]{0,3}100%|均[^，。；]{0,4}答复",
    having=("办结", "答复"),
    none=("text.received",),
    cells=("t3.new.total", "t3.carried.total"),
    some=("text.answered", "text.carried_in"),
    lacking=("留言", "确保"),
    about=("公开申请",),
)


def found(text: str) -> list[tuple[str, list[str]]]:
    """What is pointed at, and where the report says that there was nothing."""
    report = analyse(parse(HEAD + text))
    return [(report[one.span], [report[note.span] for note in one.notes]) for one in check(report, OPTIONS)]


def test_an_achievement_without_requests_is_found() -> None:
    assert found("收到政府信息公开申请0件，办结率100%。") == [("办结率100%", ["0件"])]


def test_the_table_too_says_that_there_were_none() -> None:
    table = (
        "三、收到和处理政府信息公开申请情况\n"
        "一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n"
    )
    assert found(f"渠道畅通，均按时答复。\n{table}") == [("均按时答复", ["0"])]


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请3件，办结率100%。",
        "收到政府信息公开申请0件，上年结转申请2件，均已答复。",
        "没有收到政府信息公开申请。群众留言均已答复。",
        "没有收到政府信息公开申请，确保申请均按时答复。",
        "渠道畅通，均按时答复。",
    ],
)
def test_what_may_be_true_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_an_expression_without_limit_is_refused() -> None:
    options = Options(find="办结.*", having=("办结",), none=(), cells=())
    assert [one[0] for one in [objection(options)] if one] == ["find"]


@pytest.mark.parametrize("unit", ["均已答复，", "办结率", "收到申请0件，办结率100%。"])
def test_the_time_keeps_step_with_the_text(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report_of(unit, length)) < 8
