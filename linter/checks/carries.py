"""What last year's report carries over, this year's takes up: the same numbers, column by column."""

from collections.abc import Iterator

import msgspec

from linter.language.forms import FORMS, addresses, cell, cell_name
from linter.language.last_year import NO_PREVIOUS
from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Cell, Report

_NOTHING_TO_COMPARE = NotAssessed(
    Words("两年的报告没有都读出这一行", "the row was not read in both of the reports")
)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`last`: a row of last year's tables (`t3.next`); `this`: the row of this year's that takes it up."""

    last: str
    this: str


def objection(options: Options) -> tuple[str, Words] | None:
    """The row that no form has."""
    known = {address.rpartition(".")[0] for form in FORMS for address in addresses(form)}
    for key, row in (("last", options.last), ("this", options.this)):
        if row not in known:
            return key, Words(f"没有 {row} 这一行", f"there is no row {row}")
    return None


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """One hit for the row, on its first number that is not last year's; the others are its notes."""
    if report.previous is None:
        yield NO_PREVIOUS
        return
    pairs = [
        (one, before)
        for one, before in _pairs(report, report.previous, options)
        if "number" == one.state == before.state
    ]
    if not pairs:
        yield _NOTHING_TO_COMPARE
        return
    different = [(one, before) for one, before in pairs if one.value != before.value]
    if different:
        yield _hit(report, different)


def _pairs(report: Report, previous: Report, options: Options) -> Iterator[tuple[Cell, Cell]]:
    """The cells of the row, each with last year's of the same column."""
    for address, one in report.cells.items():
        row, _, column = address.rpartition(".")
        before = previous.cells.get(f"{options.last}.{column}") if row == options.this else None
        if before:
            yield one, before


def _hit(report: Report, different: list[tuple[Cell, Cell]]) -> Hit:
    (first, last), *others = different
    name = cell_name(report.form, first.address)
    notes = [_note(last)]
    for one, before in others:
        other = cell_name(report.form, one.address)
        said = Words(
            f"{other.zh}填 {one.raw}，上年是 {before.raw}",
            f"{other.en} says {one.raw}, last year {before.raw}",
        )
        notes.append(Note(said, one.span))
    columns = "、".join(_column(report, one) for one, _ in different)
    return Hit(
        first.span, {"cell": name, "stated": first.raw, "last": last.raw, "columns": columns}, tuple(notes)
    )


def _column(report: Report, one: Cell) -> str:
    named = cell(report.form, one.address)
    return named[1].label if named else one.address


def _note(last: Cell) -> Note:
    return Note(
        Words(f"上年报告这里是 {last.raw}", f"last year's report says {last.raw} here"),
        last.span,
        previous=True,
    )
