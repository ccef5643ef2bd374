"""The only place where offsets are made: pieces of the source go in, the logical text and its map come out."""

import re
from collections.abc import Iterable

from linter.model.document import Block, Document, Fragment, Place, Span
from linter.readers.damage import damaged

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def line_starts(source: str) -> tuple[int, ...]:
    """Where the lines of `source` start. A line ends at CRLF, LF or CR only, not at form feeds or U+2028."""
    return (0, *(match.end() for match in _LINE_BREAK.finditer(source)))


class Builder:
    """Takes pieces of one source in reading order and remembers where each came from.

    A piece is as long in the logical text as in the source, so that every logical character has one origin;
    what a reader leaves out is simply not added."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._pieces: list[str] = []
        self._fragments: list[tuple[int, int, int, Place | None]] = []
        self._length = 0

    @property
    def offset(self) -> int:
        """The length of the logical text so far."""
        return self._length

    def add(self, start: int, end: int, text: str | None = None, place: Place | None = None) -> Span:
        """Add `source[start:end]`, or `text` (of the same length) in its stead."""
        piece = self.source[start:end] if text is None else text
        if len(piece) != end - start:
            raise ValueError("a piece must be as long as what it stands for")
        before = self._length
        if not piece:
            return Span(before, before)
        self._length += len(piece)
        self._pieces.append(piece)
        last = self._fragments[-1] if self._fragments else None
        if last and last[2] + last[1] - last[0] == start and last[3] == place:
            self._fragments[-1] = (last[0], self._length, last[2], place)
        else:
            self._fragments.append((before, self._length, start, place))
        return Span(before, self._length)

    def line_break(self, at: int) -> None:
        """End a block: a line feed that stands for the line break at `at` of the source (for its last
        character where the source ends without one)."""
        at = min(at, max(len(self.source) - 1, 0))
        self.add(at, at + 1, "\n")

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
            fragments=tuple(Fragment(Span(s, e), o, p) for s, e, o, p in self._fragments),
            damaged=damaged(text),
            unreadable=tuple(unreadable),
        )
