"""A statutory table that is last year's, number by number."""

from collections.abc import Iterator, Mapping

import msgspec

from linter.language.forms import TABLE_NAMES
from linter.language.last_year import NO_PREVIOUS
from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Cell, Report

_NOTHING_TO_COMPARE = NotAssessed(
    Words("两年的统计表没有都读出", "the tables were not read in both of the reports")
)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`least`: by table, so many numbers above zero must be the same, one of them `largest` or more. `sums`: rows
    and columns that follow from others or stay as they are from year to year: these do not count."""

    least: Mapping[str, int]
    largest: int
    sums: tuple[str, ...] = ()


def objection(options: Options) -> tuple[str, Words] | None:
    """The table that there is not."""
    for name in options.least:
        if name not in TABLE_NAMES:
            return "least", Words(f"没有 {name} 这个表", f"there is no table {name}")
    return None


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """Point at the largest number of each table that is last year's. A table with numbers of its own is none, nor
    one with too few numbers above zero: these may be equal by chance."""
    if report.previous is None:
        yield NO_PREVIOUS
        return
    judged = False
    for table, least in options.least.items():
        now, before = _table(report, table), _table(report.previous, table)
        if not now or now.keys() != before.keys():
            continue
        judged = True
        if any(one.value != before[address].value for address, one in now.items()):
            continue
        counted = [one for one in now.values() if one.value and not _is_sum(one, options)]
        largest = max(counted, key=lambda one: one.value or 0, default=None)
        if largest and len(counted) >= least and (largest.value or 0) >= options.largest:
            yield _hit(table, counted, largest, before[largest.address])
    if not judged:
        yield _NOTHING_TO_COMPARE


def _table(report: Report, table: str) -> dict[str, Cell]:
    """The cells of a table, if all that were found could be read."""
    cells = {address: one for address, one in report.cells.items() if address.startswith(f"{table}.")}
    return {} if any(one.state in ("unread", "text") for one in cells.values()) else cells


def _is_sum(one: Cell, options: Options) -> bool:
    return not set(one.address.split(".")[1:]).isdisjoint(options.sums)


def _hit(table: str, counted: list[Cell], largest: Cell, before: Cell) -> Hit:
    note = Note(
        Words(f"上年报告这里也是 {before.raw}", f"last year's report says {before.raw} here too"),
        before.span,
        previous=True,
    )
    return Hit(
        largest.span, {"table": TABLE_NAMES[table], "count": len(counted), "number": largest.raw}, (note,)
    )
