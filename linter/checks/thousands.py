"""Cells of one table of which some divide the thousands and others do not."""

from collections.abc import Iterator

import msgspec

from linter.language.forms import TABLE_NAMES, TABLES, cell_name
from linter.model.finding import Edit, Fix, Hit, Note, Words
from linter.model.report import Cell, Report

_MARKS = (",", "，")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`least`: from which number on a cell shows whether thousands are divided."""

    least: int = 1000


def anchors(_: Options) -> tuple[str, ...]:
    """The marks that divide thousands."""
    return _MARKS


def check(report: Report, options: Options) -> Iterator[Hit]:
    """One hit for each table in which both ways are met, on the first number that is divided; its fix takes the
    marks out of all of them."""
    written = "".join([one.raw for one in report.cells.filled])
    if not any(mark in written for mark in _MARKS):
        return
    for table in TABLES:
        large = [
            one
            for one in report.cells.filled
            if one.address.startswith(table) and one.value is not None and abs(one.value) >= options.least
        ]
        divided = [one for one in large if any(mark in one.raw for mark in _MARKS)]
        if divided and len(divided) < len(large):
            plain = next(one for one in large if one not in divided)
            yield _hit(report, table, divided, plain)


def _hit(report: Report, table: str, divided: list[Cell], plain: Cell) -> Hit:
    name = cell_name(report.form, plain.address)
    note = Note(Words(f"{name.zh}填的是 {plain.raw}", f"{name.en} says {plain.raw}"), plain.span)
    edits = tuple(Edit(one.span, one.raw.translate({ord(mark): None for mark in _MARKS})) for one in divided)
    values = {"table": TABLE_NAMES[table], "divided": divided[0].raw, "plain": plain.raw}
    return Hit(divided[0].span, values, (note,), Fix(safe=True, edits=edits))
