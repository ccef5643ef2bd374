"""Tables as drawn on a page: from straight lines to cells, merged cells included. Lengths are in points, y grows
downwards."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, product
from typing import NamedTuple

SEGMENTS = 20_000
"""Lines of one page; with more it is a drawing, and no tables are looked for."""

_NEAR = 2.0  # two lines closer than this are one
_MOST = 200  # lines of one page in each direction, those that touch counted once
_TABLES = 40  # of one page
_PLACES = 20_000  # of one table
_LINE = 40.0  # a row as high as this may hold more than one line


class Segment(NamedTuple):
    """A line from (x0, y0) to (x1, y1)."""

    x0: float
    y0: float
    x1: float
    y1: float


class Box(NamedTuple):
    """A cell, by the row and column (from 0) where it begins, and where it lies."""

    row: int
    column: int
    x0: float
    top: float
    x1: float
    bottom: float


class Ruled(NamedTuple):
    """A drawn table: `xs` and `ys` are the places of its lines, `rows` the cells between, of one width, a merged
    cell in each place it covers."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rows: tuple[tuple[Box, ...], ...]

    def at(self, x: float, y: float) -> Box | None:
        """The cell around that point; None outside the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self.rows[row][column] if inside else None


class _Stroke(NamedTuple):
    """A level or upright line: how far down or to the right it lies, from where to where it is drawn."""

    at: float
    start: float
    end: float


def ruled_tables(segments: Sequence[Segment]) -> tuple[Ruled, ...]:
    """The tables that the lines make, top first. A frame round paragraphs is none: a table has two columns, or rows
    of one line. It may have one row: the last, alone on a page."""
    if len(segments) > SEGMENTS:
        return ()
    level = _strokes(
        [_Stroke((s.y0 + s.y1) / 2, min(s.x0, s.x1), max(s.x0, s.x1)) for s in segments if _is_level(s)]
    )
    upright = _strokes(
        [_Stroke((s.x0 + s.x1) / 2, min(s.y0, s.y1), max(s.y0, s.y1)) for s in segments if _is_upright(s)]
    )
    if len(level) > _MOST or len(upright) > _MOST:
        return ()
    made = [one for group in _together(level, upright) if (one := _ruled(*group)) is not None]
    return tuple(sorted(made, key=lambda one: one.ys[0])) if len(made) <= _TABLES else ()


def _is_level(one: Segment) -> bool:
    return abs(one.y1 - one.y0) <= _NEAR < abs(one.x1 - one.x0)


def _is_upright(one: Segment) -> bool:
    return abs(one.x1 - one.x0) <= _NEAR < abs(one.y1 - one.y0)


def _strokes(drawn: list[_Stroke]) -> list[_Stroke]:
    """The lines at places that are near to one another brought to one place, and those that touch joined."""
    snapped: list[_Stroke] = []
    last = place = float("-inf")
    for one in sorted(drawn):
        if one.at - last > _NEAR:
            place = one.at
        last = one.at
        snapped.append(_Stroke(place, one.start, one.end))
    joined: list[_Stroke] = []
    for one in sorted(snapped):
        before = joined[-1] if joined else None
        if before and before.at == one.at and one.start <= before.end + _NEAR:
            joined[-1] = _Stroke(one.at, before.start, max(before.end, one.end))
        else:
            joined.append(one)
    return joined


def _together(
    level: Sequence[_Stroke], upright: Sequence[_Stroke]
) -> Iterator[tuple[list[_Stroke], list[_Stroke]]]:
    """The lines in groups that hang together, level and upright ones."""
    group = list(range(len(level) + len(upright)))
    for n, one in enumerate(level):
        for m, other in enumerate(upright, start=len(level)):
            if _meet(one, other):
                _join(group, n, m)
    members = sorted(range(len(group)), key=lambda n: _first(group, n))
    for _, found in groupby(members, key=lambda n: _first(group, n)):
        numbers = list(found)
        yield (
            [level[n] for n in numbers if n < len(level)],
            [upright[n - len(level)] for n in numbers if n >= len(level)],
        )


def _meet(level: _Stroke, upright: _Stroke) -> bool:
    return (
        level.start - _NEAR <= upright.at <= level.end + _NEAR
        and upright.start - _NEAR <= level.at <= upright.end + _NEAR
    )


def _first(group: list[int], n: int) -> int:
    """The member that stands for the group of `n`."""
    while group[n] != n:
        group[n] = group[group[n]]
        n = group[n]
    return n


def _join(group: list[int], n: int, m: int) -> None:
    a, b = _first(group, n), _first(group, m)
    group[max(a, b)] = min(a, b)


def _ruled(level: Sequence[_Stroke], upright: Sequence[_Stroke]) -> Ruled | None:
    """The table of lines that hang together. Where its sides are left open, it ends where its lines do."""
    if len(level) < 2:
        return None
    left, right = min(one.start for one in level), max(one.end for one in level)
    xs = _places([*(one.at for one in upright), left, right])
    ys = _places([one.at for one in level])
    width, height = len(xs) - 1, len(ys) - 1
    if not width or not height or width * height > _PLACES:
        return None
    if width == 1 and any(below - above > _LINE for above, below in pairwise(ys)):
        return None
    group = list(range(width * height))
    beside = [[one for one in upright if abs(one.at - x) <= _NEAR] for x in xs]
    below = [[one for one in level if abs(one.at - y) <= _NEAR] for y in ys]
    for row, column in product(range(height), range(width)):
        n = row * width + column
        if column + 1 < width and not _divides(beside[column + 1], ys[row], ys[row + 1]):
            _join(group, n, n + 1)
        if row + 1 < height and not _divides(below[row + 1], xs[column], xs[column + 1]):
            _join(group, n, n + width)
    return Ruled(tuple(xs), tuple(ys), _cells(group, xs, ys))


def _places(found: list[float]) -> list[float]:
    """The places in order, those near to one another once."""
    made: list[float] = []
    for place in sorted(found):
        if not made or place - made[-1] > _NEAR:
            made.append(place)
    return made


def _divides(strokes: Sequence[_Stroke], start: float, end: float) -> bool:
    """Whether one of the lines is drawn past the middle between `start` and `end`."""
    middle = (start + end) / 2
    return any(one.start <= middle <= one.end for one in strokes)


def _cells(group: list[int], xs: Sequence[float], ys: Sequence[float]) -> tuple[tuple[Box, ...], ...]:
    width, height = len(xs) - 1, len(ys) - 1
    members: dict[int, list[int]] = {}
    for n in range(width * height):
        members.setdefault(_first(group, n), []).append(n)
    boxes: dict[int, Box] = {}
    for found in members.values():
        rows, columns = [n // width for n in found], [n % width for n in found]
        top, bottom, left, right = min(rows), max(rows) + 1, min(columns), max(columns) + 1
        if len(found) == (bottom - top) * (right - left):
            box = Box(top, left, xs[left], ys[top], xs[right], ys[bottom])
            boxes.update(dict.fromkeys(found, box))
        else:  # lines are missing: no cell has such a shape
            for n in found:
                row, column = divmod(n, width)
                boxes[n] = Box(row, column, xs[column], ys[row], xs[column + 1], ys[row + 1])
    return tuple(tuple(boxes[row * width + column] for column in range(width)) for row in range(height))
