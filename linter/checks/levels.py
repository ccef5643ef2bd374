"""Ordinal marks of levels that contradict each other: a lower level marked as a higher one, two levels marked
alike, headings of one level marked in two ways."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from linter.language.headings import topic_kind
from linter.language.quotes import covered
from linter.language.twins import twin_marks
from linter.model.document import Span
from linter.model.finding import Hit, Note, Words
from linter.model.report import Enumeration, Report, Section

_ABOVE = Words("上一级用的是这个序号", "the level above is marked so")
_OTHERS = Words("同级的其他标题这样编号", "the others of its level are marked so")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`ranks`: the styles of marks from the highest level to the lowest, each style's first mark; marks of one
    rank are written together (1. with 1、). `except_in`: kinds of sections that hold tables."""

    ranks: tuple[tuple[str, ...], ...]
    except_in: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit]:
    """One hit for each way in which a report's levels are confused, on the first mark that is."""
    rank = _ranked(options.ranks)
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    found = [*_reversed(report, rank, options), *_alike(report), *_mixed(report)]
    yield from (one for one in found if not covered(damaged, *one.span))


@lru_cache(maxsize=8)
def _ranked(ranks: tuple[tuple[str, ...], ...]) -> Mapping[str, int]:
    """The rank of each style, from 0 for the highest level."""
    return {style: number for number, styles in enumerate(ranks) for style in styles}


def _reversed(report: Report, rank: Mapping[str, int], options: Options) -> Iterator[Hit]:
    """A hit on the first list that stands between two items of another list though its marks are of a higher
    level."""
    lists = [
        one
        for one in report.lists
        if one.style in rank and one.section not in options.except_in and not one.inline
    ]
    for place, outer in enumerate(lists):
        inner = _first_within(report, lists[place + 1 :], outer, rank)
        if inner:
            mark, above = inner.items[0].mark, outer.items[0].mark
            fault = Words(
                f"“{report[above]}”下面用了更高一级的“{report[mark]}”",
                f"a higher level's “{report[mark]}” stands below “{report[above]}”",
            )
            yield Hit(mark, {"fault": fault}, (Note(_ABOVE, above),))
            return


def _first_within(
    report: Report, later: Sequence[Enumeration], outer: Enumeration, rank: Mapping[str, int]
) -> Enumeration | None:
    """The first list of a higher level that stands between two items of `outer`."""
    last = outer.items[-1].mark.start
    for inner in later:
        if inner.items[0].mark.start > last:
            return None
        if rank[inner.style] < rank[outer.style] and _stands_within(report, inner, outer):
            return inner
    return None


def _stands_within(report: Report, inner: Enumeration, outer: Enumeration) -> bool:
    """Whether a list of two or more, from 一 on, stands between two items of another that count on."""
    if len(inner.items) < 2 or inner.items[0].number != 1:
        return False
    first, last = inner.items[0].mark.start, inner.items[-1].mark.end
    if report.document.text[first - 1 : first] != "\n":
        return False
    after = bisect_right(outer.items, first, key=lambda item: item.mark.start)
    if not 0 < after < len(outer.items):
        return False
    one, other = outer.items[after - 1], outer.items[after]
    return last <= other.mark.start and other.number == one.number + 1


def _alike(report: Report) -> Iterator[Hit]:
    """A hit on the first heading that begins anew with the mark of the heading right above it."""
    twins = twin_marks(report)
    if twins:
        above, below = twins
        mark = report[below]
        fault = Words(f"上下两级标题都用“{mark}”一类的序号", f"two levels are marked alike, with “{mark}”")
        yield Hit(below, {"fault": fault}, (Note(_ABOVE, above),))


def _mixed(report: Report) -> Iterator[Hit]:
    """A hit on the first topic whose mark is of another style than those of most."""
    topics = [one for one in report.sections if one.level > 1 and one.kind and one.mark]
    styles = {one.mark: _style(report[one.mark] if one.mark else "") for one in topics}
    if len(styles) < 3:
        return
    if len(set(styles.values())) == 1:
        yield from _strays(report, topics)
        return
    (usual, most), (_, next_most) = Counter(styles.values()).most_common(2)
    if most >= 3 and next_most == 1:
        yield from _odd(report, topics, styles, usual)


def _strays(report: Report, topics: Sequence[Section]) -> Iterator[Hit]:
    """A hit on a heading that has the number left out between two topics, in a mark of another style."""
    for before, after in pairwise(topics):
        if before.number is None or after.number != before.number + 2:
            continue
        between = [
            one
            for one in report.sections
            if one.mark and before.span.start < one.span.start < after.span.start
        ]
        for one in between:
            if one.number == before.number + 1 and one.mark and topic_kind(report[one.title]):
                yield _unlike(report, one.mark, before.mark or one.mark)
                return


def _odd(
    report: Report, topics: Sequence[Section], styles: Mapping[Span | None, str], usual: str
) -> Iterator[Hit]:
    like = next(one.mark for one in topics if one.mark and styles[one.mark] == usual)
    for one in topics:
        if one.mark and styles[one.mark] != usual:
            yield _unlike(report, one.mark, like)
            return


def _unlike(report: Report, mark: Span, like: Span) -> Hit:
    fault = Words(
        f"同一级标题有的用“{report[like]}”，有的用“{report[mark]}”",
        f"headings of one level are marked “{report[like]}” and “{report[mark]}”",
    )
    return Hit(mark, {"fault": fault}, (Note(_OTHERS, like),), severity="warning")


@lru_cache(maxsize=128)
def _style(text: str) -> str:
    """The style of a heading's mark: bracketed, Arabic, or another."""
    if text[:1] in ("（", "("):
        return "（1）" if any(char.isdigit() for char in text) else "（一）"
    return "1." if text[:1].isdigit() else text[-1:]
