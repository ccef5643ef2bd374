"""Drawn tables over pages: which parts are one table, and the rows and cells that a page break has cut in two."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.language.labels import ALL_LABELS, ORDINAL, fold, number
from linter.readers.glyphs import Drawn, Glyph, drawn_lines
from linter.readers.rulings import Box, Ruled

_SAME = 3.0  # points by which the columns of a table may move from page to page
_MARGIN = 8.0  # points that a cell keeps free at its sides, both together
_LABELS = frozenset(ALL_LABELS.split("\n"))


class Lined(NamedTuple):
    """A drawn table on a page (from 1), and the characters in each of its cells."""

    table: Ruled
    page: int
    inside: Mapping[Box, Sequence[Glyph]]


class Part(NamedTuple):
    """What of a cell stands on one page."""

    page: int
    box: Box
    text: str


Cells = tuple[tuple[Part, ...], ...]
"""The cells of a row, a merged cell in each place it covers; each by its parts, of which all but the first stand
on later pages."""


def goes_on(table: Lined, following: Lined) -> bool:
    """Whether a table, with nothing before it on its page, is the rest of the one that ends the page before: it is
    as wide, and all its columns are columns of that, or the other way round."""
    if following.page != table.page + 1:
        return False
    one, other = table.table.xs, following.table.xs
    fewer, more = sorted((one, other), key=len)
    ends = abs(one[0] - other[0]) <= _SAME and abs(one[-1] - other[-1]) <= _SAME
    return ends and all(any(abs(x - y) <= _SAME for y in more) for x in fewer)


def joined(pages: Sequence[Lined]) -> tuple[Cells, ...]:
    """The rows of the table on those pages."""
    xs = max((one.table.xs for one in pages), key=len)
    middles = [(left + right) / 2 for left, right in pairwise(xs)]
    grids = [_rows(one, middles) for one in pages]
    heights = Counter(part for grid in grids for row in grid for part in set(row))
    rows = [*grids[0]]
    rests: dict[Part, list[Part]] = {}
    firsts: dict[Part, Part] = {}
    for grid in grids[1:]:
        cut = _is_cut(rows[-1], grid[0])
        for column, (above, below) in enumerate(zip(rows[-1], grid[0], strict=True)):
            merged = max(heights[above], heights[below]) > 1 and not below.text
            if below not in firsts and (cut or (merged and column < _first_value(grid[0]))):
                firsts[below] = firsts.get(above, above)
                rests.setdefault(firsts[below], []).append(below)
        rows += grid[cut:]
    whole = _without_slivers([tuple(firsts.get(part, part) for part in row) for row in rows])
    return tuple(tuple((part, *rests.get(part, ())) for part in row) for row in whole)


def _without_slivers(rows: Sequence[tuple[Part, ...]]) -> list[tuple[Part, ...]]:
    """The rows, those as one that a border drawn a little too high or too low has made two: they share a number,
    and where they differ one of them is empty."""
    made: list[tuple[Part, ...]] = []
    for row in rows:
        pairs = list(zip(made[-1], row, strict=True)) if made else []
        shared = any(one is other and number(one.text) is not None for one, other in pairs)
        if shared and all(one is other or not (one.text and other.text) for one, other in pairs):
            made[-1] = tuple(one if one.text else other for one, other in pairs)
        else:
            made.append(row)
    return made


def _rows(one: Lined, middles: Sequence[float]) -> list[tuple[Part, ...]]:
    boxes = {box for row in one.table.rows for box in row}
    parts = {box: Part(one.page, box, _text(box, drawn_lines(one.inside.get(box, ())))) for box in boxes}
    return [tuple(parts[row[_column(one.table.xs, x)]] for x in middles) for row in one.table.rows]


def _column(xs: Sequence[float], x: float) -> int:
    return min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)


def _first_value(row: Sequence[Part]) -> int:
    """The column of the first number; how many columns there are where there is none."""
    return next((n for n, one in enumerate(row) if number(one.text) is not None), len(row))


def _is_cut(above: Sequence[Part], below: Sequence[Part]) -> bool:
    """Whether the last row of a page and the first of the next are one: they have the same cells, the numbers stand
    in one of them only, and the other has words, but none in the place of numbers. No label begins below."""
    same = [one is other for one, other in pairwise(above)] == [
        one is other for one, other in pairwise(below)
    ]
    valued = [any(number(one.text) is not None for one in row) for row in (above, below)]
    if not same or valued[0] == valued[1]:
        return False
    full, rest = (above, below) if valued[0] else (below, above)
    values = [n for n, one in enumerate(full) if number(one.text) is not None]
    words = [fold(one.text) for one in below[: values[0]] if one.text]
    begins = any(ORDINAL.match(word) or word in _LABELS for word in words)
    return not begins and bool(words) and not any(rest[n].text for n in values)


def _text(box: Box, lines: Sequence[Drawn]) -> str:
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
