"""A stock from year to year: what there was, and what was added, less what was taken away."""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from linter.language.forms import FORMS, addresses
from linter.language.last_year import NO_PREVIOUS
from linter.model.finding import Hit, NotAssessed, Note, Severity, Words
from linter.model.report import Cell, Report

_NOTHING_TO_COMPARE = NotAssessed(
    Words("两年的报告没有都读出这些数", "the numbers were not read in both of the reports")
)
_KINDS = {
    "more": Words("多出来的没有来处", "what is more comes from nowhere"),
    "too-many": Words("废止的比原有和新增的还多", "more was repealed than there was"),
    "other": Words("两数不等", "the two differ"),
}


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`stocks`: addresses of this year's `stock`, of what was `added` and of what was `removed`."""

    stock: str
    added: str
    removed: str


def objection(options: Options) -> tuple[str, Words] | None:
    """The cell that no form has."""
    known = {address for form in FORMS for address in addresses(form)}
    for key in ("stock", "added", "removed"):
        address = getattr(options, key)
        if address not in known:
            return key, Words(f"没有 {address} 这一格", f"there is no cell {address}")
    return None


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """Point at a stock that last year's does not lead to. Things lapse without being taken away, so only what is
    impossible keeps the rule's severity: a stock larger than both together, or more taken away than there was;
    anything else is a note."""
    if report.previous is None:
        yield NO_PREVIOUS
        return
    read = [report.cells.get(one) for one in (options.stock, options.added, options.removed)]
    numbers = [
        one for one in (*read, report.previous.cells.get(options.stock)) if one and one.value is not None
    ]
    if len(numbers) < len(read) + 1:
        yield _NOTHING_TO_COMPARE
        return
    stock, added, removed, last = numbers
    if _value(stock) != _value(last) + _value(added) - _value(removed):
        yield _hit(stock, added, removed, last)


def _value(one: Cell) -> Decimal:
    return one.value or Decimal(0)


def _hit(stock: Cell, added: Cell, removed: Cell, last: Cell) -> Hit:
    most = _value(last) + _value(added)
    kind = "too-many" if _value(removed) > most else "more" if _value(stock) > most else "other"
    severity: Severity | None = "note" if kind == "other" else None
    values = {
        "stated": stock.raw,
        "last": last.raw,
        "added": added.raw,
        "removed": removed.raw,
        "total": f"{most - _value(removed):f}",
        "so": _KINDS[kind],
    }
    where = removed if kind == "too-many" else stock
    note = Note(
        Words(f"上年报告这里是 {last.raw}", f"last year's report says {last.raw} here"),
        last.span,
        previous=True,
    )
    return Hit(where.span, values, (note,), severity=severity)
