"""The text of a .docx as it is read, and which element of the XML holds each character of it.

Tracked insertions count and deletions do not; hidden text, comments, notes and tables of contents are set aside.
Whoever writes into the file walks it in the same way, so that offsets agree."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lxml import etree

from linter.model.document import Place
from linter.readers.archives import damaged, local
from linter.readers.docx_numbering import Counters, lists
from linter.readers.docx_parts import Parts, Properties, Style, child, is_on, properties, value
from linter.readers.docx_symbols import symbol
from linter.readers.docx_tables import Slot, is_layout, slots
from linter.readers.flow import Cell, Grid, Part, Written

_DEEPEST = 50
_AROUND_RUNS = frozenset(
    ("hyperlink", "smartTag", "ins", "moveTo", "fldSimple", "dir", "bdo", "customXml", "sdtContent")
)
_AROUND_BLOCKS = frozenset(("ins", "moveTo", "customXml", "sdtContent", "txbxContent"))
_BLANK = str.maketrans("\t\r\n", "   ")


class Run(NamedTuple):
    """Characters `start` to `end` of the text and where they are: `text` in a `w:t`, a `mark` is an element of
    its own (`w:tab`, `w:br` …), a `number` is made by Word at the front of the `w:p`."""

    start: int
    end: int
    element: etree._Element
    kind: Literal["text", "mark", "number"]


class Text(NamedTuple):
    """What a body says: one line for each paragraph and each row of a table."""

    text: str
    parts: tuple[Part, ...]
    runs: tuple[Run, ...]
    pictures: int
    embedded: int


def extracted(made: Parts, path: str) -> Text:
    """The text of the body. Raises UnreadableReport (`damaged`) where it is nested beyond all use."""
    walk = _Walk(made, path)
    walk.blocks(made.body, None, 0)
    walk.end_paragraph(None, None)
    return Text("".join(walk.pieces), tuple(walk.parts), tuple(walk.runs), walk.pictures, walk.embedded)


def holders(text: Text, start: int, end: int) -> Iterator[tuple[Run, int, int]]:
    """The runs that hold the characters `start` to `end`, each with the first and the last but one of its own
    characters that are meant."""
    index = max(bisect_right(text.runs, start, key=lambda one: one.start) - 1, 0)
    for run in text.runs[index:]:
        if run.start >= end:
            break
        if run.end > start:
            yield run, max(start, run.start) - run.start, min(end, run.end) - run.start


class _Walk:
    """One pass over a body. Made for it and thrown away with it."""

    def __init__(self, made: Parts, path: str) -> None:
        self.pieces: list[str] = []
        self.parts: list[Part] = []
        self.runs: list[Run] = []
        self.pictures = self.embedded = 0
        self._styles, self._default = made.styles, made.default
        self._counters = Counters(lists(made.numbering, made.styles))
        self._path = path
        self._length = self._paragraphs = self._tables = 0
        self._open: int | None = None
        self._boxes: list[etree._Element] = []

    def blocks(self, parent: etree._Element, place: Place | None, depth: int) -> None:
        """The paragraphs and tables in `parent`. `place`: of the cell in which they stand."""
        self._check(depth)
        for one in parent:
            match local(one):
                case "p":
                    self._paragraph(one, place, depth)
                case "tbl":
                    self._table(one, depth)
                case "sdt":
                    content = child(one, "sdtContent")
                    if content is not None and not _is_contents(one):
                        self.blocks(content, place, depth + 1)
                case "AlternateContent":
                    chosen = _choice(one)
                    if chosen is not None:
                        self.blocks(chosen, place, depth + 1)
                case "altChunk":
                    self.embedded += 1
                case name if name in _AROUND_BLOCKS:
                    self.blocks(one, place, depth + 1)

    def _check(self, depth: int) -> None:
        if depth > _DEEPEST:
            raise damaged(self._path, "内容嵌套得太深", "its content is nested too deep")

    def _paragraph(self, element: etree._Element, place: Place | None, depth: int) -> None:
        about = properties(child(element, "pPr"))
        style = self._style(about)
        if style.contents:
            return
        if place is None and self._open is None:
            self._paragraphs += 1
        start = self._length if self._open is None else self._open
        before = self._length
        self._number(element, about, style)
        self._inline(element, depth)
        if about.joined:
            self._open = start if self._length > before or self._open is not None else None
            return
        self._open = start
        level = style.heading if about.outline is None else about.outline + 1
        self.end_paragraph(f"heading-{level}" if level and 1 <= level <= 9 else None, place)
        self._boxed(place, depth)

    def end_paragraph(self, style: str | None, place: Place | None) -> None:
        """End the paragraph that is open, if one is."""
        if self._open is None:
            return
        if self._length > self._open:
            at = Place(paragraph=self._paragraphs) if place is None else place
            self.parts.append(Written(self._open, self._length, style, at))
        self._open = None
        self._write("\n")

    def _boxed(self, place: Place | None, depth: int) -> None:
        """The text boxes that hang on what was written last."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, place, depth + 1)

    def _style(self, about: Properties) -> Style:
        return self._styles.get(about.style or self._default or "", Style())

    def _number(self, element: etree._Element, about: Properties, style: Style) -> None:
        num = about.num if about.num is not None else style.num
        if num is None or num == "0" or about.joined:
            return
        level = about.level if about.level is not None else style.level
        text = self._counters.number(num, level, about.style)
        if text:
            self._write(text, element, "number")

    def _write(
        self,
        text: str,
        element: etree._Element | None = None,
        kind: Literal["text", "mark", "number"] = "text",
    ) -> None:
        if not text:
            return
        start = self._length
        self._length += len(text)
        self.pieces.append(text)
        if element is not None:
            self.runs.append(Run(start, self._length, element, kind))

    def _inline(self, parent: etree._Element, depth: int) -> None:
        self._check(depth)
        for one in parent:
            match local(one):
                case "r":
                    self._run(one, depth)
                case "sdt":
                    content = child(one, "sdtContent")
                    if content is not None:
                        self._inline(content, depth + 1)
                case "AlternateContent":
                    chosen = _choice(one)
                    if chosen is not None:
                        self._inline(chosen, depth + 1)
                case "oMath" | "oMathPara":
                    for part in one.iter():
                        if local(part) == "t":
                            self._characters(part)
                case name if name in _AROUND_RUNS:
                    self._inline(one, depth + 1)

    def _run(self, element: etree._Element, depth: int) -> None:
        self._check(depth)
        for one in element:
            match local(one):
                case "t":
                    self._characters(one)
                case "rPr":
                    if is_on(child(one, "vanish")):
                        return
                case "tab" | "ptab":
                    self._write("\t", one, "mark")
                case "br" | "cr":
                    self._write("\n", one, "mark")
                case "noBreakHyphen":
                    self._write("-", one, "mark")
                case "sym":
                    self._write(symbol(value(one, "font"), value(one, "char")), one, "mark")
                case "ruby":
                    base = child(one, "rubyBase")
                    if base is not None:
                        self._inline(base, depth + 1)
                case "AlternateContent":
                    chosen = _choice(one)
                    if chosen is not None:
                        self._run(chosen, depth + 1)
                case "drawing" | "pict" | "object":
                    self._drawing(one)

    def _characters(self, element: etree._Element) -> None:
        if element.text:
            self._write(element.text.translate(_BLANK), element)

    def _drawing(self, element: etree._Element) -> None:
        """Remember the text boxes in a drawing, and count its pictures."""
        ahead = [element]
        while ahead:
            one = ahead.pop()
            match local(one):
                case "txbxContent":
                    self._boxes.append(one)
                case "AlternateContent":
                    chosen = _choice(one)
                    ahead += [] if chosen is None else [chosen]
                case "blip" | "imagedata":
                    self.pictures += 1
                case _:
                    ahead += reversed(one)

    def _table(self, element: etree._Element, depth: int) -> None:
        self.end_paragraph(None, None)
        self._tables += 1
        number = self._tables
        rows = slots(element)
        if is_layout(rows):
            for slot in dict.fromkeys(slot for row in rows for slot in row if slot.element is not None):
                place = Place(cell=(number, slot.row + 1, slot.column + 1))
                if slot.element is not None:
                    self.blocks(slot.element, place, depth + 1)
            return
        start = self._length
        cells: dict[Slot, Cell] = {}
        for row in rows:
            for slot in row:
                if slot not in cells:
                    cells[slot] = self._cell(slot, number, depth)
            self._write("\n")
        made = tuple(tuple(cells[slot] for slot in row) for row in rows)
        self.parts.append(Grid(start, self._length, made))
        self._boxed(None, depth)

    def _cell(self, slot: Slot, number: int, depth: int) -> Cell:
        """Write a cell's paragraphs on one line, and a tab behind them."""
        start = self._length
        first = len(self.pieces)
        for paragraph in _paragraphs(slot.element):
            about = properties(child(paragraph, "pPr"))
            if self._length > start:
                self._write(" ")
            self._number(paragraph, about, self._style(about))
            self._inline(paragraph, depth + 1)
        if len(self.pieces) > first + 1:  # a break or a tab in a cell is but white space
            self.pieces[first:] = ["".join(self.pieces[first:]).translate(_BLANK)]
        end = self._length
        self._write("\t")
        return Cell(start, end, Place(cell=(number, slot.row + 1, slot.column + 1)))


def _paragraphs(parent: etree._Element | None) -> Iterator[etree._Element]:
    """The paragraphs in a cell, also those in content controls."""
    for one in parent if parent is not None else ():
        name = local(one)
        if name == "p":
            yield one
        elif name == "sdt":
            yield from _paragraphs(child(one, "sdtContent"))
        elif name in _AROUND_BLOCKS:
            yield from _paragraphs(one)


def _choice(element: etree._Element) -> etree._Element | None:
    """Of alternatives the first that is for programs of today."""
    chosen = child(element, "Choice")
    return child(element, "Fallback") if chosen is None else chosen


def _is_contents(element: etree._Element) -> bool:
    """Whether a content control is the table of contents."""
    gallery = value(child(element, "sdtPr", "docPartObj", "docPartGallery"))
    return gallery is not None and gallery.startswith("Table of Contents")
