"""The lines of the source in which a span lies, each with what to underline."""

from collections.abc import Iterator
from dataclasses import dataclass

from linter.language.widths import shown
from linter.model.document import Document, Span
from linter.model.pieces import source_pieces

_WIDEST = 100
"""Columns. A longer line is cut round what is underlined."""

_BEFORE = 24
"""Characters kept before it in a line that is cut."""

_MOST = 4
"""Lines. Of a longer stretch the first and the last are shown."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of the source (its number, 1-based), its text as it may be shown, and the carets under it."""

    line: int
    text: str
    carets: str


def excerpts(document: Document, span: Span) -> tuple[Excerpt, ...]:
    """The lines that hold `span`, or the first and the last of many. Lines in between that the logical text
    leaves out are not among them."""
    marked: dict[int, Span] = {}
    for piece in source_pieces(document, span):
        for line, part in _by_line(document, piece):
            before = marked.get(line, part)
            marked[line] = Span(min(before.start, part.start), max(before.end, part.end))
    if not marked:  # a line break alone
        start = document.source_span(span).start
        marked[document.line_column(start)[0] - 1] = Span(start, start)
    lines = sorted(marked)
    kept = lines if len(lines) <= _MOST else [lines[0], lines[-1]]
    return tuple(_excerpt(document, line, marked[line]) for line in kept)


def _by_line(document: Document, piece: Span) -> Iterator[tuple[int, Span]]:
    """The parts of `piece` on each line (0-based), line breaks left out."""
    line = document.line_column(piece.start)[0] - 1
    last = document.line_column(max(piece.end - 1, piece.start))[0] - 1
    for number in range(line, last + 1):
        whole = _line(document, number)
        part = Span(max(piece.start, whole.start), min(piece.end, whole.end))
        if part.start < part.end or piece.start == piece.end:
            yield number, part


def _line(document: Document, number: int) -> Span:
    """The line of that number (0-based) without its line break."""
    start = document.lines[number]
    end = document.lines[number + 1] if number + 1 < len(document.lines) else len(document.source)
    while end > start and document.source[end - 1] in "\r\n":
        end -= 1
    return Span(start, end)


def _excerpt(document: Document, number: int, marked: Span) -> Excerpt:
    whole = _line(document, number)
    window = _window(document.source, whole, marked)
    text, columns = shown(document.source[window.start : window.end])
    marked = Span(min(marked.start, window.end), min(marked.end, window.end))
    left, right = columns[marked.start - window.start], columns[marked.end - window.start]
    head = "…" if window.start > whole.start else ""
    tail = "…" if window.end < whole.end else ""
    carets = " " * (len(head) + left) + "^" * max(right - left, 1)
    return Excerpt(number + 1, f"{head}{text}{tail}".rstrip(), carets)


def _window(source: str, line: Span, marked: Span) -> Span:
    """As much of a line as fits the width, from a little before what is underlined."""
    if len(line) <= _WIDEST and shown(source[line.start : line.end])[1][-1] <= _WIDEST:
        return line
    start = max(line.start, marked.start - _BEFORE)
    end = min(line.end, start + _WIDEST)
    columns = shown(source[start:end])[1]
    while end > start and columns[end - start] > _WIDEST:
        end -= 1
    return Span(start, end)
