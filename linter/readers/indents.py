"""Paragraphs of a page by their indents, where the page has them: surer than what a line says or how it ends."""

from collections.abc import Sequence
from itertools import pairwise

from linter.language.marks import is_finished
from linter.readers.lines import Line
from linter.readers.reflow import Kind, kind_of, paragraphs, wrap_width
from linter.readers.title_lines import title_end

_SHORT = 0.75  # of the width: a line that ends before is the last of its paragraph
_FULL = 0.9
_ENOUGH = 3


def paragraphs_of_page(
    lines: Sequence[Line], kept: Sequence[int], barriers: frozenset[int]
) -> tuple[tuple[int, ...], ...]:
    """As `reflow.paragraphs`; where first lines are clearly indented and others are not, by that. Indents and widths
    are true to the page, in characters."""
    width = wrap_width([lines[n] for n in kept])
    if width is None or not _is_clear([lines[n] for n in kept], width):
        return paragraphs(lines, kept, barriers)
    head = title_end(lines, kept)
    groups = [list(group) for group in paragraphs(lines, kept[:head], barriers)]
    text = ""
    for place, n in enumerate(kept[head:]):
        before = lines[kept[head + place - 1]] if place else None
        if before is not None and n not in barriers and _continues(before, lines[n], text, width):
            groups[-1].append(n)
            text += lines[n].bare
        else:
            groups.append([n])
            text = lines[n].bare
    return tuple(tuple(group) for group in groups)


def _is_clear(lines: Sequence[Line], width: int) -> bool:
    """Whether lines after a short one are indented, and lines after a full, unfinished one are not."""
    first, inner = [], []
    for before, line in pairwise(lines):
        if before.width < width * _SHORT:
            first.append(1 < line.indent <= 3)
        elif before.width >= width * _FULL and not is_finished(before.bare):
            inner.append(line.indent < 1)
    return (
        len(inner) >= _ENOUGH <= len(first)
        and sum(inner) >= 0.8 * len(inner)
        and sum(first) >= 0.5 * len(first)
    )


def _continues(before: Line, line: Line, text: str, width: int) -> bool:
    """Whether a line goes on with the paragraph of the one before. A line at the margin does after a line that is not
    short; after a short one only what reads so."""
    if line.indent >= 1:
        return False
    if before.width >= width * _SHORT:
        return True
    return not is_finished(text) and kind_of(line, text) is Kind.PLAIN
