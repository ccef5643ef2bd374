"""Dates that the calendar does not have, or that are not written to the end."""

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from linter.language.dates import Date, dates, days_of
from linter.language.late import late
from linter.language.quotes import covered, quoted
from linter.model.document import Block, Paragraph, Span
from linter.model.finding import Edit, Fix, Hit, Words
from linter.model.report import Report

_RANGE = late(r"\d[月日号]?[-－—–~～/、至]{1,2}$")
_LUNAR = late(r"[农阴旧夏]历")
_MONTH_SIGN = late(r"[份底初末]")
_AT = ("在", "于")
_NO_MONTH = late(r"[ 　]?[龄大内以个的之]")
_LONG_YEAR = late(r"20\d{3,4}(?=[ \u3000]?年(?![来龄以]))")
_DIGITS = "0123456789."
_NEAR = 4


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`quoted`: look also inside 《》 “” ‘’, which are otherwise left alone."""

    quoted: bool = False


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each date of a paragraph that cannot be, or lacks its 日; tables are left alone."""
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    text = report.document.text
    quotes: dict[int, tuple[tuple[int, int], ...]] = {}
    for hit in sorted((*_years(text, report.title.year), *_days(text)), key=lambda one: one.span):
        block = _block(report, hit.span.start)
        if not isinstance(block, Paragraph) or covered(damaged, *hit.span):
            continue
        start = block.span.start
        if not options.quoted and start not in quotes:
            quotes[start] = quoted(report[block.span])
        if not covered(quotes.get(start, ()), hit.span.start - start, hit.span.end - start):
            yield hit


def _block(report: Report, offset: int) -> Block:
    blocks = report.document.blocks
    return blocks[max(bisect_right(blocks, offset, key=lambda one: one.span.start) - 1, 0)]


def _years(text: str, own: int | None) -> Iterator[Hit]:
    """Years with digits doubled: 202020年, 20244年."""
    for match in _LONG_YEAR.finditer(text):
        digits, span = match[0], Span(*match.span())
        if span.start and text[span.start - 1] in _DIGITS:
            continue
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
    """Whether a day or month of this calendar is meant, rather than an age of 18月 or a range (1-13月份)."""
    start, end = one.span
    before = text[max(0, start - _NEAR) : start]
    if one.day is not None or one.year is not None:
        return not _LUNAR.search(before)
    if one.month > 12 and before.endswith(_AT) and not _NO_MONTH.match(text, end):  # 在13月完成
        return True
    return bool(_MONTH_SIGN.match(text, end)) and not _RANGE.search(before)


def _fault(one: Date) -> Words:
    last = days_of(one.month, one.year)
    if not last:
        return Words(f"没有{one.month}月", f"there is no month {one.month}")
    if 0 in (one.day, one.until):
        return Words("没有0日", "there is no day 0")
    year = f"{one.year}年" if one.year and one.month == 2 else ""
    return Words(f"{year}{one.month}月只有{last}天", f"month {one.month} has {last} days")
