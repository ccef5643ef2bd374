"""Stops at the start of a paragraph."""

from linter.analysis import analyse
from linter.checks.leading import Options, check
from linter.readers.from_txt import parse

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"


def found(text: str) -> list[tuple[str, str]]:
    """What is pointed at, and what follows it."""
    report = analyse(parse(HEAD + text))
    return [(report[one.span], report.document.text[one.span.end :][:4]) for one in check(report, Options())]


def test_a_stop_at_the_start_is_found() -> None:
    assert found("（一）主动公开\n，全年公开信息36条。\n") == [("，", "全年公开")]


def test_a_wrap_before_a_stop_is_no_start() -> None:
    assert found("全年公开政府信息一共三十六条\n，其中公示栏12条。\n") == []


def test_other_marks_may_begin_a_paragraph() -> None:
    assert found("“晒”出清单。\n《办法》已公开。\n……\n") == []
