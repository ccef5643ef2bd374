"""Pages of characters and lines composed into a document: what stands where says what belongs together."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.language.late import late
from linter.model.document import Block, Place
from linter.readers.builder import Builder
from linter.readers.flow import Cell, Grid, Part, Written, compose
from linter.readers.glyphs import Drawn, Glyph, drawn_lines
from linter.readers.indents import paragraphs_of_page
from linter.readers.lines import Line, fold
from linter.readers.paged_tables import Lined, goes_on, joined
from linter.readers.paged_tables import Part as CellPart
from linter.readers.rulings import Box, Ruled, Segment, ruled_tables

_NUMBER = late(r"\D?\d{1,4}\D?")
_HEAD, _FOOT = 0.1, 0.88  # shares of a page's height above and below which its furniture stands


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
    for item in _by_table(items, aside):
        if isinstance(item, Printed):
            made.line(item)
        else:
            made.table(item)
    return Laid("".join(made.pieces), tuple(made.parts), tuple(_lines(made.starts, drawn)), aside)


class Printed(NamedTuple):
    """A line of text outside tables, and its page (from 1)."""

    line: Drawn
    page: int


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


def _by_table(items: Iterable["Printed | Lined"], aside: frozenset[int]) -> list["Printed | list[Lined]"]:
    """The lines, and the pages of each table together: page numbers between them come after it."""
    made: list[Printed | list[Lined]] = []
    number = 0
    table: list[Lined] | None = None
    for item in items:
        if isinstance(item, Printed):
            made.append(item)
            table = table if number in aside else None
            number += 1
        elif table and goes_on(table[-1], item):
            table.append(item)
        else:
            table = [item]
            made.append(table)
    return made


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
        self._length = 0

    def line(self, printed: Printed) -> None:
        """Add a line outside tables."""
        line = printed.line
        self.starts.append(self._length)
        place = Place(page=printed.page, box=_rounded(line.x0, line.top, line.x1, line.bottom))
        self.parts.append(Written(self._length, self._length + len(line.text), None, place))
        self._write(line.text + "\n")

    def table(self, pages: Sequence[Lined]) -> None:
        """Add a table that stands on those pages row by row, each cell where it begins."""
        begun = self._length
        cells: dict[CellPart, Cell] = {}
        rows = joined(pages)
        for row in rows:
            for parts in row:
                if parts[0] not in cells:
                    cells[parts[0]] = self._cell(parts)
            self._write("\n")
        made = tuple(tuple(cells[parts[0]] for parts in row) for row in rows)
        self.parts.append(Grid(begun, self._length, made))

    def _cell(self, parts: Sequence[CellPart]) -> Cell:
        text = " ".join(part.text for part in parts if part.text)
        page, box, _ = next((part for part in parts if part.text), parts[0])
        place = Place(page=page, box=_rounded(box.x0, box.top, box.x1, box.bottom))
        start = self._length
        self._write(text + "\t")
        return Cell(start, start + len(text), place)

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)


def _rounded(*box: float) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = (round(one, 1) for one in box)
    return x0, top, x1, bottom


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
