"""Thousands marks in some cells only."""

from linter.analysis import analyse
from linter.checks.thousands import Options, check
from linter.readers.from_txt import parse

TITLE = "云溪县人民政府2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"


def found(row: str) -> list[tuple[str, object, list[str]]]:
    """What is pointed at, the other way of writing, and what the fix makes of the marked ones."""
    report = analyse(parse(f"{TITLE}一、本年新收政府信息公开申请数量 {row}\n"))
    return [
        (report[one.span], one.values["plain"], [edit.text for edit in one.fix.edits] if one.fix else [])
        for one in check(report, Options())
    ]


def test_both_ways_in_one_table_are_one_hit() -> None:
    assert found("1,204 3,000 0 0 0 0 4204") == [("1,204", "4204", ["1204", "3000"])]


def test_one_way_throughout_is_right() -> None:
    assert found("1,204 30 0 0 0 0 1,234") == []
    assert found("1204 30 0 0 0 0 1234") == []


def test_small_numbers_show_no_way() -> None:
    assert found("1,204 30 0 0 0 0 0") == []
