"""Cells of the statutory tables that hold no number, or one that cannot be."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from linter.language.forms import TABLE_NAMES, Column, cell, cell_name
from linter.language.labels import number
from linter.model.finding import Hit, NotAssessed, Severity, Words
from linter.model.report import Cell, Report

_EMPTY = Words("空着，没有的应当填 0", "is empty; write 0 where there is none")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`together`: with more cells than that amiss in the same way in one table, they are one finding."""

    together: int = 3


class _Fault(NamedTuple):
    """What is wrong with a cell; `kind` is the same for faults of one sort."""

    kind: str
    words: Words
    severity: Severity | None = None


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """Point at every cell that is blank, no number, negative or a fraction where things are counted."""
    if not report.cells:
        yield NotAssessed(Words("没有读到统计表", "no statutory table was read"))
    alike: dict[tuple[str, str], list[tuple[Cell, _Fault]]] = {}
    for one in report.cells.filled:
        if one.value is not None and one.raw.isdecimal():
            continue  # nearly all of them
        fault = _fault(one, report.form)
        if fault:
            alike.setdefault((one.address[:2], fault.kind), []).append((one, fault))
    for (table, _), found in alike.items():
        if len(found) > options.together:
            yield _hit_for_all(report, table, found)
        else:
            yield from (_hit(report, one, fault) for one, fault in found)


def _fault(one: Cell, form: str | None) -> _Fault | None:
    match one.state:
        case "blank":
            words = Words(
                f"填的是“{one.raw}”，没有的应当填 0", f"says “{one.raw}”; write 0 where there is none"
            )
            return _Fault("blank", words if one.raw else _EMPTY, "warning")
        case "text":
            named = cell(form, one.address)
            return None if named and _is_amount(one.raw, named[1]) else _of_text(one.raw)
        case "number":
            named = cell(form, one.address)
            return _of_number(one, named[1]) if named else None
        case "unread":
            return None


def _is_amount(raw: str, column: Column) -> bool:
    """Whether a sum of money stands with its unit in a column whose label names none."""
    return column.decimal and "单位" not in column.label and number(raw.rstrip("元万亿 ")) is not None


def _of_text(raw: str) -> _Fault:
    counted = raw.strip().rstrip("件条项个份宗起次元万 ")
    if number(counted) is not None:
        return _Fault(
            "unit",
            Words(f"填的是“{raw}”，只填数字，不写单位", f"says “{raw}”; write the number alone"),
            "warning",
        )
    return _Fault("text", Words(f"填的是“{raw}”，不是数字", f"says “{raw}”, which is no number"))


def _of_number(one: Cell, column: Column) -> _Fault | None:
    if one.value is None:
        return None
    if one.value < 0 and not column.negative:
        return _Fault(
            "negative", Words(f"填的是 {one.raw}，不能小于 0", f"says {one.raw}; it cannot be below 0")
        )
    if one.value % 1 and not column.decimal:
        return _Fault(
            "fraction",
            Words(f"填的是 {one.raw}，件数应当是整数", f"says {one.raw}; it must be a whole number"),
        )
    return None


def _hit(report: Report, one: Cell, fault: _Fault) -> Hit:
    return Hit(
        one.span, {"cell": cell_name(report.form, one.address), "fault": fault.words}, severity=fault.severity
    )


def _hit_for_all(report: Report, table: str, found: Sequence[tuple[Cell, _Fault]]) -> Hit:
    """One finding on the first of many cells."""
    (first, fault), count = found[0], len(found)
    name, where = TABLE_NAMES[table], cell_name(report.form, first.address)
    words = Words(
        f"有 {count} 格有同样的问题，第一处是{where.zh}，{fault.words.zh}",
        f"has {count} cells with the same fault; the first, {where.en}, {fault.words.en}",
    )
    return Hit(first.span, {"cell": name, "fault": words}, severity=fault.severity)
