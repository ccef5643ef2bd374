"""Cells of the tables that only some governments can have anything to put into."""

from collections.abc import Iterator

import msgspec

from linter.language.forms import cell_name
from linter.language.places import own_places
from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Cell, Report

_DEPARTMENT = "部门"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`cells`: addresses. `barred`: levels whose units have nothing there; of departments those of a county or
    district. `open`: levels that may. Of others nothing is said."""

    cells: tuple[str, ...]
    barred: tuple[str, ...]
    open: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """One hit for all of the cells that are not zero, on the first of them."""
    if reason := _unknown(report, options):
        yield NotAssessed(reason)
        return
    read = [report.cells[address] for address in options.cells if address in report.cells]
    if not any(one.state == "number" for one in read):
        yield _unread(report, options)
    elif report.title.level not in options.open:
        filled = [one for one in read if one.value]
        if filled:
            yield _hit(report, filled)


def _unknown(report: Report, options: Options) -> Words | None:
    """Why it cannot be told whether this unit may have something there."""
    level = report.title.level
    if level is None:
        return Words("标题里看不出是哪一级机关", "the title does not say whose report it is")
    if level == _DEPARTMENT:
        own = own_places(report.title)
        if not own or own[-1].kind == "upper":
            return Words(
                "看不出是哪一级政府的部门", "it cannot be told which government the department is of"
            )
        return None
    if level not in (*options.barred, *options.open):
        return Words(
            f"“{level}”有没有这项权力不能一概而论", f"some bodies of the level {level} have that power"
        )
    return None


def _hit(report: Report, filled: list[Cell]) -> Hit:
    first, *others = filled
    notes = tuple(Note(_said(report, one), one.span) for one in others)
    values = {
        "cell": cell_name(report.form, first.address),
        "stated": first.raw,
        "unit": report.title.unit,
        "level": report.title.level,
    }
    return Hit(first.span, values, notes)


def _said(report: Report, one: Cell) -> Words:
    name = cell_name(report.form, one.address)
    return Words(f"{name.zh}填的是 {one.raw}", f"{name.en} says {one.raw}")


def _unread(report: Report, options: Options) -> NotAssessed:
    """Why there is nothing to judge."""
    tables = {address.partition(".")[0] for address in options.cells}
    reasons = [one for one in report.unread if one.table in tables]
    if reasons:
        return NotAssessed(Words("；".join(one.zh for one in reasons), "; ".join(one.en for one in reasons)))
    return NotAssessed(Words("没有读到这些格子", "these cells were not read"))
