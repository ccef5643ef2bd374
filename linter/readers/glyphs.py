"""Characters with boxes put back into lines: what fixed-layout files (OFD, PDF) leave of a text. Lengths are in
points, y grows downwards."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_GAP = 0.45
"""Of a character's height: a wider gap is a space. Between Han and digits typesetters leave a quarter."""


class Glyph(NamedTuple):
    """A character and where it lies."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Drawn(NamedTuple):
    """A line of text, with spaces where the characters stand apart, and where it lies."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


def drawn_lines(glyphs: Iterable[Glyph]) -> tuple[Drawn, ...]:
    """The lines that the characters make, from top to bottom; each from left to right."""
    return tuple(_line(sorted(row, key=lambda one: one.x0)) for row in _rows(glyphs))


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """The characters that stand at one height. A small one beside a large one (a note's number) belongs to its
    line."""
    row: list[Glyph] = []
    top = bottom = 0.0
    for one in sorted(
        (one for one in glyphs if not one.text.isspace()), key=lambda one: one.top + one.bottom
    ):
        middle = (one.top + one.bottom) / 2
        if row and not top + 0.2 * (bottom - top) <= middle <= bottom - 0.2 * (bottom - top):
            yield row
            row = []
        if not row or one.bottom - one.top > bottom - top:
            top, bottom = one.top, one.bottom
        row.append(one)
    if row:
        yield row


def _line(row: Sequence[Glyph]) -> Drawn:
    """The text of one height; a character printed twice to look bold counts once."""
    pieces = [row[0].text]
    last = row[0]
    for one in row[1:]:
        if one.text == last.text and one.x0 - last.x0 < 0.3 * (one.x1 - one.x0):
            continue
        if one.x0 - last.x1 > _GAP * (one.bottom - one.top):
            pieces.append(" ")
        pieces.append(one.text)
        last = one
    return Drawn(
        "".join(pieces),
        row[0].x0,
        min(one.top for one in row),
        max(one.x1 for one in row),
        max(one.bottom for one in row),
    )
