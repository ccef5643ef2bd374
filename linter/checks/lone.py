"""Lists of one item: 一是… and no 二是."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from linter.language.late import late
from linter.language.ordinals import respell, spellings
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Hit
from linter.model.report import Enumeration, Report

_BEFORE_A_MARK = "\n，。；：！？,;:!?、（( \u3000"
_NO_MARK = late(r"[、，,]?[一二三四五六七八九十第\d]|产业|季度|责任|时间|书记|批|项|款|条|目")
"""What follows an ordinal that is none of a list: 第一、二季度."""
_GOES_ON = ("其次", "再次", "此外", "另外", "另一", "再者", "最后", "二来", "二则", "二者")
_OTHER = "首先"
_FAR = 1500


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`styles`: the lists that are looked at, by the first mark of each style (`一是` `第一` `（1）` `①`)."""

    styles: tuple[str, ...]


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on the mark of each list of one item, 一是 or 二是, that nothing near it completes in other words."""
    damaged = report.document.damaged
    heads = [one.heading for one in report.sections if one.level <= 2]
    for style in options.styles:
        lists = [one for one in report.lists if one.style == style]
        for before, one, after in zip([None, *lists], lists, [*lists[1:], None], strict=False):
            if len(one.items) > 1 or one.items[0].number > 2 or _is_none(report, one):
                continue
            if _goes_on(report, before, one) or _goes_on(report, one, after):
                continue
            start, end = _reach(report.document.text, heads, before, one, after)
            if not covered(damaged, start, end) and not _is_completed(report, one, start, end):
                mark, number = report[one.items[0].mark], one.items[0].number
                yield Hit(one.items[0].mark, {"mark": mark, "other": respell(mark, 3 - number)})


def _is_none(report: Report, one: Enumeration) -> bool:
    return bool(_NO_MARK.match(report.document.text, one.items[0].mark.end))


def _goes_on(report: Report, before: Enumeration | None, one: Enumeration | None) -> bool:
    """Whether the second list only goes on with the count of the first, rightly or with a wrong 一: that is for
    the rules on counting to say."""
    if before is None or one is None or before.section != one.section:
        return False
    last, first = before.items[-1], one.items[0]
    if first.number == last.number + 1:
        return True
    text = report.document.text
    near = text.count("\n", last.mark.end, first.mark.start) <= 1
    return len(one.items) == 1 and near and text[first.mark.start - 1] in "。；;！？\n"


def _reach(
    text: str, heads: Sequence[Span], before: Enumeration | None, one: Enumeration, after: Enumeration | None
) -> tuple[int, int]:
    """From where to where the rest of the list may stand: between two headings and two lists of its style, and
    before a list in other words (首先) in a later paragraph."""
    mark = one.items[0].mark
    at = bisect_right(heads, mark.start, key=lambda span: span.start)
    starts = [mark.start - _FAR, min(heads[at - 1].end, mark.start) if at else 0]
    ends = [mark.end + _FAR, heads[at].start if at < len(heads) else len(text)]
    other = text.find(_OTHER, mark.end)
    ends += [other] if "\n" in text[mark.end : max(other, mark.end)] else []
    starts += [before.items[-1].mark.end] if before else []
    ends += [after.items[0].mark.start] if after else []
    return min(max(starts), mark.start), max(min(ends), mark.end)


def _is_completed(report: Report, one: Enumeration, start: int, end: int) -> bool:
    """Whether the other item is there in other words (二要, 其次), or amid a clause with a third (a page lost the
    stops before them), or more is added without a number (此外)."""
    text, mark = report.document.text, one.items[0].mark
    if one.items[0].number == 1:
        second, third = (respell(report[mark], number) for number in (2, 3))
        at = text.find(second, mark.end, end)
        if at >= 0 and text.find(third, at, end) >= 0:
            return True
        words, start = (*spellings(one.style, 2), *_GOES_ON), mark.end
    else:
        words, end = spellings(one.style, 1), mark.start
    return any(_begins_clause(text, word, start, end) for word in words)


def _begins_clause(text: str, word: str, start: int, end: int) -> bool:
    at = text.find(word, start, end)
    while at > 0 and text[at - 1] not in _BEFORE_A_MARK:
        at = text.find(word, at + 1, end)
    return at >= start
