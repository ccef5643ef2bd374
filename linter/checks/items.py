"""Items of a list against one another: one that says nothing, two with one label, marks in other words (一要…二是…)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from linter.language.late import late
from linter.language.marks import HAN
from linter.language.ordinals import han, respell
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Note, Words
from linter.model.report import Enumeration, Item, Report

_WORD = late(r"\w")
_LABEL = late(
    r"[、，：:.．\s]{0,2}(?P<label>[^，。；：、,;:!?！？“”‘’《》（）()\d\s]{4,16})(?P<stop>[。：:])"
)
_BEFORE_A_MARK = "\n，。；：！？,;:!?、（( \u3000"
_LOOK_BACK = 400
_FIRST = Words("第一次在这里", "it stands here first")
_HERE = Words("同一处列举用的是这个字样", "the list is marked so")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`ask`: for an item without words (`empty`), a label that stands there again (`label`), or an item whose mark
    is worded otherwise (`wording`). `styles`: the lists that are looked at, by the first mark of each. `others`:
    what may stand for 是 in a mark (要)."""

    ask: Literal["empty", "label", "wording"]
    styles: tuple[str, ...]
    others: tuple[str, ...] = ()


def anchors(options: Options) -> tuple[str, ...]:
    """The marks in other words; without a second item there is no list."""
    if options.ask == "wording":
        return tuple(f"{number}{other}" for number in HAN for other in options.others)
    return ("二是", "第二", "（2）", "(2)", "②", "2.", "2、", "2．", "一是")


def check(report: Report, options: Options) -> Iterator[Hit]:
    """Empty: a hit on the mark. Label: on the second label. Wording: on the mark that is odd."""
    damaged = report.document.damaged
    titles = set[Span | None]()
    for one in report.lists:
        if one.style not in options.styles or one.section in ("disclosure", "requests", "disputes"):
            continue
        if options.ask == "wording":
            found = list(_worded(report, one, options.others))
        elif len(one.items) < 2:
            continue
        else:
            found = list(_empty(report, one) if options.ask == "empty" else _labelled(report, one.items))
            if found:
                titles = titles or {head.mark for head in report.sections}
                found = found if titles.isdisjoint([item.mark for item in one.items]) else []
        yield from (hit for hit in found if not covered(damaged, *hit.span))


def _empty(report: Report, one: Enumeration) -> Iterator[Hit]:
    """Items in running text without a word; the last only where its paragraph ends in a stop."""
    text = report.document.text
    for item in one.items if one.inline else ():
        start, end = item.mark.end, item.span.end
        if not _WORD.search(text, start, end) and text[start:end].strip():
            yield Hit(item.mark, {"mark": report[item.mark]})


def _labelled(report: Report, items: Sequence[Item]) -> Iterator[Hit]:
    """Labels that an earlier item of the same run of items has."""
    seen: dict[str, Span] = {}
    for item in items:
        if item.number == 1:
            seen = {}
        match = _LABEL.match(report.document.text, item.mark.end, item.span.end)
        if match is None or match.end() >= item.span.end:
            continue
        span = Span(*match.span("label"))
        first = seen.setdefault(match["label"], span)
        if first is not span:
            yield Hit(span, {"label": match["label"]}, (Note(_FIRST, first),))


def _worded(report: Report, one: Enumeration, others: Sequence[str]) -> Iterator[Hit]:
    """Where the count leaves a number out, the word that marks it in another way."""
    if not one.inline:
        return
    text, items = report.document.text, one.items
    if any(later.number <= item.number for item, later in pairwise(items)):
        return
    numbers = {item.number: item for item in items}
    first = items[0].mark.start
    start = max(text.rfind("\n", max(0, first - _LOOK_BACK), first) + 1, first - _LOOK_BACK, 0)
    for number in range(1, items[-1].number + 2):
        if number in numbers:
            start = numbers[number].mark.end
            continue
        end = min((item.mark.start for item in items if item.number > number), default=items[-1].span.end)
        for mark in (han(number) + other for other in others):
            at = _begins_clause(text, mark, start, end)
            if at is not None:
                span, right = Span(at, at + len(mark)), respell(report[items[0].mark], number)
                fix = Fix(safe=False, edits=(Edit(span, right),))
                yield Hit(span, {"found": mark, "right": right}, (Note(_HERE, items[0].mark),), fix)
                start = span.end
                break
        else:
            return


def _begins_clause(text: str, word: str, start: int, end: int) -> int | None:
    at = text.find(word, start, end)
    while at > start and text[at - 1] not in _BEFORE_A_MARK:
        at = text.find(word, at + 1, end)
    return at if at >= 0 else None
