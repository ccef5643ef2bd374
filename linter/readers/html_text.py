"""The text that a web page shows, its paragraphs and tables, and where each character stands in the file."""

from collections.abc import Sequence
from typing import NamedTuple

from linter.readers.builder import Shown, Stretch
from linter.readers.flow import Cell, Grid, Part, Written
from linter.readers.html_source import references
from linter.readers.html_tables import Place, is_layout, placed, rows_of
from linter.readers.html_tree import BLOCKS, Element

_CODE = ("script", "style", "head", "title", "noscript", "template", "xmp", "noembed", "noframes", "iframe")
_CONTROLS = ("select", "option", "button", "textarea", "input")
_PICTURES = ("object", "svg", "audio", "video", "canvas", "map")
_UNSHOWN = frozenset((*_CODE, *_CONTROLS, *_PICTURES, "nav", "footer", "rt", "rp"))
_BLANK = str.maketrans("\t\r\n\f\v", "     ")
_HEADINGS = {f"h{number}": f"heading-{number}" for number in range(1, 7)}


class Found(NamedTuple):
    """A line or a table of the page and the element in which it stands; `linked`: the share of its characters that
    are links. Lines of one `paragraph` are parted by line breaks only."""

    part: Part
    element: Element
    linked: float
    paragraph: int


class Page(NamedTuple):
    """What a page shows, whatever of it is the report."""

    shown: Shown
    found: tuple[Found, ...]
    pictures: int


def page(root: Element, source: str) -> Page:
    """The text of all elements that are shown; navigation and footers that are marked as such are not read."""
    walk = _Walk(source)
    walk.inside(root)
    walk.end_paragraph(root, len(source))
    return Page(Shown("".join(walk.pieces), tuple(walk.stretches)), tuple(walk.found), walk.pictures)


class _Walk:
    """One pass over a page. Made for it and thrown away with it."""

    def __init__(self, source: str) -> None:
        self.pieces: list[str] = []
        self.stretches: list[Stretch] = [Stretch(0, 0)]
        self.found: list[Found] = []
        self.pictures = 0
        self._source = source
        self._length = self._start = 0
        self._links = self._linked = self._characters = self._paragraph = 0
        self._in_cell = self._kept = False

    def inside(self, element: Element) -> None:
        """All that stands in the element."""
        for child in element.children:
            if isinstance(child, tuple):
                self._text(*child)
            elif child.name not in _UNSHOWN and not child.hidden():
                self._element(child)

    def _element(self, element: Element) -> None:
        name = element.name
        if name == "br":
            if self._in_cell:
                self._write(" ", element.start)
            else:
                self._end_line(element.parent or element, element.start)
        elif name == "img":
            self.pictures += 1
        elif name == "table" and not self._in_cell:
            self._table(element)
        elif name == "a":
            self._links += 1
            self.inside(element)
            self._links -= 1
        elif name == "pre":
            kept, self._kept = self._kept, not self._in_cell
            self._block(element)
            self._kept = kept
        elif name in BLOCKS:
            self._block(element)
        else:
            self.inside(element)

    def _block(self, element: Element) -> None:
        if self._in_cell:
            self._write(" ", element.start)
            self.inside(element)
            return
        self.end_paragraph(element.parent or element, element.start)
        self.inside(element)
        self.end_paragraph(element, self._here())

    def _here(self) -> int:
        """The place in the file behind what was written last."""
        last = self.stretches[-1]
        return last.source + (last.length or self._length - last.start)

    def end_paragraph(self, element: Element, at: int) -> None:
        """End the paragraph that stands in `element`, if anything of it is there; its end is `at` in the file."""
        if self._length > self._start:
            self._end_line(element, at)
        self._paragraph += 1

    def _end_line(self, element: Element, at: int) -> None:
        if self._characters:
            style = next((_HEADINGS[one.name] for one in element.up() if one.name in _HEADINGS), None)
            part = Written(self._start, self._length, style)
            self.found.append(Found(part, element, self._linked / self._characters, self._paragraph))
        self._write("\n", at)
        self._begin()

    def _begin(self) -> None:
        self._start = self._length
        self._linked = self._characters = 0

    def _text(self, start: int, end: int) -> None:
        at = start
        if "&" in self._source[start:end]:
            for begin, stop, shown in references(self._source, start, end):
                self._run(at, begin)
                self._reference(begin, stop, shown)
                at = stop
        self._run(at, end)

    def _run(self, start: int, end: int) -> None:
        """Characters that stand in the file as they are."""
        if start >= end:
            return
        text = self._source[start:end]
        self._count(text)
        self._reach(start)
        self._put(text if self._kept else text.translate(_BLANK))

    def _reference(self, start: int, end: int, shown: str) -> None:
        self._count(shown)
        self.stretches.append(Stretch(self._length, start, end - start))
        self._put(shown.translate(_BLANK))

    def _write(self, text: str, at: int) -> None:
        """White space that the page shows where a tag stands."""
        self._reach(min(at, max(len(self._source) - 1, 0)))
        self._put(text)

    def _count(self, text: str) -> None:
        count = len(text) - text.count(" ") - text.count("\n") if text.strip() else 0
        self._characters += count
        self._linked += count if self._links else 0

    def _reach(self, source: int) -> None:
        """Begin a stretch at that place of the file, if the last does not lead there."""
        last = self.stretches[-1]
        if last.length is not None or last.source + self._length - last.start != source:
            self.stretches.append(Stretch(self._length, source))

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)

    def _table(self, element: Element) -> None:
        self.end_paragraph(element.parent or element, element.start)
        rows = list(rows_of(element))
        places = None if is_layout(element, rows) else placed(rows)
        if places is None:
            self.inside(element)
            self.end_paragraph(element, self._here())
            return
        for child in element.children:
            if isinstance(child, Element) and child.name == "caption":
                self._element(child)
        start = self._length
        cells: dict[int, Cell] = {}
        for row in places:
            for place in row:
                self._cell(place, cells)
            self._write("\n", self._here())
        made = tuple(tuple(cells[_key(place)] for place in row) for row in places)
        if any(cell.start < cell.end for cell in cells.values()):
            linked = self._linked / max(self._characters, 1)
            self._paragraph += 1
            self.found.append(Found(Grid(start, self._length, made), element, linked, self._paragraph))
        self._begin()

    def _cell(self, place: Place, cells: dict[int, Cell]) -> None:
        """Write a cell where it is met first."""
        if _key(place) in cells:
            return
        start = self._length
        if place.element is not None and not place.element.hidden():
            self._in_cell = True
            self.inside(place.element)
            self._in_cell = False
        cells[_key(place)] = Cell(start, self._length)
        filled = place.element is None or self._length > start
        self._write("\t", self._here() if filled or place.element is None else place.element.start)


def _key(place: Place) -> int:
    """What tells one cell from another."""
    return place.element.number if place.element is not None else -1 - place.row * 1_000 - place.column


def joined(found: Sequence[Found], shown: Shown) -> tuple[Part, ...]:
    """The parts, lines of one paragraph that follow one another as one."""
    made: list[Part] = []
    paragraph = -1
    for one in found:
        last = made[-1] if made else one.part
        if (
            one.paragraph == paragraph
            and isinstance(last, Written)
            and not shown.text[last.end : one.part.start].strip()
        ):
            made[-1] = last._replace(end=one.part.end)
        else:
            made.append(one.part)
        paragraph = one.paragraph
    return tuple(made)


def lines(found: Sequence[Found], shown: Shown) -> list[str]:
    """The text of each paragraph without white space; of a table nothing."""
    return [
        "" if isinstance(one.part, Grid) else "".join(shown.text[one.part.start : one.part.end].split())
        for one in found
    ]
