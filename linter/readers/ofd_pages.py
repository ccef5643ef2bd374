"""The pages of an .ofd (GB/T 33190): its characters and lines with their places, in points from the top left.

The file counts millimetres. An object lies in its `Boundary`, moved and scaled by its `CTM`; a text has the place
of its first character and the way to each next."""

import posixpath
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from linter.language.late import late
from linter.readers.archives import damaged, encrypted, local, member, names, opened, parsed, too_large
from linter.readers.glyphs import Glyph
from linter.readers.rulings import SEGMENTS, Segment
from linter.readers.sheets import SAME, Matrix, Page

PAGES = 200
GLYPHS = 400_000
"""Characters of one file; a page has some 800."""

_POINTS = 72 / 25.4
_DEEPEST = 20
_PATH = late(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_ARGUMENTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_THIN = 2.0  # points: a filled box as thin as this is a line


def pages(data: bytes, path: str) -> Iterator[Page]:
    """The pages in reading order. Raises UnreadableReport (`damaged`, `encrypted`, `too-large`)."""
    archive = opened(data, path)
    known = names(archive)
    if "encryptions.xml" in known:
        raise encrypted(path)
    start = _root(archive, known, "OFD.xml", path)
    root = None if start is None else _first(start, "DocRoot")
    location = None if root is None else (root.text or "").strip()
    document = None if not location else _root(archive, known, location.lstrip("/"), path)
    if document is None or not location:
        raise damaged(path, "里面没有文档", "it has no document")
    folder = posixpath.dirname(location.lstrip("/"))
    found = [one for group in document if local(group) == "Pages" for one in group if local(one) == "Page"]
    if len(found) > PAGES:
        raise too_large(path)
    usual = _height(document) or 297 * _POINTS
    count = 0
    for one in found:
        content = _content(archive, known, folder, one.get("BaseLoc") or "", path)
        if content is None:
            raise damaged(path, "缺少一页的内容", "the content of a page is missing")
        made = _page(content, _height(content) or usual, path)
        count += len(made.glyphs)
        if count > GLYPHS:
            raise too_large(path)
        yield made


def _root(
    archive: zipfile.ZipFile, known: dict[str, zipfile.ZipInfo], name: str, path: str
) -> etree._Element | None:
    info = known.get(posixpath.normpath(name).lower())
    return None if info is None else parsed(member(archive, info, path), path)


def _content(
    archive: zipfile.ZipFile, known: dict[str, zipfile.ZipInfo], folder: str, location: str, path: str
) -> etree._Element | None:
    """The content of a page; places count from the document's folder, in some files from the root."""
    if not location:
        return None
    if not location.startswith("/"):
        inside = _root(archive, known, posixpath.join(folder, location), path)
        if inside is not None:
            return inside
    return _root(archive, known, location.lstrip("/"), path)


def _first(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iter("{*}" + name), None)


def _height(element: etree._Element) -> float | None:
    """The height of the page box, if the element says it."""
    box = _first(element, "PhysicalBox")
    numbers = [] if box is None else _numbers(box.text)
    return numbers[3] * _POINTS if len(numbers) == 4 and numbers[3] > 0 else None


def _numbers(text: str | None) -> list[float]:
    """The numbers in a text; none where one of them is no number."""
    try:
        found = [float(one) for one in (text or "").split()]
    except ValueError:
        return []
    return found if all(abs(one) < 1e6 for one in found) else []


def _page(content: etree._Element, height: float, path: str) -> Page:
    glyphs: list[Glyph] = []
    segments: list[Segment] = []
    pictures = 0
    for one in _objects(content, 0, path):
        if one.get("Visible") == "false":
            continue
        match local(one):
            case "TextObject":
                glyphs += _glyphs(one)
                if len(glyphs) > GLYPHS:
                    raise too_large(path)
            case "PathObject" if len(segments) <= SEGMENTS:
                segments += _segments(one)
            case "ImageObject":
                pictures += 1
    return Page(tuple(glyphs), tuple(segments), pictures, height)


def _objects(parent: etree._Element, depth: int, path: str) -> Iterator[etree._Element]:
    """The objects of a page in drawing order, those in blocks too."""
    if depth > _DEEPEST:
        raise damaged(path, "内容嵌套得太深", "its content is nested too deep")
    for one in parent:
        if local(one) in ("Content", "Layer", "PageBlock"):
            yield from _objects(one, depth + 1, path)
        else:
            yield one


def _matrix(element: etree._Element) -> Matrix:
    """How an object is scaled and moved, its boundary included."""
    found = _numbers(element.get("CTM"))
    a, b, c, d, e, f = found if len(found) == 6 else SAME
    box = _numbers(element.get("Boundary"))
    left, top = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
    return a, b, c, d, e + left, f + top


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point on the page, in points."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e) * _POINTS, (b * x + d * y + f) * _POINTS


def _glyphs(element: etree._Element) -> Iterator[Glyph]:
    """The characters of a text; slanted ones (a watermark) are set aside."""
    matrix = _matrix(element)
    sizes = _numbers(element.get("Size"))
    size = sizes[0] if sizes else 3.7
    if abs(matrix[1]) > 0.1 * abs(matrix[0]) or not matrix[3] or size <= 0:
        return
    wide = (_numbers(element.get("HScale")) or [1.0])[0] * size
    em, tall = abs(matrix[0]) * wide * _POINTS, abs(matrix[3]) * size * _POINTS
    x = y = 0.0
    for code in element:
        if local(code) != "TextCode":
            continue
        x, y = (_numbers(code.get("X")) or [x])[0], (_numbers(code.get("Y")) or [y])[0]
        text = (code.text or "").strip("\r\n")
        right, down = deltas(code.get("DeltaX"), len(text)), deltas(code.get("DeltaY"), len(text))
        for n, char in enumerate(text):
            left, base = _at(matrix, x, y)
            step = right[n] if n < len(right) else 0.0 if down else _advance(char, wide)
            width = (
                min(_advance(char, em), step * abs(matrix[0]) * _POINTS) if step > 0 else _advance(char, em)
            )
            yield Glyph(char, left, base - 0.86 * tall, left + width, base + 0.14 * tall)
            x, y = x + step, y + (down[n] if n < len(down) else 0.0)


def _advance(char: str, em: float) -> float:
    return em if ord(char) > 0x2E7F or char in "“”‘’—…" else em / 2


def deltas(text: str | None, most: int) -> list[float]:
    """The way from each character to the next; `g 5 3.5` says 3.5 five times."""
    made: list[float] = []
    words = (text or "").replace("G", "g").split()
    at = 0
    while at < len(words) and len(made) < most:
        if words[at] != "g":
            found, count = _numbers(words[at]), 1
            at += 1
        else:
            found, count = _numbers(" ".join(words[at + 2 : at + 3])), _whole(words[at + 1 : at + 2])
            at += 3
        if not found or count < 1:
            return []
        made += found * min(count, most)
    return made


def _whole(words: list[str]) -> int:
    """The whole number that the first of the words is; 0 if it is none."""
    return int(words[0]) if words and words[0].isascii() and words[0].isdigit() and len(words[0]) < 10 else 0


def _segments(element: etree._Element) -> Iterator[Segment]:
    """The straight lines of a path: its strokes, and boxes filled so thin that they are lines."""
    data = _first(element, "AbbreviatedData")
    matrix = _matrix(element)
    stroked, filled = element.get("Stroke") != "false", element.get("Fill") == "true"
    for path in _paths((data.text or "") if data is not None else ""):
        points = [_at(matrix, x, y) for x, y in path]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if filled and min(right - left, bottom - top) <= _THIN:
            upright = right - left < bottom - top
            x, y = (left + right) / 2, (top + bottom) / 2
            yield Segment(x, top, x, bottom) if upright else Segment(left, y, right, y)
        elif stroked:
            for (x0, y0), (x1, y1) in pairwise(points):
                yield Segment(x0, y0, x1, y1)


def _paths(text: str) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path; a curve is but its end, so that it makes no level or upright line."""
    words = _PATH.findall(text)
    points: list[tuple[float, float]] = []
    at = 0
    while at < len(words):
        command = words[at]
        count = _ARGUMENTS.get(command)
        numbers = [] if count is None else _numbers(" ".join(words[at + 1 : at + 1 + count]))
        if count is None or len(numbers) != count:
            break
        at += 1 + count
        if command in "SM" and points:
            yield points
            points = []
        if command == "C":
            points += points[:1]
        elif command in "QBA" and points:
            yield points
            points = [(numbers[-2], numbers[-1])]
        else:
            points.append((numbers[-2], numbers[-1]))
    if points:
        yield points
