"""Statutory tables that stand in another section than theirs."""

from collections.abc import Iterator

import msgspec

from linter.language.quotes import covered
from linter.model.finding import Hit, Note, Words
from linter.model.report import Report, Section

_BELONGS = Words("应放在这一标题之下", "it belongs under this heading")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`cells`: the address of a table's first cell (`t3.new.natural`) with the kind of section it belongs to."""

    cells: dict[str, str]


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each of those cells that stands in another section of the form, if its own is there."""
    tops: dict[str, Section] = {}
    for one in report.sections:
        if one.level == 1 and one.kind:
            tops.setdefault(one.kind, one)
    damaged = report.document.damaged
    for address, kind in options.cells.items():
        cell, own = report.cells.get(address), tops.get(kind)
        if own is None or cell is None or cell.state == "unread" or covered(damaged, *cell.span):
            continue
        wrong = own
        for one in tops.values():
            if one.span.start < cell.end and cell.start < one.span.end:
                wrong = one
                break
        if wrong is not own:
            values = {"wrong": report[wrong.heading], "right": report[own.heading]}
            yield Hit(cell.span, values, (Note(_BELONGS, own.heading),))
