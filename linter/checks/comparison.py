"""Numbers compared with those of the year before: more, less, and by how much."""

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from linter.language.anchors import holding
from linter.language.late import late
from linter.language.numerals import number
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Hit, Words
from linter.model.report import Report

_N = r"\d{1,9}(?:[,，]\d{3})?(?:\.\d{1,4})?"
_UNIT = r"万?(?:[条件次份篇期场个项户人元]|件次|人次|%|％)"
_WORD = "增加|增长|上升|提高|多|减少|下降|降低|少"
_BY = rf"(?:了)?(?:(?P<by>{_N})(?P<by_unit>个百分点|倍|{_UNIT}))?"
_LAST = r"(?:上年度?|去年|上一年度?|20\d\d年度?)(?:同期)?的?"
_BESIDE = late(
    rf"(?P<now>{_N})(?P<unit>{_UNIT})[，,（]?(?:同)?(?:较|比|与){_LAST}(?P<then>{_N})(?P=unit)(?:相比)?[，,]?(?P<word>{_WORD}){_BY}"
)
_FROM = late(
    rf"[由从]{_LAST}(?P<then>{_N})(?P<unit>{_UNIT})(?P<word>增加|增长|上升|提高|减少|下降|降低)(?:到|至|为)"
    rf"(?:今年|本年度?|20\d\d年度?)?的?(?P<now>{_N})(?P=unit)(?P<by>)(?P<by_unit>)"
)
_SHAPES = (_BESIDE, _FROM)
_UP = frozenset(("增加", "增长", "上升", "提高", "多"))


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words`: a sentence without one of these compares nothing."""

    words: tuple[str, ...] = (
        "增加",
        "增长",
        "上升",
        "提高",
        "减少",
        "下降",
        "降低",
        "比上年",
        "比去年",
        "较上年",
    )


def anchors(options: Options) -> tuple[str, ...]:
    """Words without one of which nothing is compared."""
    return options.words


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each comparison of two numbers that the numbers themselves contradict."""
    damaged = report.document.damaged
    for sentence in holding(report, options.words):
        text, offset = report[sentence.span], sentence.span.start
        for shape in _SHAPES:
            for match in shape.finditer(text):
                fault = _fault(match)
                span = Span(offset + match.start(), offset + match.end())
                if fault and not covered(damaged, span.start, span.end):
                    yield Hit(span, {"found": match[0], "fault": fault})


def _fault(match: re.Match[str]) -> Words | None:
    """What the two numbers say against the word between them, or against the difference that is given."""
    now, then = number(match["now"]), number(match["then"])
    if now is None or then is None:
        return None
    unit, change = match["unit"], now - then
    up = match["word"] in _UP
    if change == 0 or (change > 0) != up:
        zh = f"{then:f}{unit}到{now:f}{unit}{_DIRECTION[(change > 0) - (change < 0)].zh}，不是“{match['word']}”"
        en = f"from {then:f} to {now:f} {_DIRECTION[(change > 0) - (change < 0)].en}, not “{match['word']}”"
        return Words(zh, en)
    stated = number(match["by"]) if match["by"] else None
    if stated is None or match["by_unit"] == "倍":
        return None
    return _difference(abs(change), then, stated, match)


_DIRECTION = {
    1: Words("是增加", "is a rise"),
    0: Words("没有变化", "is no change"),
    -1: Words("是减少", "is a fall"),
}


def _difference(change: Decimal, then: Decimal, stated: Decimal, match: re.Match[str]) -> Words | None:
    """What the difference is where it is not as stated: in units, or in per cent of the earlier number."""
    by_unit, unit = match["by_unit"], match["unit"]
    share = unit in ("%", "％")
    if by_unit == ("个百分点" if share else unit):
        if stated == change:
            return None
        return Words(f"相差是 {change:f}{by_unit}", f"the difference is {change:f}")
    if by_unit in ("%", "％") and then and not share:
        exact = change * 100 / then
        places = len(match["by"].partition(".")[2])
        if abs(exact - stated) < Decimal(1).scaleb(-places):
            return None
        shown = f"{exact:.{max(places, 1)}f}"
        return Words(f"变化幅度是 {shown}%", f"the change is {shown} %")
    return None
