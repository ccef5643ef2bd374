"""Marks of levels that contradict each other."""

import pytest

from linter.analysis import analyse
from linter.checks.levels import Options, check
from linter.model.report import Report
from linter.readers.from_txt import parse
from tests.checks.timing import growth

OPTIONS = Options(
    (("一、",), ("（一）",), ("1.", "1、"), ("（1）",), ("①",)), ("disclosure", "requests", "disputes")
)


def report(text: str) -> Report:
    return analyse(parse(f"一、总体情况\n{text}\n二、主动公开政府信息情况\n"))


def found(text: str) -> list[tuple[int, str]]:
    """Of each hit the line and what it stands on."""
    one = report(text)
    return [(one.document.text.count("\n", 0, hit.span.start), one[hit.span]) for hit in check(one, OPTIONS)]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("1.领导\n（一）机构\n甲。\n（二）分工\n乙。\n2.培训\n丙。", (2, "（一）")),
        ("（1）领导\n1.机构\n甲。\n2.分工\n乙。\n（2）培训\n丙。", (2, "1.")),
        ("一、主动公开\n甲。\n二、依申请公开\n乙。", (1, "一、")),
        (
            "（一）主动公开\n甲。\n（二）依申请公开\n乙。\n3.政府信息管理\n丙。\n（四）平台建设\n丁。",
            (5, "3."),
        ),
    ],
)
def test_confused_levels_are_pointed_at_once(text: str, hit: tuple[int, str]) -> None:
    assert found(text) == [hit]


@pytest.mark.parametrize(
    "text",
    [
        "1.领导\n（1）机构\n甲。\n（2）分工\n乙。\n2.培训\n丙。",
        "（一）主动公开\n1.文件\n甲。\n2.财政\n乙。\n（二）依申请公开\n1.收到\n丙。",
        "1.领导。\n（一）机构。\n（二）分工。",
        "（一）主动公开\n甲。\n（二）依申请公开\n乙。",
    ],
)
def test_levels_in_order_or_with_one_left_out_are_right(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "unit", ["1、甲\n", "一、甲\n一、乙\n二、丙\n", "1.甲\n（一）乙\n（二）丙\n", "（1）甲\n①乙\n1.丙\n"]
)
def test_a_hostile_report_takes_time_in_step_with_its_length(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report(unit * (length // len(unit))), 40_000) < 8
