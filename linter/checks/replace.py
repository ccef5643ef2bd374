"""Words that should be others: each wrong wording with the right one in its place."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from ahocorasick_rs import AhoCorasick

from linter.language.anchors import holding
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
    `quoted`: look also inside 《》 “” ‘’, which are otherwise left alone.
    `safe`: the right wording is the only reading possible."""

    swap: dict[str, str | None]
    unless: tuple[str, ...] = ()
    quoted: bool = False
    safe: bool = False


def anchors(options: Options) -> tuple[str, ...] | None:
    """The words one of which the text must hold."""
    return tuple(options.swap)


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each wrong wording, sentence by sentence."""
    right = (right for wrong, right in options.swap.items() if right and wrong in right)
    matcher = _matcher((*options.swap, *options.unless, *right))
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for sentence in holding(report, tuple(options.swap)):
        text, offset = report[sentence.span], sentence.span.start
        matches = matcher.find_matches_as_indexes(text, overlapping=True)
        if not matches:
            continue
        quotes = () if options.quoted else quoted(text)
        for start, end in _wrong(matches, len(options.swap)):
            span = Span(offset + start, offset + end)
            if not covered(quotes, start, end) and not covered(damaged, span.start, span.end):
                yield _hit(span, text[start:end], options)


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
    return AhoCorasick(phrases)
