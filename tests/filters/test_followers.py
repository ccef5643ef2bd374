"""What follows from another finding of history is a note of it."""

from linter.filters.followers import EQUATIONS, FOLLOWS, told_once
from linter.filters.single_cause import RULES
from linter.model.document import Span
from linter.model.finding import Finding, Note, Words
from linter.rulebook.folders import GROUPS


def finding(rule: str, start: int, section: str = "三") -> Finding:
    words = Words(f"{rule}在{start}", f"{rule} at {start}")
    note = Note(Words("上年", "last year"), Span(start, start + 1), previous=True)
    return Finding(
        rule,
        GROUPS[0],
        "error",
        "certain",
        Span(start, start + 1),
        words,
        words,
        (),
        (note,),
        section=section,
    )


def told(*findings: Finding) -> list[tuple[str, list[str]]]:
    """Each rule with its notes."""
    return [(one.rule, [note.message.zh for note in one.notes]) for one in told_once(findings)]


def test_a_cell_that_an_equation_has_found_is_told_once() -> None:
    assert told(finding("balance", 5), finding("carried-over", 5)) == [("balance", ["上年", "上年"])]
    assert told(finding("balance", 5), finding("carried-over", 9)) == [
        ("balance", ["上年"]),
        ("carried-over", ["上年"]),
    ]


def test_what_follows_from_a_table_left_as_it_was_is_a_note_of_it() -> None:
    assert told(finding("carried-over", 5), finding("same-table", 9)) == [
        ("same-table", ["上年", "carried-over在5", "上年"])
    ]
    assert len(told(finding("document-stock", 5, "二"), finding("same-table", 9))) == 2


def test_whether_a_case_was_lost_is_open_while_the_outcomes_do_not_add_up() -> None:
    assert told(finding("lost-case-unexplained", 5), finding("review-total", 9)) == [
        ("review-total", ["上年", "lost-case-unexplained在5", "上年"])
    ]


def test_what_the_text_lacks_may_have_stood_in_the_missing_section() -> None:
    found = told(finding("missing-section", 0), finding("lost-case-unexplained", 9, "四"))
    assert [rule for rule, _ in found] == ["missing-section"]


def test_without_what_it_follows_from_a_finding_stays() -> None:
    alone = (finding("previous-figure", 5), finding("missing-ending", 9))
    assert told_once(alone) == alone


def test_the_equations_are_those_of_the_tables() -> None:
    assert EQUATIONS == RULES
    assert set(FOLLOWS.values()) == {"same-table", "same-figures", "review-total"}


def test_what_follows_from_levels_marked_alike_is_a_note_of_it() -> None:
    found = (finding("missing-topic", 2), finding("heading-levels", 5), finding("repeated-heading", 40, "二"))
    assert told(*found) == [
        ("heading-levels", ["上年", "missing-topic在2", "上年", "repeated-heading在40", "上年"])
    ]


def test_a_table_that_is_not_read_follows_from_its_missing_section_only() -> None:
    assert len(told(finding("missing-section", 0), finding("tables-unreadable", 0))) == 1
    assert len(told(finding("missing-section", 0), finding("tables-unreadable", 7))) == 2


def test_an_empty_section_further_down_does_not_follow_from_levels_marked_alike() -> None:
    assert len(told(finding("heading-levels", 5), finding("empty-section", 40))) == 2
