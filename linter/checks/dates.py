"""Dates that the calendar does not have, or that are not written to the end."""

import re
from collections.abc import Iterator

import msgspec

from linter.language.dates import Date, dates, days_of
from linter.language.quotes import covered, quoted
from linter.model.document import Paragraph, Span
from linter.model.finding import Edit, Fix, Hit, Words
from linter.model.report import Report

_RANGE = re.compile(r"\d[月日号]?[-－—–~～/、至]{1,2}$")
_MONTH_SIGN = re.compile(r"[份底初末]")
_LONG_YEAR = re.compile(r"(?<![\d.])20\d{3,4}(?=[ \u3000]?年(?![来龄以]))")
_NEAR = 4


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """No options."""


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each date of a paragraph that cannot be, or lacks its 日; tables are left alone."""
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for block in report.document.blocks:
        if not isinstance(block, Paragraph):
            continue
        text, offset = report[block.span], block.span.start
        found = [*_years(text, report.title.year), *_days(text)] if "年" in text or "月" in text else []
        for hit in _shifted(found, text, offset):
            if not covered(damaged, *hit.span):
                yield hit


def _shifted(found: list[Hit], text: str, offset: int) -> Iterator[Hit]:
    """The hits of a paragraph that stand outside quotes, in offsets of the document."""
    quotes = quoted(text) if found else ()
    for hit in sorted(found, key=lambda one: one.span):
        if not covered(quotes, *hit.span):
            fix = hit.fix and Fix(hit.fix.safe, tuple(_moved(one, offset) for one in hit.fix.edits))
            span = Span(hit.span.start + offset, hit.span.end + offset)
            yield Hit(span, hit.values, fix=fix, confidence=hit.confidence)


def _moved(edit: Edit, offset: int) -> Edit:
    return Edit(Span(edit.span.start + offset, edit.span.end + offset), edit.text)


def _years(text: str, own: int | None) -> Iterator[Hit]:
    """Years with digits doubled: 202020年, 20244年."""
    for match in _LONG_YEAR.finditer(text):
        digits, span = match[0], Span(*match.span())
        words = Words("年份只有四位数字", "a year has four digits")
        meant = str(own) if own and (digits.startswith(str(own)) or digits.endswith(str(own))) else None
        fix = Fix(False, (Edit(span, meant),)) if meant else None
        yield Hit(span, {"found": f"{digits}年", "fault": words}, fix=fix)


def _days(text: str) -> Iterator[Hit]:
    for one in dates(text):
        if not one.exists:
            if _is_calendar(text, one):
                yield Hit(one.span, {"found": text[slice(*one.span)], "fault": _fault(one)})
        elif one.bare:
            words = Words("日期后面少了“日”字", "the sign 日 is missing after the day")
            edit = Edit(Span(one.span.end, one.span.end), "日")
            yield Hit(one.span, {"found": text[slice(*one.span)], "fault": words}, fix=Fix(True, (edit,)))


def _is_calendar(text: str, one: Date) -> bool:
    """Whether a month or day is meant at all, rather than an age of 18月 or the end of a range (1-13月)."""
    start, end = one.span
    if one.day is None and not one.year and not _MONTH_SIGN.match(text, end):
        return False
    return one.day is not None or not _RANGE.search(text[max(0, start - _NEAR) : start])


def _fault(one: Date) -> Words:
    last = days_of(one.month, one.year)
    if not last:
        return Words(f"没有{one.month}月", f"there is no month {one.month}")
    year = f"{one.year}年" if one.year and one.month == 2 else ""
    return Words(
        f"{year}{one.month}月只有{last}天" if one.day != 0 else "没有0日",
        f"month {one.month} has {last} days" if one.day != 0 else "there is no day 0",
    )
