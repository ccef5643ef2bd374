"""Offsets of a text as positions of the protocol and back, in the unit that the editor counts in."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from lsprotocol.types import Position, Range

from linter.model.document import Span
from linter.readers.builder import line_starts

_MARK = "\ufeff"
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Lines:
    """A text as the editor holds it. Offsets are code points, and do not count a byte order mark at its front.
    A line ends at CRLF, LF or CR, as the protocol has it. `encoding`: `utf-8`, `utf-16` or `utf-32`."""

    text: str
    starts: tuple[int, ...]
    encoding: str

    def position(self, offset: int) -> Position:
        """Where the character at `offset` stands."""
        at = offset + self._mark
        line = bisect_right(self.starts, at) - 1
        return Position(line, _units(self.text[self.starts[line] : at], self.encoding))

    def range(self, span: Span) -> Range:
        """From the first character of `span` to where the one after its last stands."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a position; one behind the end of a line, or of the text, is the end."""
        if position.line >= len(self.starts):
            return len(self.text) - self._mark
        text = self.line(position.line)
        units = 0
        for count, char in enumerate(text):
            units += _units(char, self.encoding)
            if units > position.character:
                return self.starts[position.line] + count - self._mark
        return self.starts[position.line] + len(text) - self._mark

    def line(self, number: int) -> str:
        """A line (from 0) without its end."""
        after = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : after].rstrip("\r\n")

    def line_of(self, offset: int) -> int:
        """The number (from 0) of the line in which `offset` lies."""
        return bisect_right(self.starts, offset + self._mark) - 1

    def line_end(self, number: int) -> int:
        """The offset behind the last character of a line."""
        return self.starts[number] + len(self.line(number)) - self._mark

    @property
    def source(self) -> str:
        """The text without the mark at its front, and with a sign for half a character: what readers read."""
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", self.text[self._mark :])

    @property
    def _mark(self) -> int:
        return int(self.text.startswith(_MARK))


def lines_of(text: str, encoding: str) -> Lines:
    """The lines of a text."""
    return Lines(text, line_starts(text), encoding)


def _units(text: str, encoding: str) -> int:
    """The length of `text`; half a surrogate pair, which an editor may send, counts as what it is."""
    if encoding == "utf-32":
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
