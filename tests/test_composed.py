"""The linter on composed reports: silent on correct ones in every dress, exact on planted defects."""

import random
from collections.abc import Callable
from itertools import chain

import pytest

from linter.analysis import analyse
from linter.language.forms import addresses
from linter.readers.from_txt import parse
from tests.composing import HOUSES, LEVELS, Composed, compose
from tests.composing.clauses import groups
from tests.composing.defects import DEFECTS, Planted
from tests.composing.linting import Found, faults, found, words
from tests.composing.omissions import OMISSIONS, blank_cell, changed_cell
from tests.composing.wrapping import ENCODINGS, encoded, hard_wrap, with_bare_numbers, with_page_marks

CORRECT = 200
WIDTHS = range(20, 61)
DRESSED = (3, 8, 17)
"""Seeds of the reports that are wrapped at every width."""
PLANTS = {**DEFECTS, **OMISSIONS}
EACH = 8
"""How many reports each defect is planted in."""


def test_the_same_seed_composes_the_same_report() -> None:
    assert [compose(seed) for seed in range(20)] == [compose(seed) for seed in range(20)]


def test_two_hundred_reports_show_every_house_and_every_level() -> None:
    reports = [compose(seed) for seed in range(CORRECT)]
    assert {one.style for one in reports} == set(HOUSES)
    assert {one.unit.level for one in reports} == set(LEVELS)
    assert {one.busy for one in reports} == {True, False}


def test_there_are_at_least_two_hundred_clauses_and_no_two_alike() -> None:
    files = ("lead", "active", "requests", "management", "platform", "supervision", "problems", "closing")
    clauses = [clause for name in files for group in groups(name).values() for _, clause in group]
    assert len(set(clauses)) == len(clauses) >= 200


@pytest.mark.parametrize("form", ["2021", "2019"])
def test_the_cells_and_facts_of_composed_reports_are_read(form: str) -> None:
    for seed in range(60):
        composed = compose(seed, form=form, busy=seed % 2 == 0)  # type: ignore[arg-type]
        report = analyse(parse(composed.text))
        read = {address: cell.value for address, cell in report.cells.items()}
        stated = (report.form, report.title.level, report.title.year)
        assert tuple(composed.cells) == tuple(addresses(form))
        assert (seed, read, *stated) == (seed, dict(composed.cells), form, composed.unit.level, composed.year)


LAYS = {
    "a bar on a line of its own between cells": lambda row: "\n|\n".join(row.split()) + "\n|",
    "a cell a line, blank lines between": lambda row: "\n\n".join(f" {one}" for one in row.split()) + "\n",
    "in Markdown": lambda row: f"| {' | '.join(row.split())} |",
}
"""What converters make of the rows of tables on a page."""


@pytest.mark.parametrize("lay", LAYS.values(), ids=LAYS)
def test_the_cells_are_read_however_a_page_was_converted(lay: Callable[[str], str]) -> None:
    for seed in range(20):
        composed = compose(seed, busy=True)
        text = "\n".join(lay(one.text) if one.role == "table" else one.text for one in composed.lines)
        cells = analyse(parse(text)).cells
        assert {address: cell.value for address, cell in cells.items()} == dict(composed.cells)


def test_two_hundred_correct_reports_bring_no_error_and_no_warning() -> None:
    assert _faulty([compose(seed) for seed in range(CORRECT)]) == []


def test_correct_reports_of_the_older_form_bring_no_error_and_no_warning() -> None:
    assert _faulty([compose(seed, form="2019") for seed in range(60)]) == []


@pytest.mark.parametrize("seed", DRESSED)
def test_a_correct_report_brings_the_same_findings_at_every_width(seed: int) -> None:
    text = compose(seed).text
    assert _dressed(text) == [(width, words(found(text))) for width in WIDTHS]


@pytest.mark.parametrize("name", PLANTS)
def test_a_defect_brings_the_same_findings_at_every_width(name: str) -> None:
    _, planted = _planted(name)[0]
    assert _dressed(planted.text) == [(width, words(found(planted.text))) for width in WIDTHS]


@pytest.mark.parametrize("name", PLANTS)
def test_a_defect_is_found_where_it_is_and_nothing_else(name: str) -> None:
    expected = [(seed, [(one.rule, one.start, one.end)]) for seed, one in _planted(name)]
    assert [(seed, _places(faults(found(one.text)))) for seed, one in _planted(name)] == expected


@pytest.mark.parametrize("form", ["2021", "2019"])
def test_every_cell_of_tables_three_and_four_that_is_changed_is_found(form: str) -> None:
    report = compose(11, form=form, level="县", style="form", busy=True)  # type: ignore[arg-type]
    cells = [address for address in report.cells if address[:2] in ("t3", "t4")]
    planted = [(address, changed_cell(report, address)) for address in cells]
    expected = [(address, [(one.rule, one.start, one.end)]) for address, one in planted]
    judged = [(address, _places(_of_tables(found(one.text)))) for address, one in planted]
    assert judged == expected


@pytest.mark.parametrize("form", ["2021", "2019"])
def test_a_stroke_in_the_place_of_a_number_is_found(form: str) -> None:
    report = compose(12, form=form, style="form", busy=False)  # type: ignore[arg-type]
    planted = [blank_cell(report, address) for address in list(report.cells)[::7]]
    expected = [[(one.rule, one.start, one.end)] for one in planted]
    assert [_places(_of_tables(found(one.text))) for one in planted] == expected


def _faulty(reports: list[Composed]) -> list[tuple[int, str, tuple[tuple[str, str], ...]]]:
    """Seed, house and what was found of every report in which something was found."""
    judged = ((one, words(faults(found(one.text)))) for one in reports)
    return [(one.seed, one.style, findings) for one, findings in judged if findings]


def _planted(name: str) -> list[tuple[int, Planted]]:
    """The defect in the first reports that have a place for it."""
    tries = ((seed, PLANTS[name](compose(seed), random.Random(seed))) for seed in range(400))
    kept = ((seed, planted) for seed, planted in tries if planted is not None)
    return [next(kept) for _ in range(EACH)]


def _dressed(text: str) -> list[tuple[int, tuple[tuple[str, str], ...]]]:
    """What is found at each width, with page numbers in the text, in one encoding after the other."""
    judged = []
    for width, name in zip(WIDTHS, chain.from_iterable([ENCODINGS] * len(WIDTHS)), strict=False):
        rng = random.Random(width)
        numbered = with_bare_numbers(text, rng) if width % 3 == 0 else text
        wrapped = hard_wrap(numbered, width, kinsoku=width % 2 == 0)
        judged.append((width, words(found(encoded(with_page_marks(wrapped, rng), name)))))
    return judged


def _places(findings: tuple[Found, ...]) -> list[tuple[str, int, int]]:
    return [(one.rule, one.start, one.end) for one in findings]


def _of_tables(findings: tuple[Found, ...]) -> tuple[Found, ...]:
    """Without what compares the text with a table: a changed total is a fault there too."""
    return tuple(one for one in faults(findings) if one.rule != "text-table-mismatch")
