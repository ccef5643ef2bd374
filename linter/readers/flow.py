"""Paragraphs and tables that a file marks as such, composed into a document: what docx, web pages and fixed-layout
files share. Offsets are those of the text that the file shows (the builder's)."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from linter.language.asides import is_aside
from linter.language.headings import is_bare_heading
from linter.language.late import late
from linter.language.marks import LINE_MARK, SECTION_MARK, is_finished
from linter.model.document import Block, Paragraph, Place, Span, Table
from linter.readers.builder import Builder
from linter.readers.lines import BLANKS, Line, bare_numbers, fold, furniture, physical_lines
from linter.readers.reflow import Kind, kind_of, paragraphs, wrap_width
from linter.readers.text_tables import regions
from linter.readers.title_lines import title_end
from linter.readers.title_parts import is_title

_STOPS = late(r"[，,。；;：:]")


class Written(NamedTuple):
    """A paragraph as the file has it; it may hold several lines. `style` as in Paragraph."""

    start: int
    end: int
    style: str | None = None
    place: Place | None = None


class Cell(NamedTuple):
    """The text of a table's cell, on one line."""

    start: int
    end: int
    place: Place | None = None


class Grid(NamedTuple):
    """A table with cells: rows of one width, a merged cell in each place it covers. `start` to `end` holds
    the text of all its cells, row by row, on lines of its own."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]


Part = Written | Grid
Grouping = Callable[[Sequence[Line], Sequence[int], frozenset[int]], tuple[tuple[int, ...], ...]]
"""Which of the lines, given by their indices, make a paragraph each; before some of them a table stands."""


def compose(
    builder: Builder,
    text: str,
    parts: Sequence[Part],
    lines: Sequence[Line] | None = None,
    aside: frozenset[int] = frozenset(),
    *,
    grouped: Grouping | None = None,
) -> tuple[Block, ...]:
    """Add `parts`, which are in reading order, to the builder, and say what blocks they make.

    `lines` are those of the paragraphs where they are known better than from line breaks; `aside` the indices of
    those to leave out. `grouped` puts the lines of a page into paragraphs; None: paragraphs are as written, unless
    they are but the lines of a page."""
    written = [one for one in parts if isinstance(one, Written)]
    if lines is None:
        lines = tuple(_lines_of(text, written))
    aside = aside | furniture(lines)
    tables = regions(["" if n in aside else line.text for n, line in enumerate(lines)])
    kept = _prose(lines, aside, tables)
    grids = [one for one in parts if isinstance(one, Grid)]
    barriers = frozenset(_barriers(lines, kept, tables, grids))
    if grouped is None and _is_wrapped([lines[n] for n in kept]):
        grouped = paragraphs
    groups = grouped(lines, kept, barriers) if grouped else tuple(_as_written(lines, kept, written, barriers))
    made: list[tuple[int, tuple[int, ...] | range | Grid]] = [(one.start, one) for one in grids]
    made += [(lines[group[0]].start, group) for group in groups]
    made += [(lines[region[0]].start, region) for region in tables]
    made.sort(key=lambda one: one[0])
    return tuple(_blocks(builder, lines, [one for _, one in made], written, aside))


def _prose(lines: Sequence[Line], aside: frozenset[int], tables: Sequence[range]) -> list[int]:
    """The indices of lines with text that stand outside tables and are no page numbers."""
    in_table = {n for region in tables for n in region}
    kept = [n for n, line in enumerate(lines) if line.bare and n not in aside and n not in in_table]
    numbers = bare_numbers(lines, kept, [is_finished(lines[n].bare) for n in kept])
    return [n for n in kept if n not in numbers]


def _lines_of(text: str, written: Sequence[Written]) -> Iterator[Line]:
    """The lines of the paragraphs, each with its offsets in the whole text."""
    for one in written:
        for line in physical_lines(text[one.start : one.end]):
            yield msgspec.structs.replace(line, start=line.start + one.start, end=line.end + one.start)


def _barriers(
    lines: Sequence[Line], kept: Sequence[int], tables: Sequence[range], grids: Sequence[Grid]
) -> Iterator[int]:
    """The lines before which a table stands."""
    for region in tables:
        yield next((n for n in kept if n >= region.stop), -1)
    starts = [lines[n].start for n in kept]
    for grid in grids:
        place = bisect_right(starts, grid.start)
        if place < len(kept):
            yield kept[place]


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether paragraphs of the file are but the lines of a page it was made from: many are full, and most of
    those stop in mid-sentence."""
    width = wrap_width(lines)
    if width is None:
        return False
    full = [line for line in lines if line.width >= width * 0.9]
    open_ended = sum(not is_finished(line.bare) for line in full)
    return open_ended >= max(3, len(full) // 2)


def _as_written(
    lines: Sequence[Line], kept: Sequence[int], written: Sequence[Written], barriers: frozenset[int]
) -> Iterator[tuple[int, ...]]:
    """The lines of each paragraph as the file has it, a title over several paragraphs as one. Lines within a
    paragraph are one where a sentence goes on."""
    head = title_end(lines, kept)
    yield from paragraphs(lines, kept[:head], barriers)
    starts = [one.start for one in written]
    group: list[int] = []
    owner = -1
    for n in kept[head:]:
        own = bisect_right(starts, lines[n].start)
        if group and own != owner:
            yield from _within(lines, group)
            group = []
        owner = own
        group.append(n)
    if group:
        yield from _within(lines, group)


def _within(lines: Sequence[Line], group: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The lines of one paragraph, apart where a break in it ends a sentence or a heading."""
    begun: list[int] = []
    text = ""
    for n in group:
        if begun and (is_finished(text) or _is_whole(text) or kind_of(lines[n], text) is not Kind.PLAIN):
            yield tuple(begun)
            begun, text = [], ""
        begun.append(n)
        text += lines[n].bare
    yield tuple(begun)


def _is_whole(text: str) -> bool:
    """Whether a line that ends without a stop is complete all the same."""
    marked = SECTION_MARK.match(text) or LINE_MARK.match(text)
    return (
        is_aside(text) or is_title(text) or is_bare_heading(text) or bool(marked and not _STOPS.search(text))
    )


def _blocks(
    builder: Builder,
    lines: Sequence[Line],
    made: Sequence[tuple[int, ...] | range | Grid],
    written: Sequence[Written],
    aside: frozenset[int],
) -> Iterator[Block]:
    starts = [one.start for one in written]
    last = 0
    for one in made:
        if builder.offset:
            builder.line_break(last)
        if isinstance(one, Grid):
            yield _ruled(builder, one)
            last = one.end
            continue
        shown = [n for n in one if lines[n].text and n not in aside]
        owners = [written[bisect_right(starts, lines[n].start) - 1] for n in shown]
        last = lines[shown[-1]].end
        if isinstance(one, range):
            yield _unruled(builder, [lines[n] for n in shown], owners)
        else:
            start = builder.offset
            for n, owner in zip(shown, owners, strict=True):
                add_prose(builder, lines[n], owner.place)
            yield Paragraph(Span(start, builder.offset), owners[0].style)


def add_prose(builder: Builder, line: Line, place: Place | None = None) -> None:
    """Add a line without the white space in it, except between two words of Latin letters."""
    at = 0
    if len(line.bare) < len(line.text):
        for blank in BLANKS.finditer(line.text):
            before, after = line.text[blank.start() - 1], line.text[blank.end() : blank.end() + 1]
            if not (before.isascii() and after.isascii() and before.isalpha() and after.isalpha()):
                builder.add(line.start + at, line.start + blank.start(), line.text[at : blank.start()], place)
                at = blank.end()
    builder.add(line.start + at, line.end, line.text[at:], place)


def _unruled(builder: Builder, lines: Sequence[Line], owners: Sequence[Written]) -> Table:
    """A table typed in paragraphs: a row is a line, what stands on it is for those to say who know the labels."""
    start = builder.offset
    for number, (line, owner) in enumerate(zip(lines, owners, strict=True)):
        if number:
            builder.line_break(lines[number - 1].end)
        builder.add(line.start, line.end, line.text, owner.place)
    return Table(Span(start, builder.offset), ())


def _ruled(builder: Builder, grid: Grid) -> Table:
    """A table with cells: a row is a line, a cell's text stands where the cell begins."""
    start = builder.offset
    spans: dict[Cell, Span] = {}
    rows = []
    before: int | None = None
    for row in grid.rows:
        separator = "\n"
        for cell in row:
            if cell in spans:
                continue
            if before is not None:
                builder.add(before, before + 1, separator)
            spans[cell] = _cell(builder, cell)
            before, separator = cell.end, "\t"
        rows.append(tuple(spans[cell] for cell in row))
    return Table(Span(start, builder.offset), tuple(rows), ruled=True)


def _cell(builder: Builder, cell: Cell) -> Span:
    """Add a cell's text without the white space in it, except where it parts letters or digits."""
    start = builder.offset
    text = builder.shown(cell.start, cell.end)
    if text.isascii() and " " not in text and text.isprintable():
        builder.add(cell.start, cell.end, place=cell.place)
        return Span(start, builder.offset)
    stripped = BLANKS.match(text)
    at = stripped.end() if stripped else 0
    for blank in BLANKS.finditer(text, at):
        before, after = text[blank.start() - 1], text[blank.end() : blank.end() + 1]
        builder.add(cell.start + at, cell.start + blank.start(), fold(text[at : blank.start()]), cell.place)
        at = blank.end()
        if after and before.isascii() and after.isascii():
            builder.add(cell.start + at - 1, cell.start + at, " ", cell.place)
    builder.add(cell.start + at, cell.end, fold(text[at:]), cell.place)
    return Span(start, builder.offset)
