"""Pages of characters and lines composed into a document: what stands where says what belongs together."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.model.document import Block, Place
from linter.readers.builder import Builder
from linter.readers.flow import Cell, Grid, Part, Written, compose
from linter.readers.glyphs import Drawn, Glyph, drawn_lines
from linter.readers.indents import paragraphs_of_page
from linter.readers.lines import Line, fold
from linter.readers.rulings import Box, Ruled, Segment, ruled_tables

_NUMBER = re.compile(r"\D?\d{1,4}\D?")
_HEAD, _FOOT = 0.1, 0.88  # shares of a page's height above and below which its furniture stands
_SAME = 3.0  # points by which the columns of a table may move from page to page
_MARGIN = 8.0  # points that a cell keeps free at its sides, both together


class Sheet(NamedTuple):
    """A page: its characters, its straight lines, its height in points."""

    glyphs: Sequence[Glyph]
    segments: Sequence[Segment]
    height: float


class Laid(NamedTuple):
    """The text of all pages, one line for each line and each row of a table, and what it is made of."""

    text: str
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
    aside: frozenset[int]

    def blocks(self, builder: Builder) -> tuple[Block, ...]:
        """Add it all to the builder."""
        return compose(builder, self.text, self.parts, self.lines, self.aside, grouped=paragraphs_of_page)


def laid_out(sheets: Sequence[Sheet]) -> Laid:
    """The text of the pages in reading order. A table that goes on on the next page is one table."""
    items = [item for number, sheet in enumerate(sheets, start=1) for item in _items(sheet, number)]
    drawn = [item for item in items if isinstance(item, Printed)]
    aside = _furniture(drawn, [sheet.height for sheet in sheets])
    made = _Setting()
    number, table = 0, None
    for item in items:
        if isinstance(item, Printed):
            made.line(item)
            table = table if number in aside else None
            number += 1
        elif table is not None and _goes_on(table[-1], item):
            table.append(item)
            made.go_on(table)
        else:
            table = [item]
            made.table(table)
    return Laid("".join(made.pieces), tuple(made.parts), tuple(_lines(made.starts, drawn)), aside)


class Printed(NamedTuple):
    """A line of text outside tables, and its page (from 1)."""

    line: Drawn
    page: int


class Lined(NamedTuple):
    """A drawn table on a page, and the characters in each of its cells."""

    table: Ruled
    page: int
    inside: dict[Box, list[Glyph]]


def _items(sheet: Sheet, number: int) -> list[Printed | Lined]:
    """What stands on a page, from top to bottom."""
    tables = ruled_tables(sheet.segments)
    outside, inside = _sorted_out(sheet.glyphs, tables)
    items: list[tuple[float, Printed | Lined]] = [
        (line.top, Printed(line, number)) for line in drawn_lines(outside)
    ]
    items += [
        (table.ys[0], Lined(table, number, cells))
        for table, cells in zip(tables, inside, strict=True)
        if cells
    ]
    return [item for _, item in sorted(items, key=lambda one: one[0])]


def _goes_on(table: Lined, following: Lined) -> bool:
    """Whether a table, with nothing before it on its page, is the rest of the one that ends the page before: it is
    as wide, and all its columns are columns of that, or the other way round."""
    if following.page != table.page + 1:
        return False
    one, other = table.table.xs, following.table.xs
    fewer, more = sorted((one, other), key=len)
    ends = abs(one[0] - other[0]) <= _SAME and abs(one[-1] - other[-1]) <= _SAME
    return ends and all(any(abs(x - y) <= _SAME for y in more) for x in fewer)


def _sorted_out(
    glyphs: Iterable[Glyph], tables: Sequence[Ruled]
) -> tuple[list[Glyph], list[dict[Box, list[Glyph]]]]:
    """The characters outside all tables, and those of each table by cell."""
    outside: list[Glyph] = []
    inside: list[dict[Box, list[Glyph]]] = [{} for _ in tables]
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        for table, cells in zip(tables, inside, strict=True):
            box = table.at(x, y)
            if box is not None:
                cells.setdefault(box, []).append(glyph)
                break
        else:
            outside.append(glyph)
    return outside, inside


class _Setting:
    """The text as it grows."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.parts: list[Part] = []
        self.starts: list[int] = []
        self._length = self._table = 0
        self._cells: dict[tuple[int, Box], Cell] = {}

    def line(self, printed: Printed) -> None:
        """Add a line outside tables."""
        line = printed.line
        self.starts.append(self._length)
        place = Place(page=printed.page, box=_rounded(line.x0, line.top, line.x1, line.bottom))
        self.parts.append(Written(self._length, self._length + len(line.text), None, place))
        self._write(line.text + "\n")

    def table(self, pages: Sequence[Lined]) -> None:
        """Add a table that stands on those pages row by row, each cell where it begins."""
        self._cells = {}
        self._table = len(self.parts)
        self.parts.append(Grid(self._length, self._length, ()))
        self.go_on(pages)

    def go_on(self, pages: Sequence[Lined]) -> None:
        """Add the last of those pages to the table that was added last."""
        lined = pages[-1]
        for row in lined.table.rows:
            for box in row:
                if (lined.page, box) not in self._cells:
                    self._cells[lined.page, box] = self._cell(box, lined)
            self._write("\n")
        xs = max((one.table.xs for one in pages), key=len)
        middles = [(left + right) / 2 for left, right in pairwise(xs)]
        rows = [
            tuple(self._cells[one.page, row[_column(one.table.xs, x)]] for x in middles)
            for one in pages
            for row in one.table.rows
        ]
        self.parts[self._table] = Grid(self.parts[self._table].start, self._length, tuple(rows))

    def _cell(self, box: Box, lined: Lined) -> Cell:
        text = _cell_text(box, drawn_lines(lined.inside.get(box, ())))
        place = Place(page=lined.page, box=_rounded(box.x0, box.top, box.x1, box.bottom))
        start = self._length
        self._write(text + "\t")
        return Cell(start, start + len(text), place)

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)


def _column(xs: Sequence[float], x: float) -> int:
    return min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)


def _rounded(*box: float) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = (round(one, 1) for one in box)
    return x0, top, x1, bottom


def _cell_text(box: Box, lines: Sequence[Drawn]) -> str:
    """The lines of a cell as one. A number goes on in the next line only where the cell is full: two numbers, one
    under the other, never become one."""
    text = ""
    for n, line in enumerate(lines):
        if n:
            before = lines[n - 1]
            digit = (before.bottom - before.top) / 2
            full = before.x1 - before.x0 + digit > box.x1 - box.x0 - _MARGIN
            text += "" if full and text[-1].isdigit() and line.text[0].isdigit() else " "
        text += line.text
    return text


def _lines(starts: Sequence[int], drawn: Sequence[Printed]) -> Iterator[Line]:
    """The lines outside tables as the reflow wants them: indents and widths in characters of the usual size."""
    heights = sorted(line.bottom - line.top for line, _ in drawn)
    em = max(heights[len(heights) // 2], 0.1) if heights else 1.0
    left = _margin([line.x0 for line, _ in drawn], em)
    page = 1
    for start, (line, number) in zip(starts, drawn, strict=True):
        text = fold(line.text)
        width = max(round((line.x1 - left) / em), 1)
        indent = max(round((line.x0 - left) / em), 0)
        yield Line(start, start + len(text), text, "".join(text.split()), indent, width, number != page)
        page = number


def _margin(lefts: Sequence[float], em: float) -> float:
    """Where lines begin that are not indented: the first place from the left where many do."""
    at = sorted(lefts)
    many = max(3, len(at) // 8)
    return next(
        (one for one, other in zip(at, at[many - 1 :], strict=False) if other - one < em / 2),
        at[0] if at else 0.0,
    )


def _furniture(drawn: Sequence[Printed], heights: Sequence[float]) -> frozenset[int]:
    """The indices of page numbers at the foot of pages, and of headers: lines in the margin of a page that say the
    same on another."""
    found = set()
    heads: dict[str, list[int]] = {}
    for n, (line, page) in enumerate(drawn):
        bare = "".join(line.text.split())
        height = heights[page - 1]
        last = n + 1 == len(drawn) or drawn[n + 1].page != page
        if last and line.top > _FOOT * height and _NUMBER.fullmatch(bare.strip("-—–－·~")):
            found.add(n)
        if line.bottom < _HEAD * height or line.top > _FOOT * height:
            heads.setdefault(bare, []).append(n)
    for same in heads.values():
        if len({drawn[n].page for n in same}) > 1:
            found.update(same)
    return frozenset(found)
