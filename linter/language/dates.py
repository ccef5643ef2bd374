"""Dates of the calendar in running text: 2024年1月1日, 12 月 31 日, ４月30号, 4月28日至30日."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from linter.model.document import Span

_GAP = "[ \u00a0\u3000]?"
_DATE = re.compile(
    rf"(?:(?<![\d.])(?P<year>\d{{4}}){_GAP}年{_GAP})?(?<!\d)(?P<month>\d{{1,2}}){_GAP}月{_GAP}"
    rf"(?:(?P<day>\d{{1,2}}){_GAP}(?:[日号]{_GAP})?(?:至|到|[-－—–~～]{{1,2}}){_GAP}(?P<until>\d{{1,2}}){_GAP}[日号]"
    rf"|(?P<full>\d{{1,2}}){_GAP}[日号]"
    rf"|(?P<bare>\d{{1,2}})(?={_GAP}(?:[止起]|(?:至|到){_GAP}(?:\d{{4}}{_GAP}年|\d{{1,2}}{_GAP}月))))?"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it is written: `month` and `day` are any numbers of one or two digits. `until`: the day of the
    same month that a range ends on. `bare`: 日 is missing after the day (12月31止)."""

    span: Span
    year: int | None
    month: int
    day: int | None
    until: int | None = None
    bare: bool = False

    @property
    def exists(self) -> bool:
        """Whether the calendar has it; 2月29日 without a year exists."""
        last = days_of(self.month, self.year)
        return all(1 <= day <= last for day in (self.day, self.until) if day is not None) and last > 0


def dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Date]:
    """The dates that have a month, from left to right, between two offsets of `text`."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        day = match["day"] or match["full"] or match["bare"]
        yield Date(
            span=Span(*match.span()),
            year=int(match["year"]) if match["year"] else None,
            month=int(match["month"]),
            day=int(day) if day else None,
            until=int(match["until"]) if match["until"] else None,
            bare=bool(match["bare"]),
        )


def days_of(month: int, year: int | None) -> int:
    """How many days the month has: at most, where the year is unknown; 0 if there is no such month."""
    if not 1 <= month <= 12:
        return 0
    return monthrange(year if year else 2000, month)[1]
