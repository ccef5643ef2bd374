"""Dates of the calendar in running text: 2024年1月1日, 12 月 31 日, ４月30号, 4月28日至30日."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from linter.language.late import late
from linter.model.document import Span

_GAP = "[ \u00a0\u3000]?"
_SIGN = "月"
_HEAD = late(rf"(?:(?<![\d.])(?P<year>\d{{4}}){_GAP}年{_GAP})?(?<!\d)(?P<month>\d{{1,2}}){_GAP}$")
_TAIL = late(
    rf"{_GAP}(?:(?P<day>\d{{1,2}}){_GAP}(?:[日号]{_GAP})?(?:至|到|[-－—–~～]{{1,2}}){_GAP}(?P<until>\d{{1,2}}){_GAP}[日号]"
    rf"|(?P<full>\d{{1,2}}){_GAP}[日号]"
    rf"|(?P<bare>\d{{1,2}})(?={_GAP}(?:[止起]|(?:至|到){_GAP}(?:\d{{4}}{_GAP}年|\d{{1,2}}{_GAP}月))))"
)
_LONGEST_HEAD = 12


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it is written: `month` and `day` are any numbers of one or two digits. `until`: the day of the
    same month that a range ends on. `bare`: 日 is missing after the day (12月31止)."""

    span: Span
    year: int | None
    month: int
    day: int | None = None
    until: int | None = None
    bare: bool = False

    @property
    def exists(self) -> bool:
        """Whether the calendar has it; 2月29日 without a year exists."""
        last = days_of(self.month, self.year)
        return last > 0 and all(1 <= day <= last for day in (self.day, self.until) if day is not None)


def dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Date]:
    """The dates that have a month, from left to right, between two offsets of `text`."""
    stop = len(text) if end is None else end
    at = text.find(_SIGN, start, stop)
    while at >= 0:
        head = _HEAD.search(text, max(start, at - _LONGEST_HEAD), at)
        if head:
            date = _date(head, _TAIL.match(text, at + 1, stop), at + 1)
            yield date
            start = date.span.end
        at = text.find(_SIGN, at + 1, stop)


def days_of(month: int, year: int | None) -> int:
    """How many days the month has: at most, where the year is unknown; 0 if there is no such month."""
    if not 1 <= month <= 12:
        return 0
    return monthrange(year if year else 2000, month)[1]


def _date(head: re.Match[str], tail: re.Match[str] | None, end: int) -> Date:
    year, month = int(head["year"]) if head["year"] else None, int(head["month"])
    if tail is None:
        return Date(Span(head.start(), end), year, month)
    day = int(tail["day"] or tail["full"] or tail["bare"])
    until = int(tail["until"]) if tail["until"] else None
    return Date(Span(head.start(), tail.end()), year, month, day, until, bool(tail["bare"]))
