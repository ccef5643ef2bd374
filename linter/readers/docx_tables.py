"""The tables of a .docx as slots of equal rows: which cell stands at which place."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from linter.readers.archives import local
from linter.readers.docx_parts import child, value, whole

COLUMNS = 63
"""What Word allows."""

_MOST = 100_000  # places of one table; beyond that it is no table that a person made
_LONG = 200  # characters of a cell that holds paragraphs rather than an entry
_MANY = 4


class Slot(NamedTuple):
    """A cell, by the row and column (from 0) where it begins; None: a place that the table leaves open."""

    row: int
    column: int
    element: etree._Element | None


def slots(table: etree._Element) -> tuple[tuple[Slot, ...], ...]:
    """The rows of the table, of one width: a merged cell in each place it covers. Deleted rows are left out."""
    rows: list[list[Slot]] = []
    for element in _rows(table):
        rows.append(_row(element, len(rows), rows[-1] if rows else []))
    width = max(map(len, rows), default=0)
    if width * len(rows) > _MOST:
        return tuple(tuple(row) for row in rows)
    return tuple(
        (*row, *(Slot(number, column, None) for column in range(len(row), width)))
        for number, row in enumerate(rows)
    )


def is_layout(rows: tuple[tuple[Slot, ...], ...]) -> bool:
    """Whether a table serves to place paragraphs on the page: it has one column, or tables in it, or cells with
    paragraphs of prose."""
    if max(map(len, rows), default=0) <= 1 or len(rows[0]) * len(rows) > _MOST:
        return True
    return any(_holds_prose(one) for row in rows for one in row if one.element is not None)


def _holds_prose(slot: Slot) -> bool:
    element = slot.element
    if element is None or len(element) <= 2:
        return False
    if child(element, "tbl") is not None:
        return True
    if len(element) <= _MANY:
        return False
    return sum(len(one.text or "") for one in element.iter("{*}t")) >= _LONG


def _rows(parent: etree._Element) -> Iterator[etree._Element]:
    for one in parent:
        name = local(one)
        if name == "tr":
            if child(one, "trPr", "del") is None:
                yield one
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _rows(one)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for one in row:
        name = local(one)
        if name == "tc":
            yield one
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _cells(one)


def _row(element: etree._Element, number: int, above: list[Slot]) -> list[Slot]:
    made = [Slot(number, column, None) for column in range(_before(element))]
    for cell in _cells(element):
        at = len(made)
        slot, columns = Slot(number, at, cell), 1
        about = child(cell, "tcPr")
        for one in about if about is not None else ():
            match local(one):
                case "gridSpan":
                    columns = _span(one, 1)
                case "vMerge" if (
                    value(one) != "restart" and at < len(above) and above[at].element is not None
                ):
                    slot = above[at]
                case "hMerge" if value(one) != "restart" and made:
                    slot = made[-1]
        made += [slot] * columns
        if len(made) > COLUMNS:
            return made[:COLUMNS]
    return made


def _before(row: etree._Element) -> int:
    """How many columns the row leaves open at its front."""
    return _span(child(row, "trPr", "gridBefore"), 0)


def _span(element: etree._Element | None, otherwise: int) -> int:
    number = whole(value(element))
    return otherwise if number is None else min(max(number, otherwise), COLUMNS)
