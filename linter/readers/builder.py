"""The only place where offsets are made: pieces of the source go in, the logical text and its map come out."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from linter.language.late import late
from linter.model.document import Block, Document, Fragment, Place, Span
from linter.readers.damage import damaged

_LINE_BREAK = late(r"\r\n|\n|\r")


def line_starts(source: str) -> tuple[int, ...]:
    """Where the lines of `source` start. A line ends at CRLF, LF or CR only, not at form feeds or U+2028."""
    if "\r" in source:
        return (0, *(match.end() for match in _LINE_BREAK.finditer(source)))
    sizes = [len(line) + 1 for line in source.split("\n")]
    return (0, *accumulate(sizes[:-1]))


class Stretch(NamedTuple):
    """From `start` on, the characters of a shown text stand at `source` in the file; `length` is what they
    take up there where that is not their own length (one character written as `&nbsp;`)."""

    start: int
    source: int
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """The text that a marked up source shows, and where it stands there: stretches in order, gapless."""

    text: str
    stretches: tuple[Stretch, ...]


class Builder:
    """Takes pieces of one source in reading order and remembers where each came from.

    A piece is as long in the logical text as in the source, so that every logical character has one origin;
    what a reader leaves out is simply not added. With `shown`, offsets are those of the text that the source
    shows; the document's are those of the source all the same."""

    def __init__(self, source: str, shown: Shown | None = None) -> None:
        self.source = source
        self._shown = shown
        self._text = source if shown is None else shown.text
        self._pieces: list[str] = []
        self._fragments: list[tuple[int, int, int, Place | None]] = []
        self._length = 0
        self._next: tuple[int, Place | None] = (-1, None)  # where a piece goes on with the last fragment

    @property
    def offset(self) -> int:
        """The length of the logical text so far."""
        return self._length

    def shown(self, start: int, end: int) -> str:
        """What stands from `start` to `end`."""
        return self._text[start:end]

    def add(self, start: int, end: int, text: str | None = None, place: Place | None = None) -> Span:
        """Add `source[start:end]`, or `text` (of the same length) in its stead."""
        before = self._length
        self.put(start, end, self._text[start:end] if text is None else text, place)
        return Span(before, self._length)

    def put(self, start: int, end: int, piece: str, place: Place | None = None) -> None:
        """The same of a piece that is at hand, for those who do not ask where it went."""
        if len(piece) != end - start:
            raise ValueError("a piece must be as long as what it stands for")
        if not piece:
            return
        before = self._length
        self._length = until = before + end - start
        self._pieces.append(piece)
        if self._next == (start, place):
            first = self._fragments[-1]
            self._fragments[-1] = (first[0], until, first[2], place)
        else:
            self._fragments.append((before, until, start, place))
        self._next = (end, place)

    def line_break(self, at: int) -> None:
        """End a block: a line feed that stands for the line break at `at` of the source (for its last
        character where the source ends without one)."""
        if at >= len(self._text):
            at = max(len(self._text) - 1, 0)
        self.put(at, at + 1, "\n")

    def document(
        self,
        path: str,
        format: str,
        encoding: str | None,
        blocks: Iterable[Block],
        unreadable: Iterable[tuple[str, str]] = (),
    ) -> Document:
        """The document made of all that was added. `blocks` speak of the logical text."""
        text = "".join(self._pieces)
        return Document(
            path=path,
            format=format,
            encoding=encoding,
            source=self.source,
            lines=line_starts(self.source),
            text=text,
            blocks=tuple(blocks),
            fragments=tuple(self._placed()),
            damaged=damaged(text),
            unreadable=tuple(unreadable),
        )

    def _placed(self) -> Iterator[Fragment]:
        """The pieces as fragments of the source."""
        for start, end, origin, place in self._fragments:
            if self._shown is None:
                yield Fragment(Span(start, end), origin, place)
            else:
                yield from _through(self._shown.stretches, start, end, origin, place)


def _through(
    stretches: Sequence[Stretch], start: int, end: int, origin: int, place: Place | None
) -> Iterator[Fragment]:
    """A piece of a shown text, which stands there from `origin` on, as fragments of the source."""
    index = bisect_right(stretches, origin, key=lambda one: one.start) - 1
    while start < end:
        stretch = stretches[index]
        index += 1
        stop = stretches[index].start if index < len(stretches) else origin + end - start
        until = min(end, start + stop - origin)
        yield Fragment(Span(start, until), stretch.source + origin - stretch.start, place, stretch.length)
        start, origin = until, stop
