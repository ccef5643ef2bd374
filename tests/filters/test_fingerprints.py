"""A finding keeps its name while text elsewhere changes."""

import pytest

from linter.filters.fingerprints import fingerprints
from linter.filters.order import in_order
from linter.model.document import Span
from linter.model.finding import Finding, Words
from linter.model.report import Report, Section, Title
from linter.readers.from_txt import parse

NOTHING = Words("", "")
TEXT = "一、总体情况\n全年公开信息互动性和互动性都有提高，办事指南更加清楚，群众满意。\n二、其他\n没有别的互动性和互动性事项。\n"
TWICE = "全年公开信息互动性和互动性都有提高，群众满意。全年公开信息互动性和互动性都有提高，群众满意。\n"


def prints(text: str, words: str = "互动性和互动性", rule: str = "duplicate-wording") -> list[str]:
    """The fingerprints of a finding on each occurrence of the words."""
    document = parse(text)
    starts = [n for n in range(len(document.text)) if document.text.startswith(words, n)]
    findings = [found(rule, Span(start, start + len(words))) for start in starts]
    sections = tuple(
        Section(Span(block.span.start, len(document.text)), 1, block.span, None, None, block.span, block.span)
        for block in document.blocks
        if document[block.span].startswith(("一", "二"))
    )
    report = Report(document, Title(Span(0, 0)), None, None, sections, (), (), ())
    return [one.fingerprint for one in fingerprints(findings, report)]


def found(rule: str, span: Span) -> Finding:
    return Finding(rule, "wording", "error", "certain", span, NOTHING, NOTHING, ())


@pytest.mark.parametrize(
    "changed",
    [
        TEXT.replace("群众满意", "群众满意度很高"),
        "前面加了一句话。\n" + TEXT,
        TEXT.replace("二、其他", "二、其他事项"),
        TEXT.replace("没有别的", "再也没有别的"),
    ],
)
def test_text_elsewhere_changes_nothing(changed: str) -> None:
    assert prints(TEXT)[0] == prints(changed)[0]


@pytest.mark.parametrize(
    "changed",
    [
        TEXT.replace("信息互动", "材料互动"),
        TEXT.replace("一、总体情况", "一、总体"),
    ],
)
def test_the_words_around_and_the_section_belong_to_it(changed: str) -> None:
    assert prints(TEXT)[0] != prints(changed)[0]


def test_the_rule_and_the_words_found_belong_to_it() -> None:
    assert len({prints(TEXT)[0], prints(TEXT, rule="other")[0], prints(TEXT, "互动性都")[0]}) == 3


def test_white_space_around_does_not_count() -> None:
    wide = TEXT.replace("信息互动性和", "信息 互动性和")
    assert prints(TEXT)[0] == prints(wide)[0]


def test_what_is_alike_in_all_is_told_apart_by_number() -> None:
    first, second = prints(TWICE + TWICE)[0:2]
    again = prints(TWICE + TWICE)
    assert (first != second, again[:2], len(set(again))) == (True, [first, second], 4)


def test_findings_are_told_by_place_then_by_rule() -> None:
    findings = [
        found("b", Span(3, 5)),
        found("a", Span(3, 5)),
        found("c", Span(3, 4)),
        found("d", Span(1, 9)),
    ]
    assert [one.rule for one in in_order(findings)] == ["d", "c", "a", "b"]
