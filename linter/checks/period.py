"""The period that the numbers of a report cover, where the report states it."""

import re
from collections.abc import Iterator

import msgspec

from linter.language.dates import Date, dates
from linter.language.late import late
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Hit
from linter.model.report import Report

_STATED = late(
    r"(?:统计(?:期限|期间|时间|时限|时段|周期|区间)[，,]?[^，。；;,\n]{0,12}?"
    r"|(?<![据经])统计[自从]|(?:(?<=本报告)|(?<=本年报)|(?<=[。\n]报告))反映(?:的是|了)?"
    r"|(?:(?<=所列|使用|涉及|统计|列举)|(?<=所列的|使用的|涉及的))数据[^，。；;,\n]{0,14}?)"
    r"(?P<until>截[至止](?:日期|时间)?[为到于至是：:]{0,2})?"
    r"(?=[ 　]?(?P<year>20\d\d)[ 　]?年(?P<whole>度|全年)?|\d{1,2}[ 　]?月)"
)
_TO = late(r"[ 　]?(?:00?时|零时)?起?始?[，,]?[ 　]?(?:截?[至止]|到|[-－—–~～]{1,2}){1,2}[ 　]?")
_WORDS = ("统计", "数据", "反映")
_WINDOW = 60
_FIRST, _LAST = (1, 1), (12, 31)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`changed`: words beside which another period is right: the body was founded in the year."""

    changed: tuple[str, ...] = ()


def anchors(_options: Options) -> tuple[str, ...]:
    """The words that introduce a period."""
    return _WORDS


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each stated period that is not the whole year of the report."""
    text, year, done = report.document.text, report.title.year, 0
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for match in _stated(text):
        stop = _line_end(text, match.end())
        span, right = _read(text, match, stop, year)
        around = text[max(0, match.start() - _WINDOW) : stop]
        if right or span.start < done or any(word in around for word in options.changed):
            continue
        done = span.end
        if not covered(damaged, match.start(), span.end):
            expected = f"{year}年1月1日至{year}年12月31日" if year else "1月1日至12月31日"
            yield Hit(span, {"found": report[span], "expected": expected})


def _stated(text: str) -> list[re.Match[str]]:
    """Where a period is spoken of, in order."""
    found = []
    for word in _WORDS:
        at = text.find(word)
        while at >= 0:
            if match := _STATED.match(text, at):
                found.append(match)
            at = text.find(word, at + len(word))
    return sorted(found, key=lambda one: one.start())


def _read(text: str, match: re.Match[str], stop: int, year: int | None) -> tuple[Span, bool]:
    """Where the stated period stands, and whether it is the year; true also for what cannot be read."""
    found = dates(text, match.end(), stop)
    first = next(found, None)
    start = match.end()
    if first is None or first.span.start > start + 1:
        whole = Span(match.start("year"), match.end("whole")) if match["whole"] else None
        return (whole, year in (None, int(match["year"]))) if whole else (Span(start, start), True)
    if match["until"]:
        return first.span, not first.exists or _is_year((None, first), year)
    second = next(found, None)
    if second is None or not _TO.fullmatch(text, first.span.end, second.span.start):
        return first.span, True
    both = Span(first.span.start, second.span.end)
    return both, not (first.exists and second.exists) or _is_year((first, second), year)


def _is_year(ends: tuple[Date | None, Date], year: int | None) -> bool:
    """Whether the period runs from 1 January to 31 December of that year; of one year, if none is given."""
    first, last = ends
    years = {one.year for one in ends if one and one.year}
    begins = first is None or (first.month, first.day or 1) == _FIRST
    return begins and (last.month, last.day or 31) == _LAST and (years <= {year} if year else len(years) < 2)


def _line_end(text: str, start: int) -> int:
    """Where the line or the window after `start` ends."""
    end = text.find("\n", start, start + _WINDOW)
    return min(len(text), start + _WINDOW) if end < 0 else end
