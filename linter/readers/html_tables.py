"""The tables of web pages as places of equal rows, also where rowspans and colspans are wrong."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.readers.html_tree import BLOCKS, Element

COLUMNS = 60
"""Beyond that many no cell reaches, whatever its colspan says."""

_MOST = 100_000  # places of one table
_LONG = 200  # characters of a cell that holds paragraphs rather than an entry
_MANY = 4


class Place(NamedTuple):
    """A cell, by the row and column (from 0) where it begins; None: a place that no cell covers."""

    row: int
    column: int
    element: Element | None


def rows_of(table: Element) -> Iterator[list[Element]]:
    """The cells of each row as they stand in the page."""
    loose: list[Element] = []
    for one in table.children:
        if not isinstance(one, Element) or one.hidden():
            continue
        if one.name in ("td", "th"):
            loose.append(one)
            continue
        if loose:
            yield loose
            loose = []
        if one.name == "tr":
            yield [cell for cell in one.children if isinstance(cell, Element) and cell.name in ("td", "th")]
        elif one.name != "table":
            yield from rows_of(one)
    if loose:
        yield loose


def is_layout(table: Element, rows: Sequence[Sequence[Element]]) -> bool:
    """Whether a table serves to place paragraphs on the page: it has one column, or tables in it, or cells with
    paragraphs of prose."""
    if table.tables or max(map(len, rows), default=0) <= 1:
        return True
    return any(cell.size >= _LONG and _blocks(cell) >= _MANY for row in rows for cell in row)


def _blocks(element: Element) -> int:
    """How many blocks and line breaks an element holds, as far as that matters."""
    count, ahead = 0, [element]
    while ahead and count < _MANY:
        for one in ahead.pop().children:
            if isinstance(one, Element):
                count += one.name in BLOCKS or one.name == "br"
                ahead.append(one)
    return count


def placed(rows: Sequence[Sequence[Element]]) -> tuple[tuple[Place, ...], ...] | None:
    """The rows, of one width: a merged cell in each place it covers, as a browser lays them out. A cell that would
    reach beyond the last row or column ends there. None: too many places for a table that a person made."""
    covered = 0
    taken: list[dict[int, Place]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in taken[number]:
                column += 1
            down, right = cell.spans()
            bottom = len(rows) if down == 0 else min(number + down, len(rows))
            right = min(right, COLUMNS - column)
            covered += (bottom - number) * right
            if covered > _MOST:
                return None
            place = Place(number, column, cell)
            for below in range(number, bottom):
                for beside in range(column, column + right):
                    taken[below].setdefault(beside, place)
            column += max(right, 1)
            if column >= COLUMNS:
                break
    width = max((max(row) + 1 for row in taken if row), default=0)
    if width * len(rows) > _MOST:
        return None
    return tuple(
        tuple(row.get(column, Place(number, column, None)) for column in range(width))
        for number, row in enumerate(taken)
    )
