"""The statutory tables taken apart: every label word and every value in reading order, whatever the format."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

import msgspec

from linter.analysis.windows import LINE_END, VALUE, WORD_END
from linter.language.kept import kept
from linter.language.labels import (
    DASHES,
    LABELS,
    ODD_VALUE,
    ORDINAL,
    fold,
    is_label,
    normal,
    number,
    resembles_label,
    tables_in,
)
from linter.language.late import late
from linter.model.document import Document, Span, Table

Kind = Literal["number", "dash", "blank", "text", "word"]
_Part = tuple[int, int, Kind, str, Decimal | None]
"""A piece without its line: where it begins and ends, its kind, its text, its value."""

_CELL = late(r"[^|\n]*")
_TABBED = late(r"[^\t\n]*")
_WORDS = late(r"[^\s|]+")
_GLUED = late(r"(.*[^0-9.,+-])(-?[0-9][0-9.,]*)", re.DOTALL)
_LONGEST_KEPT = 200  # characters
_OF_NUMBERS = "0123456789 "
_RULE = late(r"[-:|+=─━\s]+")
_NO_VALUE: tuple[Kind | None, Decimal | None] = (None, None)


class Piece(msgspec.Struct, frozen=True, gc=False):  # a report has hundreds: made in half a tuple's time
    """A stretch of the logical text inside a table, from `start` up to `end`. `line` counts lines and table
    rows through the document, with a number left out between one table and the next.

    `number` and `dash` (- — /) are values; `blank` (an empty cell, 无) and `text` may be values, and `text`
    says what stands there; a `word` is (part of) a label, and `text` has it folded. `value`: of a number."""

    start: int
    end: int
    kind: Kind
    line: int
    text: str
    value: Decimal | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Laid(NamedTuple):
    """A line of text or row of a ruled table in its parts. `shape`: it without its values."""

    parts: tuple[_Part, ...]
    shape: str


Line = tuple[int, Laid]
"""A line, and the offset that its parts count from."""

_GAP = 0, Laid((), LINE_END)


def lines(document: Document) -> list[Line]:
    """The lines of the statutory tables, with an empty one behind each table; other tables are left out."""
    made: list[Line] = []
    for table in _statutory(document):
        made += _ruled(document, table) if table.ruled else _typed(document, table)
        made.append(_GAP)
    return made


def pieces(made: Iterable[Line]) -> list[Piece]:
    """All pieces of the lines."""
    return [
        Piece(at + start, at + end, kind, number, text, value)
        for number, (at, laid) in enumerate(made)
        for start, end, kind, text, value in laid.parts
    ]


def _statutory(document: Document) -> Iterator[Table]:
    """Tables in text are found by their labels; of ruled ones those that show labels, or go on with one."""
    shown: tuple[str, ...] = ()
    for block in document.blocks:
        if not isinstance(block, Table):
            continue
        if block.ruled:
            words = "".join(normal(document[block.span]).replace("|", "").split())
            shown = tables_in(words) or (shown if shown and _goes_on(document, block, shown[-1]) else ())
        if shown or not block.ruled:
            yield block


def _goes_on(document: Document, table: Table, before: str) -> bool:
    words = [fold(document[cell]) for row in table.rows for cell in row]
    return all(not word or number(word) is not None or is_label(word, LABELS[before]) for word in words)


def _ruled(document: Document, table: Table) -> Iterator[Line]:
    """Its borders are known, so that an empty cell is seen as one."""
    shown = _columns(document, table)
    for row in table.rows:
        yield 0, _laid(_from_cells(document.text, [cell for n, cell in enumerate(row) if n in shown]))


def _typed(document: Document, table: Table) -> Iterator[Line]:
    texts = document[table.span].split("\n")
    starts = accumulate([len(text) + 1 for text in texts], initial=table.span.start)
    return zip(starts, map(_of_line, texts), strict=False)


@kept(_LONGEST_KEPT)
def _of_line(line: str) -> Laid:
    """A line in its parts. Kept, for tables repeat their lines, and reports those of others."""
    cells = _bordered(line) if "|" in line or "\t" in line else ()
    if cells:
        return _laid(_from_cells(line, cells))
    words = line.rstrip(_OF_NUMBERS)
    if 0 < len(words) < len(line) and line[len(words)] == " ":
        numbers = list(_numbers(line, len(words)))
        if not [raw for _, _, _, raw, value in numbers if value is None]:
            label = _of_line(words)
            return Laid((*label.parts, *numbers), label.shape[:-1] + VALUE * len(numbers) + LINE_END)
    return _laid(_from_words(list(_words(line))))


def _numbers(line: str, at: int) -> Iterator[_Part]:
    """The numbers that stand in a line from `at` on."""
    for raw in line[at:].split():
        start = line.index(raw, at)
        at = start + len(raw)
        yield start, at, "number", raw, number(raw)


def _laid(parts: Iterable[_Part]) -> Laid:
    """The parts, and their words alone with where values stand."""
    made = tuple(parts)
    shape = "".join([text + WORD_END if kind == "word" else VALUE for _, _, kind, text, _ in made])
    return Laid(made, shape + LINE_END)


def _columns(document: Document, table: Table) -> frozenset[int]:
    """The columns of a ruled table with anything in them, head included: drawn lines make empty ones."""
    return frozenset(n for row in table.rows for n, cell in enumerate(row) if document[cell].strip())


def _bordered(line: str) -> tuple[Span, ...]:
    """The cells of a line with bars or tabs; none if it has neither or rules off a head."""
    sign, pattern = ("|", _CELL) if "|" in line else ("\t", _TABBED)
    if sign not in line or _RULE.fullmatch(line):
        return ()
    left = len(line) - len(line.lstrip()) if sign == "|" else 0
    inner = line.strip() if sign == "|" else line
    left += inner.startswith("|")
    right = left + len(inner.removeprefix("|").removesuffix("|"))
    found: list[Span] = []
    start = left
    while start <= right:
        cell = pattern.match(line, start, right)
        end = cell.end() if cell else right
        found += _within(line, start, end)
        start = end + 1
    return tuple(found)


def _within(line: str, start: int, end: int) -> Iterator[Span]:
    """One cell, trimmed; or several where only white space parts the values in it."""
    words = list(_WORDS.finditer(line, start, end))
    if len(words) > 1 and all(number(word[0]) is not None for word in words):
        yield from (Span(*word.span()) for word in words)
    elif words:
        yield Span(words[0].start(), words[-1].end())
    else:
        yield Span(start, start)


def _words(line: str) -> Iterator[tuple[int, int, str]]:
    """What white space and bars part, and where it stands."""
    plain, at = line.replace("|", " "), 0
    for word in plain.split():
        start = plain.index(word, at)
        at = start + len(word)
        yield start, at, word


def _from_words(words: Sequence[tuple[int, int, str]]) -> Iterator[_Part]:
    """The parts of a line whose cells are parted by white space alone."""
    several = len(words) > 1
    for n, (start, end, raw) in enumerate(words):
        kind, value = _valued(raw) if len(raw) <= _LONGEST_KEPT else _NO_VALUE
        if kind is None or (n == 0 and several and _is_ordinal(raw, words[1][2])):
            yield from _from_word(raw, start, begins=n == 0)
        else:
            yield start, end, kind, raw, value


def _is_ordinal(raw: str, following: str) -> bool:
    """Whether a number that begins a line is a label's ordinal without its stop: 6 属于四类过程性信息."""
    word = fold(following) if len(raw) == 1 else ""
    return len(word) > 1 and not ORDINAL.match(word) and is_label(word)


def _from_word(raw: str, start: int, *, begins: bool) -> Iterator[_Part]:
    """A label, a label with a number stuck to it, or (where it can be one and is no label) an odd value."""
    end = start + len(raw)
    glued = _GLUED.fullmatch(raw)
    if glued and is_label(fold(glued[1])):
        middle = start + glued.end(1)
        yield start, middle, "word", fold(glued[1]), None
        yield middle, end, "number", glued[2], number(glued[2])
        return
    folded = fold(raw)
    may_be_value = ODD_VALUE.fullmatch(folded) and not (begins and any(map(_is_han, raw)))
    if may_be_value and not ORDINAL.match(folded) and not is_label(folded):
        yield start, end, "text", raw, None
    else:
        yield start, end, "word", folded, None


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


@lru_cache(maxsize=4096)
def _valued(raw: str) -> tuple[Kind | None, Decimal | None]:
    """What kind of value a text is (None: of none), and the value."""
    value = number(raw)
    if value is not None:
        return "number", value
    if raw in DASHES:
        return "dash", None
    return ("blank" if raw in ("", "无") else None), None


def _from_cells(text: str, cells: Sequence[Span]) -> Iterator[_Part]:
    """Labels first, then values: what follows the last label of a row is a value, whatever it says."""
    raws = [text[cell.start : cell.end].strip() for cell in cells]
    values = [_valued(raw) if len(raw) <= _LONGEST_KEPT else _NO_VALUE for raw in raws]
    words = ["" if kind else fold(raw) for raw, (kind, _) in zip(raws, values, strict=True)]
    labels = [n for n, word in enumerate(words) if len(word) > 1 and resembles_label(word)]
    last = labels[-1] if labels else 0 if any(words[:1]) else -1
    for n, cell in enumerate(cells):
        if n and cell == cells[n - 1] and cell.end > cell.start:
            continue  # a merged cell is one cell
        if n > last:
            kind, value = values[n]
            yield cell.start, cell.end, kind or "text", raws[n], value
        elif words[n]:
            yield cell.start, cell.end, "word", words[n], None
