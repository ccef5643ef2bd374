"""The lines under a report: who signs it, and when."""

from dataclasses import dataclass

from linter.language.asides import is_signature
from linter.language.dates import Date, dates
from linter.language.late import late
from linter.model.document import Document, Paragraph, Span

_DATE = late(r"[（(]?[ 　]{0,4}20\d\d[ 　]?年[ 　]?\d{1,2}[ 　]?月[ 　]?\d{1,2}[ 　]?日[）)]?")
_TAIL = late(
    r"[0-9A-Za-z][ 　]{0,4}(?P<unit>[一-鿿]{3,24}(?:人民政府|办事处|委员会|管委会|办公室|局|中心))[ 　]{0,4}$"
)
"""A name right behind contact data: its line was joined with theirs."""
_LINES = 4
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Signature:
    """`unit`: where the name of a body stands; `date`: the date, its span in the whole text."""

    unit: Span | None
    date: Date | None


def signature(document: Document) -> Signature:
    """What signs the report: lines at its very end that hold a body's name, a date, or both, and nothing else."""
    unit: Span | None = None
    date: Date | None = None
    for block in document.blocks[: -_LINES - 1 : -1]:
        text = document[block.span]
        if not isinstance(block, Paragraph):
            break
        tail = None if unit else _TAIL.search(text, max(0, len(text) - _LONGEST))
        if tail:
            unit = Span(block.span.start + tail.start("unit"), block.span.start + tail.end("unit"))
        if tail or len(text) > _LONGEST:
            break
        found = _DATE.search(text)
        name = text[: found.start()] if found else text
        name_end = len(name.rstrip(" 　"))
        plain = "".join(name.split())
        if (found and found.end() < len(text.rstrip())) or (plain and not is_signature(plain)):
            break
        if found and date is None:
            date = next(dates(document.text, block.span.start + found.start(), block.span.end), None)
        if plain and unit is None:
            start = len(name) - len(name.lstrip(" 　"))
            unit = Span(block.span.start + start, block.span.start + name_end)
    return Signature(unit, date)
