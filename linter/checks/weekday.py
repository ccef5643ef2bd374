"""Days of the week that the calendar contradicts."""

from collections.abc import Iterator
from datetime import date

import msgspec

from linter.language.dates import Date, dates
from linter.language.late import late
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Report

_DAYS = "一二三四五六日"
_WEEKDAY = late(r"[ 　]?[（(]?[ 　]?(?P<word>星期|礼拜|周)(?P<day>[一二三四五六日天])(?![年期至到、]|[-—－])")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """No options: the calendar is the same everywhere."""


def anchors(_options: Options) -> tuple[str, ...]:
    """The words for days of the week."""
    return ("星期", "礼拜", *(f"周{day}" for day in (*_DAYS, "天")))


def check(report: Report, _options: Options) -> Iterator[Hit]:
    """A hit on each day of the week right behind a date on which it was another. A date without a year may be
    of the report's year or the next."""
    text = report.document.text
    if not any(word in text for word in anchors(_options)):
        return
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for one in dates(text):
        found = _WEEKDAY.match(text, one.span.end)
        if not found or one.day is None or one.until or not one.exists:
            continue
        right = _right(one, report.title.year)
        stated = "日" if found["day"] == "天" else found["day"]
        span = Span(found.start("word"), found.end("day"))
        if right and stated not in right and not covered(damaged, *span):
            own = found["word"] + right[0]
            fix = Fix(False, (Edit(span, own),)) if one.year else None
            values = {"date": text[slice(*one.span)], "found": text[slice(*span)], "right": own}
            yield Hit(span, values, fix=fix, confidence=None if one.year else "likely")


def _right(one: Date, own: int | None) -> str:
    """The days of the week that the date fell on, by the years it may be of; empty if that is unknown."""
    years = (one.year,) if one.year else (own, own + 1) if own else ()
    return "".join(day for year in years if year and one.day and (day := _day(year, one.month, one.day)))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return _DAYS[date(year, month, day).weekday()]
    except ValueError:  # 29 February of the other year
        return None
