"""The pages of a PDF: its characters and straight lines with their places, in points from the top left.

PDFium reads the file; what it makes up itself (spaces and breaks between characters) is left out, since the
places say more. Pages and objects are counted and the time is watched between pages, so that no file goes on
for ever."""

import ctypes
from collections.abc import Iterator
from time import monotonic
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from linter.model.errors import UnreadableReport
from linter.readers.archives import damaged, encrypted, too_large
from linter.readers.glyphs import Glyph
from linter.readers.pdf_bounds import check_streams
from linter.readers.rulings import SEGMENTS, Segment
from linter.readers.sheets import SAME, Matrix, Page

PAGES = 300
GLYPHS = 400_000
"""Characters of one file; a page has some 800."""

SECONDS = 15.0
_THIN = 3.0  # points: a filled box as thin as this is a line
_ASCENT = 0.86  # of a character's size, what stands above its line
_DEEPEST = 8  # forms within forms


def pages(data: bytes, path: str) -> Iterator[Page]:
    """The pages of the PDF in `data`, in order. Raises UnreadableReport."""
    check_streams(data, path)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise encrypted(path) if "password" in str(error).lower() else _damaged(path) from None
    try:
        yield from _pages(document, path)
    except pypdfium2.PdfiumError:
        raise _damaged(path) from None
    finally:
        document.close()


def _damaged(path: str) -> UnreadableReport:
    return damaged(path, "PDF 打不开，文件不完整或已损坏", "the PDF cannot be opened: incomplete or damaged")


def _pages(document: pypdfium2.PdfDocument, path: str) -> Iterator[Page]:
    if len(document) > PAGES:
        raise too_large(path)
    until, count = monotonic() + SECONDS, 0
    for number in range(len(document)):
        page = document[number]
        made = _page(page, path)
        page.close()
        count += len(made.glyphs)
        if count > GLYPHS:
            raise too_large(path)
        if monotonic() > until:
            zh = f"{path}：{SECONDS:.0f} 秒内没有读完，停下了；请换成 Word 或文本再检查"
            raise UnreadableReport("too-slow", zh, f"{path}: not read within {SECONDS:.0f} seconds; given up")
        yield made


def _page(page: pypdfium2.PdfPage, path: str) -> Page:
    turned, (width, height) = page.get_rotation(), page.get_size()
    left, bottom, right, top = page.get_cropbox()
    shown = _Shown(left, bottom, right, top, turned, width, height)
    segments: list[Segment] = []
    pictures = _objects(page.raw, None, SAME, shown, segments, 0)
    return Page(tuple(_glyphs(page, shown, path)), tuple(segments), pictures, height)


class _Shown(NamedTuple):
    """The part of the page that is shown, and how it is turned (degrees clockwise)."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int
    width: float
    height: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as it is seen: from the top left, y downwards."""
        match self.turned:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y


def _glyphs(page: pypdfium2.PdfPage, shown: _Shown, path: str) -> Iterator[Glyph]:
    text = page.get_textpage()
    count = pdfium.FPDFText_CountChars(text.raw)
    if count > GLYPHS:
        raise too_large(path)
    high = 0
    for number in range(count):
        code = pdfium.FPDFText_GetUnicode(text.raw, number)
        if 0xD800 <= code < 0xDC00:  # the first half of a character beyond the basic plane
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        if code < 0x20 or 0xD800 <= code < 0xE000 or pdfium.FPDFText_IsGenerated(text.raw, number) == 1:
            continue
        box = _box(text.raw, number, shown)
        if box:
            yield Glyph(chr(code), *box)
    text.close()


def _box(text: Any, number: int, shown: _Shown) -> tuple[float, float, float, float] | None:
    """Where a character lies: as wide as its font says, as high as its size. What fonts say of heights is of no
    use: in some a 一 is as flat as it looks, and would not seem to stand on its line."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text, number, ctypes.byref(box)):
        return None
    x0, y0 = shown.at(box.left, box.top)
    x1, y1 = shown.at(box.right, box.bottom)
    top, bottom = min(y0, y1), max(y0, y1)
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(text, number, ctypes.byref(x), ctypes.byref(y))
    pdfium.FPDFText_GetMatrix(text, number, ctypes.byref(matrix))
    size = pdfium.FPDFText_GetFontSize(text, number)
    left, base = shown.at(x.value, y.value)
    slant, up = shown.at(x.value + matrix.c * size, y.value + matrix.d * size)
    if abs(slant - left) < base - up:  # it stands upright
        top, bottom = base - _ASCENT * (base - up), base + (1 - _ASCENT) * (base - up)
    return min(x0, x1), top, max(x0, x1), bottom


def _objects(page: Any, form: Any, matrix: Matrix, shown: _Shown, segments: list[Segment], depth: int) -> int:
    """Collect the straight lines of a page or form; the number of its pictures."""
    count = pdfium.FPDFFormObj_CountObjects(form) if form else pdfium.FPDFPage_CountObjects(page)
    pictures = 0
    for number in range(min(count, 20 * SEGMENTS)):
        one = pdfium.FPDFFormObj_GetObject(form, number) if form else pdfium.FPDFPage_GetObject(page, number)
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and len(segments) <= SEGMENTS:
            segments.extend(_segments(one, _times(_matrix(one), matrix), shown))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            pictures += _objects(page, one, _times(_matrix(one), matrix), shown, segments, depth + 1)
    return pictures


def _matrix(one: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, ctypes.byref(found)):
        return SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    """First the one, then the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _segments(path: Any, matrix: Matrix, shown: _Shown) -> Iterator[Segment]:
    """The straight lines of a path that can be seen as such: what is stroked, and what is filled but thin."""
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if not (fill.value or stroke.value):
        return
    lines = tuple(_edges(path, matrix, shown))
    if not lines:
        return
    xs = [x for one in lines for x in (one.x0, one.x1)]
    ys = [y for one in lines for y in (one.y0, one.y1)]
    if stroke.value or min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN:
        yield from lines


def _edges(path: Any, matrix: Matrix, shown: _Shown) -> Iterator[Segment]:
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    first = last = (0.0, 0.0)
    for number in range(min(pdfium.FPDFPath_CountSegments(path), SEGMENTS)):
        part = pdfium.FPDFPath_GetPathSegment(path, number)
        if not pdfium.FPDFPathSegment_GetPoint(part, ctypes.byref(x), ctypes.byref(y)):
            continue
        point = shown.at(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(part)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield Segment(*last, *point)
        last = point
        if pdfium.FPDFPathSegment_GetClose(part):
            yield Segment(*last, *first)
            last = first
