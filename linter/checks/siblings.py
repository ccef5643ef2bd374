"""Headings of one level against one another: the same one twice, topics out of order, endings that differ."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from linter.language.headings import RUN_IN_TOPIC
from linter.language.quotes import covered
from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Report, Section

_FIRST = Words("第一次在这里", "it stands here first")
_LIKE = Words("其他标题这样写", "the others are written so")
_BEFORE = Words("应在这一标题之前", "it belongs before this heading")
_TWICE = NotAssessed(Words("全文多半出现了两遍", "most of the text is there twice"))
_SEVERAL = 3
_PARTS = ("问题", "措施", "举措", "情况", "打算", "原因", "不足", "做法", "成效", "计划")
"""How headings end that may stand under each of several matters: 改进措施."""


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`ask`: which heading stands there again below the same heading (`repeated`), which topic out of `order`, or
    whose ending is unlike the others' (`endings`). `order`: kinds of topics in the form's order. `endings`: the
    words in which headings of topics may end."""

    ask: Literal["repeated", "order", "endings"]
    order: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on the words of each such heading."""
    damaged = report.document.damaged
    if options.ask == "repeated":
        found: list[Hit | NotAssessed] = list(_repeated(report))
        if len(found) >= _SEVERAL:
            yield _TWICE
            return
    elif options.ask == "order":
        found = list(_displaced(_topics(report), options.order))
    else:
        found = list(_endings(report, _topics(report), options.endings))
    yield from (one for one in found if isinstance(one, Hit) and not covered(damaged, *one.span))


def _repeated(report: Report) -> Iterator[Hit]:
    """Headings with the words of an earlier one below the same heading."""
    names = ["".join(report[one.title].split()) for one in report.sections]
    if len(set(names)) == len(names):
        return
    seen: dict[tuple[int, int, str], Section] = {}
    parents: dict[int, int] = {0: -1}
    for one, words in zip(report.sections, names, strict=True):
        parents = {level: start for level, start in parents.items() if level < one.level}
        key = (one.level, max(parents.values()), words)
        parents[one.level] = one.span.start
        first = seen.setdefault(key, one)
        part = one.level > 1 and one.kind is None and words.endswith(_PARTS)
        if first is not one and len(words) > 3 and not part:
            yield Hit(one.title, {"found": words}, (Note(_FIRST, first.heading),))


def _topics(report: Report) -> Sequence[Section]:
    """The headings of the five topics in section one, the first of each."""
    overview = report.section("overview")
    if overview is None:
        return ()
    found: dict[str, Section] = {}
    for one in report.sections:
        if one.level == 2 and one.kind and overview.span.start < one.span.start < overview.span.end:
            found.setdefault(one.kind, one)
    return tuple(found.values())


def _displaced(topics: Sequence[Section], order: Sequence[str]) -> Iterator[Hit]:
    """The topic that stands before one that precedes it in the form, if moving it alone would put all right."""
    ranks = [order.index(str(one.kind)) for one in topics if one.kind in order]
    if len(ranks) < _SEVERAL or len(ranks) < len(topics) or ranks == sorted(ranks):
        return
    for place, one in enumerate(topics):
        rest = ranks[:place] + ranks[place + 1 :]
        if rest == sorted(rest):
            others = [*topics[:place], *topics[place + 1 :]]
            at = bisect_right(rest, ranks[place])
            notes = (Note(_BEFORE, others[at].heading),) if at < len(others) else ()
            yield Hit(one.title, {"number": ranks[place] + 1}, notes)
            return


def _endings(report: Report, topics: Sequence[Section], endings: Sequence[str]) -> Iterator[Hit]:
    """The first topic's heading that ends otherwise than most of the others, if all are mere names."""
    if len(topics) < _SEVERAL:
        return
    names = [report[one.title].strip() for one in topics]
    ends = [next((end for end in endings if name.endswith(end)), "") for name in names]
    if len(set(ends)) == 1 or not all(RUN_IN_TOPIC.fullmatch(name) for name in names):
        return
    (usual, most), *_ = Counter(ends).most_common()
    if most <= len(topics) // 2:
        return
    like = topics[ends.index(usual)]
    for one, name, end in zip(topics, names, ends, strict=True):
        if end != usual:
            yield Hit(one.title, {"found": name, "other": report[like.title]}, (Note(_LIKE, like.title),))
            return
