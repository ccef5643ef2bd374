"""A file as read: its source text, the logical text made of it, and where each character came from.

What a report has by the hundred is a named tuple or a Struct: dataclasses take four times as long to make."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from msgspec import Struct


class Span(NamedTuple):
    """The characters from `start` up to, not including, `end`, counted in code points; its length is theirs."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character; an empty span overlaps what it lies strictly inside of."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person finds it in a file that has no lines: page and box (points from the top left), or
    paragraph (1-based, in body order), or table cell (table, row, column, all 1-based)."""

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    paragraph: int | None = None
    cell: tuple[int, int, int] | None = None


class Fragment(Struct, frozen=True, gc=False):
    """A run of the logical text that stands unbroken in the source, from offset `source` on. `length` is what
    it takes up there where that is not its own length: a character written as `&nbsp;`."""

    span: Span
    source: int
    place: Place | None = None
    length: int | None = None

    def source_end(self, offset: int) -> int:
        """Where in the source the character at `offset` of the logical text ends."""
        if self.length is not None:
            return self.source + self.length
        return self.source + offset - self.span.start + 1


class Paragraph(Struct, frozen=True, gc=False):
    """Text that belongs together, reflowed to one line. `style` is the format's own name for it, if any:
    `heading-1` … `heading-9` for headings that the file itself marks as such."""

    span: Span
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. In a ruled table (from a format that has cells) every row has the same width, a merged
    cell is repeated in each place it covers, and an empty cell is an empty span. A table found in plain text
    (`ruled` false) has lines only, no rows."""

    span: Span
    rows: tuple[tuple[Span, ...], ...]
    ruled: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """All that a reader knows.

    `source` is the decoded text of the file as it stands (txt, md, html), or the text extracted from it
    (docx, pdf, ofd); `lines` are the offsets at which its lines start. `text` is the logical text: wraps
    undone, page furniture set aside, one line per paragraph or table line. Each of its characters stands in
    `source` at the place that `fragments` (sorted, gapless over `text`) say.
    `damaged` are stretches of `text` that a conversion has spoilt: nothing may be concluded from them.
    `unreadable` names, in Chinese and English, what a reader saw but could not read (a picture page).
    """

    path: str
    format: str
    encoding: str | None
    source: str
    lines: tuple[int, ...]
    text: str
    blocks: tuple[Block, ...]
    fragments: tuple[Fragment, ...]
    damaged: tuple[Span, ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def fragment_at(self, offset: int) -> Fragment:
        """The fragment that holds the character at `offset` of `text`."""
        index = bisect_right(self.fragments, offset, key=lambda one: one.span.start) - 1
        return self.fragments[max(index, 0)]

    def source_offset(self, offset: int) -> int:
        """Where the character at `offset` of `text` stands in `source`."""
        fragment = self.fragment_at(offset)
        return fragment.source + offset - fragment.span.start

    def source_end(self, offset: int) -> int:
        """Where the character at `offset` of `text` ends in `source`."""
        return self.fragment_at(offset).source_end(offset)

    def source_span(self, span: Span) -> Span:
        """From the first to the last character of `span`, in `source`; an empty span goes after the
        character before it, where an insertion belongs."""
        if span.end > span.start:
            return Span(self.source_offset(span.start), self.source_end(span.end - 1))
        at = self.source_end(span.start - 1) if span.start else self.source_offset(0)
        return Span(at, at)

    def line_column(self, source_offset: int) -> tuple[int, int]:
        """Line and column (1-based, code points) of an offset of `source`."""
        line = bisect_right(self.lines, source_offset) - 1
        return line + 1, source_offset - self.lines[line] + 1

    def place(self, span: Span) -> Place | None:
        """The place of the first character of `span`, for formats that have places."""
        return self.fragment_at(span.start).place
