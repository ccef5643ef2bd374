"""The sections a form prescribes: whether each is there, and whether they stand in its order."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Report, Section

_LIKE = 65
"""How like (0 to 100) a heading's words must be to the form's to be taken for them mistyped."""
_BEFORE = Words("应在这一标题之前", "it belongs before this heading")
_AFTER = Words("应在这一部分之后", "it belongs after this section")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`form`: kinds of sections in the form's order, each with the heading that the form prints.
    `ask`: which of them are `missing`, or which stand out of `order`.
    `since`: the first report year for which the form holds."""

    form: dict[str, str]
    ask: Literal["missing", "order"]
    since: int = 0


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """Missing: a hit on the title for each. Order: a hit on each heading that would have to move."""
    if report.title.year is not None and report.title.year < options.since:
        yield NotAssessed(
            Words(f"{options.since}年以前的报告另有格式", f"reports before {options.since} had another form")
        )
        return
    present = tuple(one for one in report.sections if one.level == 1 and one.kind in options.form)
    if options.ask == "missing":
        yield from _missing(report, options.form, present)
    else:
        yield from _displaced(options.form, present)


def _missing(report: Report, form: dict[str, str], present: Sequence[Section]) -> Iterator[Hit]:
    """A hit per missing section; of a report that has none of them, one for all."""
    if not present:
        yield Hit(
            report.title.span,
            {"headings": "、".join(f"“{one}”" for one in form.values()), "place": Words("", "")},
        )
        return
    kinds = tuple(form)
    have = {one.kind: one for one in reversed(present)}
    strange = [report[one.title] for one in report.sections if one.level == 1 and one.kind is None]
    for place, (kind, heading) in enumerate(form.items()):
        if kind in have or (strange and _mistyped(heading, strange)):
            continue
        before = next((have[one] for one in reversed(kinds[:place]) if one in have), None)
        after = next((have[one] for one in kinds[place + 1 :] if one in have), None)
        yield Hit(
            report.title.span,
            {"headings": f"“{heading}”", "place": _place(report, before, after)},
            tuple(_neighbours(before, after)),
        )


def _mistyped(heading: str, strange: Sequence[str]) -> bool:
    """Whether one of the headings that name no section is likely this one with mistakes: another fault."""
    from rapidfuzz.fuzz import ratio  # 20 ms to import, seldom needed

    words = heading.partition("、")[2]
    return any(ratio(words, one) >= _LIKE for one in strange)


def _place(report: Report, before: Section | None, after: Section | None) -> Words:
    """Between which headings it belongs, in words that follow the heading's name."""
    if before and after:
        one, two = report[before.heading], report[after.heading]
        return Words(f"（应在“{one}”与“{two}”之间）", f" (it belongs between “{one}” and “{two}”)")
    if before:
        return Words(
            f"（应在“{report[before.heading]}”之后）", f" (it belongs after “{report[before.heading]}”)"
        )
    if after:
        return Words(
            f"（应在“{report[after.heading]}”之前）", f" (it belongs before “{report[after.heading]}”)"
        )
    return Words("", "")


def _neighbours(before: Section | None, after: Section | None) -> Iterator[Note]:
    """Where it belongs, as a note: the heading it comes before, else the one it comes after."""
    if after:
        yield Note(_BEFORE, after.heading)
    elif before:
        yield Note(_AFTER, before.heading)


def _displaced(form: dict[str, str], present: Sequence[Section]) -> Iterator[Hit]:
    """The fewest headings that would have to move for the rest to stand in the form's order."""
    rank = {kind: place for place, kind in enumerate(form)}
    ranks = [rank[str(one.kind)] for one in present]
    kept = _longest_rise(ranks)
    last = {ranks[place]: present[place] for place in sorted(kept)}
    first = {ranks[place]: present[place] for place in sorted(kept, reverse=True)}
    for place, one in enumerate(present):
        if place in kept:
            continue
        own = ranks[place]
        lower, higher = [n for n in last if n < own], [n for n in first if n > own]
        neighbour = last[max(lower)] if lower else first[min(higher)]
        yield Hit(
            one.heading,
            {"heading": form[str(one.kind)], "number": own + 1},
            (Note(_AFTER if lower else _BEFORE, neighbour.heading),),
        )


def _longest_rise(ranks: Sequence[int]) -> frozenset[int]:
    """The places of a longest never-falling run in `ranks`; of several, one that ends lowest."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int | None] = []
    for place, rank in enumerate(ranks):
        length = bisect_right(tails, rank)
        before.append(ends[length - 1] if length else None)
        if length == len(tails):
            tails.append(rank)
            ends.append(place)
        elif rank < tails[length]:
            tails[length], ends[length] = rank, place
    kept: set[int] = set()
    at: int | None = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return frozenset(kept)
