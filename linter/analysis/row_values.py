"""Which pieces behind a label are the row's values: as many as it has columns, or it cannot be told.

A row that a program has wrapped may have a page number among its values, and one with an empty cell has too
few: both are made sure of before a number is taken for a value."""

from collections import Counter
from collections.abc import Sequence

from linter.analysis.pieces import Piece
from linter.language.late import late
from linter.model.document import Document

_BLANK_LINE = late(r"\n[^\S\n]*\n")
_LINE_END = late(r"\r\n?")
_REACH = 80  # characters of white space looked at on either side of a number


def row_values(document: Document, made: Sequence[Piece], count: int) -> Sequence[Piece] | None:
    """Of the pieces from a label on, the `count` that are its values; None if that cannot be told."""
    values = [piece for piece in made if piece.kind != "word"]
    if len(values) == count:
        return None if _may_hold_page_number(document, made, values) else values
    extra = len(values) - count
    if extra > 0 and all(piece.kind == "blank" and piece.start == piece.end for piece in values[:extra]):
        return values[extra:]  # empty cells before the first value belong to a label that spans columns
    sure = [n for n, piece in enumerate(values) if piece.kind in ("number", "dash")]
    if len(sure) == count and sure[-1] - sure[0] == count - 1:
        return values[sure[0] : sure[-1] + 1]
    return _without_page_numbers(document, made, values, extra) if 1 <= extra <= 2 else None


def _without_page_numbers(
    document: Document, made: Sequence[Piece], values: Sequence[Piece], extra: int
) -> Sequence[Piece] | None:
    """With one number too many (or one at either end of a table), those that stand alone on a line are page
    numbers; with several such, those that blank lines set off on both sides."""
    per_line = Counter(piece.line for piece in made)
    alone = [piece for piece in values if per_line[piece.line] == 1 and piece.text.isdecimal()]
    if len(alone) > extra:
        alone = [piece for piece in alone if _set_off(document, piece)]
    return [piece for piece in values if piece not in alone] if len(alone) == extra else None


def _may_hold_page_number(document: Document, made: Sequence[Piece], values: Sequence[Piece]) -> bool:
    """Whether one value may be a page number in the place of one that is missing: a number other than 0, alone
    between blank lines in a table that has few of these."""
    if values[0].line == values[-1].line:
        return False
    per_line = Counter(piece.line for piece in made)
    alone = [piece for piece in values if per_line[piece.line] == 1]
    if len(alone) != 1 or len(values) < 3 or not alone[0].text.isdecimal() or not alone[0].text.strip("0"):
        return False
    return _set_off(document, alone[0]) and not _double_spaced(document, alone[0])


def _double_spaced(document: Document, piece: Piece) -> bool:
    """Whether at least every other line of the table around the piece is followed by a blank line."""
    at = piece.span.start
    table = next(one.span for one in document.blocks if one.span.start <= at < one.span.end)
    around = document.source_span(table)
    text = _LINE_END.sub("\n", document.source[around.start : around.end])
    return len(_BLANK_LINE.findall(text)) * 2 >= sum(bool(line.strip()) for line in text.split("\n")) - 1


def _set_off(document: Document, piece: Piece) -> bool:
    around = document.source_span(piece.span)
    before = document.source[max(around.start - _REACH, 0) : around.start]
    after = document.source[around.end : around.end + _REACH]
    rest_before, rest_after = before[len(before.rstrip()) :], after[: len(after) - len(after.lstrip())]
    return all(_BLANK_LINE.search(_LINE_END.sub("\n", rest)) for rest in (rest_before, rest_after))
