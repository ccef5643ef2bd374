"""A number that points back at a list (针对上述三个问题), against the items that the list has."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from linter.language.anchors import holding
from linter.language.late import late
from linter.language.marks import ordinal
from linter.language.ordinals import han
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Note, Words
from linter.model.report import Enumeration, Report

_HERE = Words("指的是这里的列举", "this is the list it points at")
_LEAD = late(r"[。；\n]")
_LOOK_BACK = 60


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`cues`: words that point back (上述). `nouns`: what the list is of, said both where it is pointed at and in
    the words that lead to it. `styles`: the lists that count, by the first mark of each."""

    cues: tuple[str, ...]
    nouns: tuple[str, ...]
    styles: tuple[str, ...]


def anchors(options: Options) -> tuple[str, ...]:
    """The words that point back."""
    return options.cues


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on the number where the only list before it in its section has another number of items."""
    sentences = holding(report, options.cues)
    if not sentences:
        return
    pattern = re.compile(
        rf"(?:{'|'.join(options.cues)})(?P<number>[两二三四五六七八九]|\d)(?P<measure>[个项点条类]|个?方面|大)?"
        rf"(?:方面|主要|突出)?的?(?P<noun>{'|'.join(options.nouns)})"
    )
    damaged = report.document.damaged
    by_section: dict[str | None, list[Enumeration]] = {}
    for one in report.lists:
        if len(one.items) > 1:
            by_section.setdefault(one.section, []).append(one)
    for sentence in sentences:
        for match in pattern.finditer(report.document.text, *sentence.span):
            found = _list_before(report, match.start(), by_section.get(sentence.section, ()), options)
            if found and not covered(damaged, found.items[0].mark.start, match.end()):
                yield from _judged(found, match)


def _list_before(
    report: Report, offset: int, lists: Sequence[Enumeration], options: Options
) -> Enumeration | None:
    """The first of the lists of a section, if it alone stands before `offset` and one of the nouns leads to it."""
    if not lists or lists[0].items[-1].mark.start > offset:
        return None
    if len(lists) > 1 and lists[1].items[0].mark.start < offset:
        return None
    one = lists[0]
    start = one.items[0].mark.start
    lead = _LEAD.split(report[Span(max(0, start - _LOOK_BACK), start)].rstrip("\n：:，,"))[-1]
    counts = all(item.number == number for number, item in enumerate(one.items, start=1))
    named = any(noun in lead for noun in options.nouns)
    return one if counts and named and one.style in options.styles else None


def _judged(one: Enumeration, match: re.Match[str]) -> Iterator[Hit]:
    said, count = match["number"], len(one.items)
    value = 2 if said == "两" else ordinal(said)
    if value == count:
        return
    right = str(count) if said.isdigit() else "两" if count == 2 else han(count)
    span = Span(*match.span("number"))
    values = {"said": match[0], "count": count, "right": right + (match["measure"] or "")}
    yield Hit(span, values, (Note(_HERE, one.items[0].mark),), Fix(safe=False, edits=(Edit(span, right),)))
