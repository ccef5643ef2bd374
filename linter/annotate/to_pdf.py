"""Findings as highlights of a PDF, each with a note that opens on it."""

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from linter.annotate.wording import AUTHOR, lines
from linter.model.document import Document, Fragment, Span
from linter.model.finding import Finding
from linter.model.result import Result
from linter.readers.glyphs import Glyph
from linter.readers.pdf_pages import pages
from linter.readers.sheets import Page

_COLORS = {"error": "ff8a80", "warning": "ffd180", "note": "90caf9"}
_SLACK = 1.0  # points by which a character may stand out of the box of its line

Box = tuple[float, float, float, float]


def annotated(data: bytes, result: Result, lang: str) -> bytes:
    """The PDF in `data` with a highlight per finding and line; nothing on the pages themselves is changed."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    document = result.report.document
    found = tuple(pages(data, document.path))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for finding in result.findings:
        text = "\n".join(lines(document, finding, lang))
        for page, boxes in _places(document, finding, found):
            target: Any = writer.pages[page - 1]
            moved = [_turned(box, target) for box in boxes]
            around = (
                min(b[0] for b in moved),
                min(b[1] for b in moved),
                max(b[2] for b in moved),
                max(b[3] for b in moved),
            )
            corners = [FloatObject(value) for box in moved for value in _corners(box)]
            note = Highlight(
                rect=around, quad_points=ArrayObject(corners), highlight_color=_COLORS[finding.severity]
            )
            note[NameObject("/Contents")] = TextStringObject(text)
            note[NameObject("/T")] = TextStringObject(AUTHOR)
            writer.add_annotation(page - 1, note)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _places(document: Document, finding: Finding, found: Sequence[Page]) -> Iterator[tuple[int, list[Box]]]:
    """The pages that a finding lies on, and on each the boxes of its words, a box per line, seen from the top
    left."""
    span = (
        finding.span
        if len(finding.span)
        else Span(max(finding.span.start - 1, 0), max(finding.span.start, 1))
    )
    boxes = [one for part in _by_line(document, span) for one in _boxes(document, part, found)]
    for page, group in groupby(boxes, key=lambda one: one[0]):
        yield page, [box for _, box in group]


def _by_line(document: Document, span: Span) -> Iterator[tuple[Fragment, Span]]:
    """The parts of the span, each within one fragment: a line, or a cell."""
    at = span.start
    while at < span.end:
        fragment = document.fragment_at(at)
        end = min(span.end, fragment.span.end)
        yield fragment, Span(at, end)
        at = max(end, at + 1)


def _boxes(
    document: Document, part: tuple[Fragment, Span], found: Sequence[Page]
) -> Iterator[tuple[int, Box]]:
    """Where the characters of the part stand: its line's characters are counted off from the line's start."""
    fragment, span = part
    place = fragment.place
    if place is None or place.page is None or place.box is None:
        return
    line = _line(document, fragment)
    before = "".join(document.source[line.start : document.source_offset(span.start)].split())
    words = "".join(document[span].split())
    glyphs = _within(found[place.page - 1].glyphs, place.box)
    chosen = glyphs[len(before) : len(before) + len(words)]
    if not words or [one.text for one in chosen] != list(words):
        chosen = glyphs  # the page is set in a way that the count does not fit: the whole line, then
    for _, row in groupby(chosen, key=lambda one: round(one.top / 4)):
        same = list(row)
        yield (
            place.page,
            (same[0].x0, min(one.top for one in same), same[-1].x1, max(one.bottom for one in same)),
        )


def _line(document: Document, fragment: Fragment) -> Span:
    """The stretch of the source that has the fragment's place: the line or cell it is a part of."""
    index = document.fragments.index(fragment)
    first = index
    while first and document.fragments[first - 1].place == fragment.place:
        first -= 1
    return Span(document.fragments[first].source, fragment.source + len(fragment.span))


def _within(glyphs: Sequence[Glyph], box: Box) -> list[Glyph]:
    """The characters in a box in reading order, each once (a bold one may be drawn twice), without blanks."""
    x0, top, x1, bottom = box
    inside = [
        one
        for one in glyphs
        if x0 - _SLACK <= (one.x0 + one.x1) / 2 <= x1 + _SLACK
        and top - _SLACK <= (one.top + one.bottom) / 2 <= bottom + _SLACK
        and not one.text.isspace()
    ]
    ordered = sorted(inside, key=lambda one: (round(one.bottom / 4), one.x0))
    return [
        one
        for n, one in enumerate(ordered)
        if not n or one.text != ordered[n - 1].text or one.x0 - ordered[n - 1].x0 > 0.3 * (one.x1 - one.x0)
    ]


def _turned(box: Box, page: Any) -> Box:
    """A box seen from the top left as PDF counts it: from the page's own corner, y upwards."""
    left, bottom, right, top = (float(one) for one in page.cropbox)
    x0, y0, x1, y1 = box
    match int(page.rotation) % 360:
        case 90:
            return left + y0, bottom + x0, left + y1, bottom + x1
        case 180:
            return right - x1, bottom + y0, right - x0, bottom + y1
        case 270:
            return right - y1, top - x1, right - y0, top - x0
        case _:
            return left + x0, top - y1, left + x1, top - y0


def _corners(box: Box) -> tuple[float, ...]:
    """The corners as readers want them: upper left, upper right, lower left, lower right."""
    x0, y0, x1, y1 = box
    return x0, y1, x1, y1, x0, y0, x1, y0
