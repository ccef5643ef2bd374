"""Words that should be others: each wrong wording with the right one in its place."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from ahocorasick_rs import AhoCorasick

from linter.language.anchors import number_at
from linter.language.closed import closed
from linter.language.matching import matcher
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Report

Stretch = tuple[int, int]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`swap`: what is wrong → what is right (`null`: say so, offer nothing; empty: strike it out). Of wrong
    wordings that overlap, the one that begins first counts, then the longest.
    `unless`: longer wordings that contain a wrong one and are right: 截止 is not wrong in 截止日期. A right
    wording that contains its wrong one need not be listed.
    `quoted`: look also inside 《》 “” ‘’, which are otherwise left alone. The title and the form's headings always are.
    `safe`: the right wording is the only reading possible."""

    swap: dict[str, str | None] = {}
    unless: tuple[str, ...] = ()
    quoted: bool = False
    safe: bool = False


def anchors(options: Options) -> tuple[str, ...]:
    """The words one of which must stand in a report."""
    return tuple(options.swap)


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each wrong wording in running text, from left to right without overlap."""
    right = (right for wrong, right in options.swap.items() if right and wrong in right)
    every = _matcher((*options.swap, *options.unless, *right))
    text = report.document.text
    found = tuple(_wrong(every.find_matches_as_indexes(text, overlapping=True), len(options.swap)))
    alone = closed(report) if found else ()
    sentence, quotes = Span(0, 0), tuple[Stretch, ...]()
    for start, end in found:
        if start >= sentence.end:
            number = number_at(report.sentences, start)
            if number is None:
                continue
            sentence = report.sentences[number].span
            quotes = () if options.quoted else quoted(report[sentence])
        whole = end <= sentence.end and not covered(alone, start, end)
        if whole and not covered(quotes, start - sentence.start, end - sentence.start):
            yield _hit(Span(start, end), text[start:end], options)


def _hit(span: Span, found: str, options: Options) -> Hit:
    """`found` and `right` for the message; right is empty where nothing is offered or it is to be struck out."""
    right = options.swap[found]
    fix = None if right is None else Fix(options.safe, (Edit(span, right),))
    return Hit(span, {"found": found, "right": right or ""}, fix=fix)


def _wrong(matches: Sequence[tuple[int, int, int]], wrong: int) -> Iterator[Stretch]:
    """Of all matches (number of the phrase, start, end) those of the first `wrong` phrases that no match of
    another phrase contains, without overlap."""
    right = iter(sorted((start, end) for number, start, end in matches if number >= wrong))
    following = next(right, None)
    done = reach = 0
    for start, back in sorted((start, -end) for number, start, end in matches if number < wrong):
        while following and following[0] <= start:
            reach = max(reach, following[1])
            following = next(right, None)
        if start >= done and reach < -back:
            yield start, -back
            done = -back


@lru_cache(maxsize=32)
def _matcher(phrases: tuple[str, ...]) -> AhoCorasick:
    """Finds every one of `phrases` wherever it stands."""
    return matcher(phrases)
