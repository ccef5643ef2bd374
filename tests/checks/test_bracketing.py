"""Marks in brackets of two widths."""

import pytest

from linter.analysis import analyse
from linter.checks import width
from linter.checks.bracketing import Options, check
from linter.readers.from_txt import parse


def fixed(text: str) -> list[tuple[str, str]]:
    """What each hit stands on, and the text as its fix makes it."""
    report = analyse(parse(text))
    made = []
    for hit in check(report, Options()):
        edits = {edit.span.start: edit.text for edit in hit.fix.edits} if hit.fix else {}
        made.append((report[hit.span], "".join(edits.get(n, c) for n, c in enumerate(report.document.text))))
    return made


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("一、总体情况\n（一）主动公开\n甲。\n(二)依申请公开\n乙。", "(二)"),
        ("一、总体情况\n（一)主动公开\n甲。\n（二)依申请公开\n乙。", "（一)"),
    ],
)
def test_marks_are_made_full_width(text: str, mark: str) -> None:
    right = "一、总体情况\n（一）主动公开\n甲。\n（二）依申请公开\n乙。"
    assert fixed(text) == [(mark, right)]


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况\n(一)主动公开\n甲。\n(二)依申请公开\n乙。",
        "一、总体情况\n（一）主动公开\n公开文件(试行)2件。\n（二）依申请公开\n乙。",
    ],
)
def test_marks_of_one_width_are_right(text: str) -> None:
    assert fixed(text) == []


def test_the_rule_on_widths_says_nothing_of_the_same_marks() -> None:
    report = analyse(parse("一、总体情况\n（一）主动公开\n甲。\n(二)依申请公开\n公开文件(试行)2件。"))
    assert [report[hit.span] for hit in width.check(report, width.Options())] == ["(试行)"]
