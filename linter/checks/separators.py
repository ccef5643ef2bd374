"""What stands between the items of a list: one kind of mark, and none of a higher rank within the items."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from linter.language.marks import is_finished
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Note, Words
from linter.model.report import Enumeration, Item, Report

_STOPS = frozenset("，；。;,")
_SAME = {";": "；", ",": "，"}
_ENDS = "。！？"
_HERE = Words("这一处列举从这里开始", "the list begins here")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`styles`: the lists that are looked at, by the first mark of each."""

    styles: tuple[str, ...]


def anchors(_options: Options) -> tuple[str, ...]:
    """A list of two items or more has one of these."""
    return ("二是", "第二", "（2）", "(2)", "②", "2.", "2、", "2．")


def check(report: Report, options: Options) -> Iterator[Hit]:
    """One hit a list: on the first separator that is unlike most of them, or on a full stop within an item of a
    list whose items end in semicolons."""
    damaged = report.document.damaged
    titles: dict[Span | None, Span] = {}
    for one in report.lists:
        if one.style not in options.styles or len(one.items) < 2:
            continue
        found = [
            hit
            for items in _runs(one)
            if len(items) > 1 and not covered(damaged, items[0].mark.start, items[-1].mark.end)
            for hit in _judged(report, items)
        ]
        if found:
            titles = titles or {head.mark: head.heading for head in report.sections}
            yield from () if _are_headings(report, one, titles) else found


def _are_headings(report: Report, one: Enumeration, titles: dict[Span | None, Span]) -> bool:
    """Whether the items are headings, or one of them stands alone on its line as a heading does."""
    if one.items[0].mark in titles:
        return True
    alone = (titles[item.mark] for item in one.items if item.mark in titles)
    return any(not is_finished(report[heading]) for heading in alone)


def _runs(one: Enumeration) -> Sequence[Sequence[Item]]:
    """The items in runs that begin with 一."""
    starts = [n for n, item in enumerate(one.items) if item.number == 1]
    if starts == [0]:
        return (one.items,)
    ends = [*starts[1:], len(one.items)]
    return [one.items[start:end] for start, end in zip(starts, ends, strict=False)]


def _judged(report: Report, items: Sequence[Item]) -> Iterator[Hit]:
    text = report.document.text
    ends = [_end(text, item) for item in items[:-1]]
    stops = [_SAME.get(text[at], text[at]) for at in ends]
    kinds = set(stops)
    if not kinds <= _STOPS:
        return
    if len(kinds) > 1:
        yield _mixed(report, items, ends, stops)
    elif stops[0] == "；":
        inside = next((at for item in items[:-1] for at in _stops_within(text, item)), None)
        if inside is not None:
            fault = Words(
                "各项用“；”隔开，这一项里面却有句号，层次颠倒",
                "items are parted by “；” and this one has a full stop inside",
            )
            yield Hit(Span(inside, inside + 1), {"fault": fault}, (Note(_HERE, items[0].mark),))


def _end(text: str, item: Item) -> int:
    """Where the last character of an item stands, white space not counted."""
    end = item.span.end
    while end > item.mark.end and text[end - 1].isspace():
        end -= 1
    return end - 1


def _stops_within(text: str, item: Item) -> Iterator[int]:
    """Full stops inside an item, outside quotes and brackets."""
    inner = text[item.mark.end : _end(text, item)]
    if "。" not in inner and "！" not in inner and "？" not in inner:
        return
    quotes, depth = quoted(inner), 0
    for at, char in enumerate(inner):
        depth += (char in "（(") - (char in "）)")
        if char in _ENDS and depth <= 0 and not covered(quotes, at, at + 1):
            yield item.mark.end + at


def _mixed(report: Report, items: Sequence[Item], ends: Sequence[int], stops: Sequence[str]) -> Hit:
    """A hit on the first separator of the rarer kind; the fix makes all of one kind."""
    text = report.document.text
    sentences = any(True for item in items[:-1] for _ in _stops_within(text, item))
    usual = "。" if sentences else Counter(stops).most_common(1)[0][0]
    if not sentences and len(set(Counter(stops).values())) == 1:
        usual = "；"
    odd = [at for at, stop in zip(ends, stops, strict=True) if stop != usual]
    first = odd[0] if odd else ends[0]
    fault = Words(
        f"各项之间有的用“{usual}”，有的用“{text[first]}”",
        f"some items are parted by “{usual}”, some by “{text[first]}”",
    )
    fix = Fix(safe=False, edits=tuple(Edit(Span(at, at + 1), usual) for at in odd))
    return Hit(Span(first, first + 1), {"fault": fault}, (Note(_HERE, items[0].mark),), fix)
