"""Fixing changes what is wrong and nothing else, and once is enough."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.analysis import analyse
from linter.filters.order import in_order
from linter.fixing import apply_edits, fixable
from linter.model.document import Span, Table
from linter.model.finding import Edit, Finding, Fix, Words
from linter.model.report import Report
from linter.model.result import Result
from linter.model.score import Score
from linter.pipeline import lint_document
from linter.pipeline.fixes import Fixed, fix
from linter.readers.from_txt import parse
from linter.rulebook import load_page, load_rules
from linter.rulebook.examples import title_of
from tests.composing import compose
from tests.composing.defects import DEFECTS, Planted

RULES = load_rules()
EACH = 6
TITLE = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告"
QUOTED = re.compile("《[^《》\n]{1,80}》|“[^“”\n]{1,80}”|‘[^‘’\n]{1,80}’")
REPAIRED = (
    "repeated ordinal",
    "backward ordinal",
    "ordinal of a paragraph",
    "stutter",
    "doubled particle",
    "unfinished paragraph",
    "wrong section number",
)
"""Defects with a safe fix. A doubled pair hides a word that nobody knows any more."""
REPAIRED_UNSAFELY = ("skipped ordinal", "wrong level word")


def lint(text: str) -> Result:
    return lint_document(parse(text), RULES, min_confidence="likely")


def fixed(text: str, *, unsafe: bool = False) -> Fixed:
    return fix(text, lint, unsafe=unsafe)


@cache
def planted(name: str) -> tuple[tuple[str, Planted], ...]:
    """The defect in the first composed reports that have a place for it and nothing else to be fixed, with the
    reports without it."""
    tries = ((compose(seed), seed) for seed in range(400))
    found = ((one.text, DEFECTS[name](one, random.Random(seed))) for one, seed in tries)
    kept = ((right, wrong) for right, wrong in found if wrong and not fixed(right, unsafe=True).fixes)
    return tuple(islice(kept, EACH))


def untouchable(report: Report) -> list[str]:
    """Tables, names and what is quoted, in order."""
    tables = [report[block.span] for block in report.document.blocks if isinstance(block, Table)]
    names = [name for name in sorted(report.names) for _ in range(report.document.text.count(name))]
    return [*tables, *names, *QUOTED.findall(report.document.text)]


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_repaired_if_that_is_offered_and_nothing_else_changes(name: str) -> None:
    for _, wrong in planted(name):
        for unsafe in (False, True):
            outcome = fixed(wrong.text, unsafe=unsafe)
            offered = fixable(lint(wrong.text).report, lint(wrong.text).findings, unsafe=unsafe)
            assert [one.rule for one in outcome.fixes] == [one.rule for one in offered]
            assert {one.rule for one in offered} <= {wrong.rule}
            if offered:
                assert _outside(wrong, outcome.after) is None
                assert wrong.rule not in [one.rule for one in outcome.result.findings]


@pytest.mark.parametrize("name", REPAIRED)
def test_the_report_as_it_was_comes_back_where_the_fix_is_safe(name: str) -> None:
    outcomes = [(fixed(wrong.text), right) for right, wrong in planted(name)]
    assert {outcome.after == right for outcome, right in outcomes if outcome.fixes} == {True}


@pytest.mark.parametrize("name", REPAIRED_UNSAFELY)
def test_where_another_reading_is_possible_it_comes_back_on_request_only(name: str) -> None:
    pairs = planted(name)
    assert [fixed(wrong.text).after == wrong.text for _, wrong in pairs] == [True] * EACH
    assert [fixed(wrong.text, unsafe=True).after == right for right, wrong in pairs] == [True] * EACH


def test_a_correct_report_is_left_as_it_is_but_for_what_is_merely_noted() -> None:
    made = [(seed, one.rule, one.severity) for seed in range(60) for one in _made(seed)]
    assert [one for one in made if one[2] != "note"] == []


def _made(seed: int) -> tuple[Finding, ...]:
    return fixed(compose(seed).text, unsafe=True).fixes


@given(st.integers(0, 300), st.lists(st.sampled_from(sorted(DEFECTS)), max_size=3), st.booleans(), st.data())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_fixing_twice_is_fixing_once_and_tables_names_and_quotes_stay(
    seed: int, names: list[str], unsafe: bool, data: st.DataObject
) -> None:
    report = compose(seed)
    text = report.text
    for name in names:
        one = DEFECTS[name](report, random.Random(seed))
        text = one.text if one else text
    for _ in range(data.draw(st.integers(0, 4))):
        text = _damaged(text, data)
    once = fixed(text, unsafe=unsafe)
    assert fixed(once.after, unsafe=unsafe).after == once.after
    kept, had = (Counter(untouchable(analyse(parse(one)))) for one in (once.after, text))
    assert had <= kept  # closing a quotation makes one more


CASES = [
    pytest.param(title_of(example) + example.text, id=f"{rule.id}-{example.kind}-{number}")
    for rule in RULES
    for number, example in enumerate(load_page(rule).examples)
]


@pytest.mark.parametrize("text", CASES)
def test_every_example_of_a_rule_comes_to_rest(text: str) -> None:
    once = fixed(text, unsafe=True)
    assert fixed(once.after, unsafe=True).after == once.after


def _damaged(text: str, data: st.DataObject) -> str:
    """The text with a stretch doubled, deleted or exchanged, anywhere."""
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : start + data.draw(st.integers(1, 6))]
    new = data.draw(st.sampled_from([part * 2, "", "的的", "。。", "“", "（", "一是", ",", "3", "\n"]))
    return text[:start] + new + text[start + len(part) :]


def _outside(wrong: Planted, after: str) -> str | None:
    """What differs between a mutant and its repair beyond the sentence of the defect; None if nothing."""
    before = wrong.text
    head = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(after))
    tail = next((n for n, (a, b) in enumerate(zip(before[::-1], after[::-1], strict=False)) if a != b), 0)
    changed = Span(head, len(before) - tail)
    return (
        None if wrong.start - 8 <= changed.start and changed.end <= wrong.end + 8 else before[slice(*changed)]
    )


# What the engine does with fixes of any rule, shown by findings made here.


def found(*edits: tuple[int, int, str], safe: bool = True) -> Finding:
    spans = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    words = Words("", "")
    return Finding("r", "wording", "error", "certain", spans[0].span, words, words, (), fix=Fix(safe, spans))


def result(report: Report, findings: Iterator[Finding] | list[Finding]) -> Result:
    return Result(report, in_order(findings), Score(0.0, "", ()), 1, (), "township")


def chosen(text: str, *edits: tuple[int, int, str], safe: bool = True, unsafe: bool = False) -> list[int]:
    """Where the fixes begin that are made together, each edit being a finding of its own."""
    report = analyse(parse(text))
    findings = [found(edit, safe=safe) for edit in edits]
    return [one.span.start for one in fixable(report, findings, unsafe=unsafe)]


def test_of_two_fixes_that_overlap_the_first_is_made() -> None:
    assert chosen("甲乙丙丁。", (0, 2, "x"), (1, 3, "y"), (3, 4, "z")) == [0, 3]


def test_an_insertion_beside_a_change_is_made_and_one_inside_is_not() -> None:
    assert chosen("甲乙丙丁。", (0, 2, "x"), (2, 2, "y"), (1, 1, "z")) == [0, 2]
    assert chosen("甲乙丙丁。", (2, 2, "x"), (2, 2, "y")) == [2]


def test_unsafe_fixes_are_made_on_request() -> None:
    assert [chosen("甲乙。", (0, 1, "x"), safe=False, unsafe=unsafe) for unsafe in (False, True)] == [[], [0]]


@pytest.mark.parametrize("text", ["《甲乙条例》。", "“甲乙条例”。", "‘甲乙条例’。", "「甲乙条例」。"])
def test_what_is_quoted_is_not_changed(text: str) -> None:
    assert chosen(text, (1, 2, "x"), unsafe=True) == []


def test_names_of_the_unit_are_not_changed() -> None:
    assert chosen(f"{TITLE}\n本年度青禾镇人民政府公开。\n", (len(TITLE) + 5, len(TITLE) + 6, "乡")) == []


def test_fixes_that_undo_one_another_end_where_they_go_round() -> None:
    """甲 becomes 乙, 乙 becomes 丙, 丙 becomes 乙 again."""
    turns = {"甲": "乙", "乙": "丙", "丙": "乙"}

    def turn(text: str) -> Result:
        report = analyse(parse(text))
        return result(report, [found((0, 1, turns[text[0]]))])

    assert [fix(f"{one}。", turn, unsafe=False).after for one in turns] == ["乙。", "乙。", "丙。"]


def test_a_text_that_does_not_come_to_rest_is_left_as_it_is() -> None:
    def grow(text: str) -> Result:
        report = analyse(parse(text))
        return result(report, [found((0, 0, "甲"))])

    assert fix("乙。", grow, unsafe=False).after == "乙。"


def test_edits_of_one_place_keep_their_order() -> None:
    edits = [Edit(Span(1, 1), "x"), Edit(Span(1, 2), "y"), Edit(Span(3, 3), "z")]
    assert apply_edits("甲乙丙", edits) == "甲xy丙z"
