"""Pages of characters and lines composed into a document: what stands where says what belongs together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from linter.model.document import Block, Place
from linter.readers.builder import Builder
from linter.readers.flow import Cell, Grid, Part, Written, compose
from linter.readers.glyphs import Drawn, Glyph, drawn_lines
from linter.readers.lines import Line, fold
from linter.readers.rulings import Box, Ruled, Segment, ruled_tables

_NUMBER = re.compile(r"\D?\d{1,4}\D?")
_HEAD, _FOOT = 0.1, 0.88  # shares of a page's height above and below which its furniture stands
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
        return compose(builder, self.text, self.parts, self.lines, self.aside, wrapped=True)


def laid_out(sheets: Iterable[Sheet]) -> Laid:
    """The text of the pages in reading order."""
    made = _Setting()
    drawn: list[tuple[int, Drawn, float]] = []
    for number, sheet in enumerate(sheets, start=1):
        tables = ruled_tables(sheet.segments)
        inside: dict[tuple[int, Box], list[Glyph]] = {}
        outside = []
        for glyph in sheet.glyphs:
            found = _cell_around(tables, glyph)
            if found is None:
                outside.append(glyph)
            else:
                inside.setdefault(found, []).append(glyph)
        items: list[tuple[float, Drawn | int]] = [(line.top, line) for line in drawn_lines(outside)]
        items += [(table.ys[0], n) for n, table in enumerate(tables) if any(key[0] == n for key in inside)]
        for _, item in sorted(items, key=lambda one: one[0]):
            if isinstance(item, Drawn):
                made.line(item, number)
                drawn.append((number, item, sheet.height))
            else:
                made.table(
                    tables[item], number, {box: found for (n, box), found in inside.items() if n == item}
                )
    return Laid("".join(made.pieces), tuple(made.parts), tuple(_lines(made, drawn)), _furniture(drawn))


def _cell_around(tables: Sequence[Ruled], glyph: Glyph) -> tuple[int, Box] | None:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    for n, table in enumerate(tables):
        box = table.at(x, y)
        if box is not None:
            return n, box
    return None


class _Setting:
    """The text as it grows."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.parts: list[Part] = []
        self.starts: list[int] = []
        self._length = 0

    def line(self, drawn: Drawn, page: int) -> None:
        """Add a line outside tables."""
        self.starts.append(self._length)
        place = Place(page=page, box=_rounded(drawn.x0, drawn.top, drawn.x1, drawn.bottom))
        self.parts.append(Written(self._length, self._length + len(drawn.text), None, place))
        self._write(drawn.text + "\n")

    def table(self, table: Ruled, page: int, inside: dict[Box, list[Glyph]]) -> None:
        """Add a table row by row, each cell where it begins."""
        start = self._length
        cells: dict[Box, Cell] = {}
        for row in table.rows:
            for box in row:
                if box not in cells:
                    text = _cell_text(box, drawn_lines(inside.get(box, ())))
                    place = Place(page=page, box=_rounded(box.x0, box.top, box.x1, box.bottom))
                    cells[box] = Cell(self._length, self._length + len(text), place)
                    self._write(text + "\t")
            self._write("\n")
        rows = tuple(tuple(cells[box] for box in row) for row in table.rows)
        self.parts.append(Grid(start, self._length, rows))

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)


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


def _lines(made: _Setting, drawn: Sequence[tuple[int, Drawn, float]]) -> Iterator[Line]:
    """The lines outside tables as the reflow wants them: indents and widths in characters of the usual size."""
    em = median(line.bottom - line.top for _, line, _ in drawn) if drawn else 1.0
    left = min((line.x0 for _, line, _ in drawn), default=0.0)
    page = 1
    for start, (number, line, _) in zip(made.starts, drawn, strict=True):
        text = fold(line.text)
        width = max(round((line.x1 - left) / em), 1)
        indent = round((line.x0 - left) / em)
        yield Line(start, start + len(text), text, "".join(text.split()), indent, width, number != page)
        page = number


def _furniture(drawn: Sequence[tuple[int, Drawn, float]]) -> frozenset[int]:
    """The indices of page numbers at the foot of pages, and of headers: lines in the margin of a page that say the
    same on another."""
    found = set()
    heads: dict[str, list[int]] = {}
    for n, (page, line, height) in enumerate(drawn):
        bare = "".join(line.text.split())
        last = n + 1 == len(drawn) or drawn[n + 1][0] != page
        if last and line.top > _FOOT * height and _NUMBER.fullmatch(bare.strip("-—–－·~ ")):
            found.add(n)
        if line.bottom < _HEAD * height or line.top > _FOOT * height:
            heads.setdefault(bare, []).append(n)
    for same in heads.values():
        if len({drawn[n][0] for n in same}) > 1:
            found.update(same)
    return frozenset(found)
