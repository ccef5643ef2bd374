"""A general statement that leads to a list and ends in a comma: 存在以下不足，一是…；二是…"""

from collections.abc import Iterator
from functools import lru_cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from linter.language.anchors import holding, number_at
from linter.language.late import late
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Enumeration, Report

_STOP = late(r"[，。；：！？、,;:!?\n]")
_LOOK_BACK = 60
_LONGEST = 30


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """`leads`: what a clause that leads to a list ends in (不足, 表现在); in clauses that hold one of `announcing`
    (存在), or that end in one of `plain`. `excused`: how clauses begin that lead to nothing (针对).
    `faults`: words of what is listed without marks, in the clause behind; `goes_on`: how it begins where it is no
    list. `mark`: what is to stand there."""

    leads: tuple[str, ...]
    announcing: tuple[str, ...]
    plain: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    goes_on: tuple[str, ...] = ()
    mark: str = "："


@lru_cache(maxsize=8)
def anchors(options: Options) -> tuple[str, ...]:
    """The words before the comma."""
    return tuple(f"{word}，" for word in (*options.leads, *options.plain))


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each such comma; the fix is safe where marked items follow."""
    text = report.document.text
    damaged = report.document.damaged
    lists: dict[int, Enumeration] | None = None
    quotes: dict[int, tuple[tuple[int, int], ...]] = {}
    for start, end in _ends(report, anchors(options)):
        lead = _clause(text, end - 1)
        number = number_at(report.sentences, start) if _leads(lead, options) else None
        if number is None or covered(damaged, start, end):
            continue
        if lists is None:
            lists = {one.items[0].mark.start: one for one in report.lists if len(one.items) > 1}
        if end not in lists and not _says_faults(text, end, options):
            continue
        sentence = report.sentences[number].span
        if number not in quotes:
            quotes[number] = quoted(report[sentence])
        if not covered(quotes[number], start - sentence.start, end - sentence.start):
            fix = Fix(safe=end in lists, edits=(Edit(Span(end - 1, end), options.mark),))
            yield Hit(Span(end - 1, end), {"lead": lead}, fix=fix)


def _ends(report: Report, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where the words stand in sentences, the longest of those that overlap."""
    for sentence in holding(report, words):
        offset = sentence.span.start
        for _, start, end in _endings(words).find_matches_as_indexes(report[sentence.span]):
            yield offset + start, offset + end


def _clause(text: str, end: int) -> str:
    """The clause that ends at a comma."""
    return _STOP.split(text[max(0, end - _LOOK_BACK) : end])[-1]


@lru_cache(maxsize=512)
def _leads(lead: str, options: Options) -> bool:
    if lead.startswith(options.excused):
        return False
    return lead.endswith(options.plain) or any(word in lead for word in options.announcing)


def _says_faults(text: str, start: int, options: Options) -> bool:
    """Whether a clause follows that says what is wrong."""
    stop = _STOP.search(text, start, start + _LONGEST)
    clause = text[start : stop.start()] if stop else ""
    return not clause.startswith(options.goes_on) and any(word in clause for word in options.faults)


@lru_cache(maxsize=8)
def _endings(words: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
