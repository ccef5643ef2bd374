"""Phrases with a fixed wording, written with one character too many, too few, or another."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick
from msgspec import Meta

from linter.language.anchors import holding
from linter.language.closed import closed
from linter.language.matching import matcher
from linter.language.nearly import slip, slip_at_end
from linter.language.quotes import covered, quoted
from linter.language.sifted import Sieve, sieve
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Words
from linter.model.report import Report

SHORTEST = 6
"""Characters. In a shorter phrase, one changed character can make another phrase that is right."""

LONG = 14
"""Characters. Of such a phrase the last character is known as well."""


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`phrases`: as they are written. Found is what differs by one Chinese character inside, or lacks
    any one; of a phrase of `LONG` characters also what ends in another.
    `unless`: wordings that are right: what shares a character with one is left alone.
    `wrong`: wordings further from a phrase than that → the phrase they are taken for.
    `before`: words whose last character is none of the phrase's: 财政信息公开目录 has lost nothing.
    `quoted`: look also inside 《》 “” ‘’, which are otherwise left alone. `safe`: the phrase is the only reading
    possible."""

    phrases: tuple[Annotated[str, Meta(min_length=SHORTEST)], ...]
    unless: tuple[str, ...] = ()
    wrong: dict[str, str] = {}
    before: tuple[str, ...] = ()
    quoted: bool = False
    safe: bool = False


class _Half(NamedTuple):
    """Half of the phrase of that number: the `rest` stands before it (`after`), or follows."""

    number: int
    rest: str
    after: bool


def anchors(options: Options) -> tuple[str, ...]:
    """The words one of which must stand in a report: half of a phrase is always right."""
    return (*_words(options.phrases), *options.wrong)


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each phrase with a slip, from left to right without overlap; then on each that is `wrong`."""
    yield from _slips(report, options)
    text = report.document.text
    listed = [
        (Span(start, start + len(wrong)), phrase)
        for sentence in (holding(report, tuple(options.wrong)) if options.wrong else ())
        for wrong, phrase in options.wrong.items()
        if (start := text.find(wrong, *sentence.span)) >= 0
    ]
    alone = closed(report) if listed else ()
    for span, phrase in listed:
        if not covered(alone, *span):
            yield _hit(span, report[span], phrase, options)


def _slips(report: Report, options: Options) -> Iterator[Hit]:
    text = report.document.text
    sentences = holding(report, _words(options.phrases))
    texts = [text[start:end] for (start, end), _, _ in sentences]
    slipped = _slipped(options.phrases)(texts)
    if not slipped:
        return
    slips = [
        (one.span, *slip)
        for one, said in zip(sentences, texts, strict=True)
        if said in slipped
        for slip in sorted(set(_found(said, options.phrases)))
    ]
    alone = closed(report)
    done, sentence, quotes = 0, Span(0, 0), tuple[tuple[int, int], ...]()
    for span, first, last, number in slips:
        if span is not sentence:
            sentence, quotes = span, () if options.quoted else quoted(report[span])
        start, end = span.start + first, span.start + last
        if start < done or covered(alone, start, end) or covered(quotes, first, last):
            continue
        phrase = options.phrases[number]
        if not _excused(text, start, end, options) and not _continues(text, start, end, phrase, options):
            done = end
            yield _hit(Span(start, end), text[start:end], phrase, options)


@lru_cache(maxsize=16)
def _slipped(phrases: tuple[str, ...]) -> Sieve:
    """Lets through the sentences in which something nearly a phrase stands."""
    return sieve(lambda sentence: any(_found(sentence, phrases)))


def _found(text: str, phrases: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Where something nearly a phrase stands: start, end, and the phrase's number."""
    halves, every = _halves(phrases)
    for found, start, end in every.find_matches_as_indexes(text, overlapping=True):
        for number, rest, after in halves[found]:
            if text.endswith(rest, 0, start) if after else text.startswith(rest, end):
                continue  # as it is written
            size = len(rest)
            if after:
                first = max(0, start - size - 1)
                if rest[0] in text[first : max(0, start - size + 2)]:
                    length = slip(rest[::-1], text[first:start][::-1])
                    if length:
                        yield start - length, end, number
            else:
                near = text[end : end + size + 1]
                length = slip(rest, near) if rest[-1] in near[-3:] else 0
                if not length and len(phrases[number]) >= LONG:
                    length = slip_at_end(rest, near)
                if length:
                    yield start, end + length, number


def _excused(text: str, start: int, end: int, options: Options) -> bool:
    """Whether a right wording shares a character with the stretch."""
    for word in options.unless:
        if text.find(word, max(0, start - len(word) + 1), end + len(word) - 1) >= 0:
            return True
    return False


def _continues(text: str, start: int, end: int, phrase: str, options: Options) -> bool:
    """Whether the first character ends another word, and all the rest is as the phrase has it."""
    return phrase.endswith(text[start + 1 : end]) and text.endswith(options.before, 0, start + 1)


def _hit(span: Span, found: str, phrase: str, options: Options) -> Hit:
    """`found`, `right` and `slip` for the message."""
    return Hit(
        span,
        {"found": found, "right": phrase, "slip": _told(found, phrase)},
        fix=Fix(options.safe, (Edit(span, phrase),)),
    )


def _told(found: str, phrase: str) -> Words:
    """What is wrong, in words."""
    same = next((n for n, (one, other) in enumerate(zip(found, phrase, strict=False)) if one != other), 0)
    less = phrase[same : same + max(0, len(phrase) - len(found))]
    more = found[same : same + max(0, len(found) - len(phrase))]
    letter = "字" if len(less or more) == 1 else ""
    if less:
        return Words(f"漏了“{less}”{letter}", f"{less} is missing")
    if more:
        return Words(f"多了“{more}”{letter}", f"{more} is too much")
    if found[same : same + 2] == phrase[same : same + 2][::-1]:
        return Words(f"“{phrase[same : same + 2]}”两字颠倒了", f"{phrase[same : same + 2]} stands reversed")
    return Words(f"“{phrase[same]}”写成了“{found[same]}”", f"{phrase[same]} is written {found[same]}")


@lru_cache(maxsize=16)
def _words(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_by_half(phrases))


@lru_cache(maxsize=16)
def _by_half(phrases: tuple[str, ...]) -> dict[str, list[_Half]]:
    """The phrases by their halves."""
    halves: dict[str, list[_Half]] = {}
    for number, phrase in enumerate(phrases):
        middle = len(phrase) // 2
        for after, half in enumerate((phrase[:middle], phrase[middle:])):
            rest = phrase[:middle] if after else phrase[middle:]
            halves.setdefault(half, []).append(_Half(number, rest, bool(after)))
    return halves


@lru_cache(maxsize=16)
def _halves(phrases: tuple[str, ...]) -> tuple[tuple[tuple[_Half, ...], ...], AhoCorasick]:
    """For each half the phrases that have it, and what finds the halves."""
    halves = _by_half(phrases)
    return tuple(map(tuple, halves.values())), matcher(halves)
