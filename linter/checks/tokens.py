"""Wordings that are wrong as words: spaCy token patterns over jieba's tokens and parts of speech. Tried only on
clauses that hold the pattern's anchor words, and spaCy is imported only then."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta

from linter.language import frames
from linter.language.anchors import holding
from linter.language.apart import ENDS, GAP, Finder, Parts, clause, finder, key, parts_of
from linter.language.closed import closed
from linter.language.frames import Frame, framed
from linter.language.identity import Same
from linter.language.quotes import covered, quoted
from linter.language.segmenter import words
from linter.language.sifted import Sieve, sieve
from linter.language.tagging import LONGEST, Tagged, tagged
from linter.language.token_patterns import Token, faulty, plain
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Words
from linter.model.report import Report

_JOINTS = ("和", "与", "及", "以及", "、")
_EDGE = Tagged("\n", "x")  # before and after a sentence


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`tokens`: the pattern. `anchors`: words without which it cannot match; 加强…力度 are two in one clause.
    `point`: the numbers (from 0) of the tokens to point at and to replace, first and last (default: all).
    `right`: what to put there; `lacking`: not in a clause that holds one of these words."""

    anchors: Annotated[tuple[str, ...], Meta(min_length=1)]
    tokens: Annotated[tuple[Token, ...], Meta(min_length=1, max_length=12)]
    point: tuple[int, int] | None = None
    right: str | None = None
    lacking: tuple[str, ...] = ()


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`swap`: wrong wordings, whole words, with the right ones (`null`: none is offered): 加强…力度 → 加大…力度, where
    … stands for words between that stay.
    `gap`: the tokens that may stand for …; `after`: the tokens that must follow a wording of `swap`.
    `fits`: words that a wording begins with → what they go with; where one of those is joined to what ends it
    (增强公信力和满意度), it is left alone.
    `patterns`: more, token by token; `frames`: more, too long for a clause.
    `unless`: wordings that are right: a match that touches one is left alone.
    `safe`: the right wording is the only reading possible. What stands in 《》 “” ‘’ is left alone."""

    swap: dict[str, str | None] = {}
    gap: tuple[Token, ...] = ()
    after: tuple[Token, ...] = ()
    fits: dict[str, tuple[str, ...]] = {}
    patterns: tuple[Pattern, ...] = ()
    frames: tuple[Frame, ...] = ()
    unless: tuple[str, ...] = ()
    safe: bool = False


class _Wanted(NamedTuple):
    """A pattern to look for when all its `parts` stand in a clause: one of `swap` (`wrong` → `right`) or of
    `patterns` (of that number)."""

    parts: Parts
    wrong: str = ""
    right: str | None = None
    number: int = -1


class _Search(NamedTuple):
    """What is `wanted`; the `keys` by which it is looked for; what finds it in a sentence; and what lets through
    those sentences in which it stands."""

    wanted: tuple[_Wanted, ...]
    keys: tuple[str, ...]
    found: Finder
    sifted: Sieve


class _Stretch(NamedTuple):
    """What was matched, in offsets of the report, and what should stand there."""

    start: int
    end: int
    right: str | None


def anchors(options: Options) -> tuple[str, ...]:
    """The words one of which must stand in a report."""
    return (*_search(Same(options)).keys, *(word for one in options.frames for word in one.having))


def objection(options: Options) -> tuple[str, Words] | None:
    """The option that cannot be used, and why; for whoever loads a rule."""
    for wrong, right in options.swap.items():
        if (
            wrong.count(GAP) > 1
            or not all(parts_of(wrong))
            or (right or wrong).count(GAP) != wrong.count(GAP)
        ):
            zh = f"“{wrong}”和“{right}”各写一个 {GAP}，或者都不写，{GAP} 前后都要有词"
            return "swap", Words(
                zh, f"{wrong} and {right}: one {GAP} in each between words, or none in either"
            )
        if GAP in wrong and not options.gap:
            return "gap", Words(f"swap 里有 {GAP}，要写明 gap", f"swap has {GAP}: say what the gap may be")
    for name in ("gap", "after"):
        if reason := faulty(getattr(options, name)):
            return name, reason
    for one in options.patterns:
        if reason := faulty(one.tokens) or _pointless(one):
            return "patterns", reason
        if not all(all(parts_of(anchor)) for anchor in one.anchors):
            return "patterns", Words(
                f"anchors 里 {GAP} 前后都要有词", f"anchors: words on both sides of {GAP}"
            )
    if reason := frames.objection(options.frames):
        return "frames", reason
    return None


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each match, from left to right without overlap; then on each frame."""
    clauses = _clauses(report, options)
    mixed = tuple(framed(report, options.frames))
    alone = closed(report) if clauses or mixed else ()
    wanted, done = _search(Same(options)).wanted, 0
    for place in sorted(clauses):
        tried = [wanted[number] for number in sorted(clauses[place])]
        for one in sorted(_stretches(report, place, tried, options), key=lambda one: (one.start, one.end)):
            if one.start >= done and not covered(alone, one.start, one.end):
                done = one.end
                yield _hit(report, one, options)
    yield from (hit for hit in mixed if not covered(alone, *hit.span))


def _clauses(report: Report, options: Options) -> dict[Span, set[int]]:
    """The clauses in which something wanted may stand, with the numbers of what."""
    text = report.document.text
    _, keys, found, sifted = _search(Same(options))
    sentences = holding(report, keys)
    texts = [text[start:end] for (start, end), _, _ in sentences]
    held = sifted(texts)
    clauses: dict[Span, set[int]] = {}
    for ((low, high), _, _), said in zip(sentences, texts, strict=True):
        for number, first, last in found(said) if said in held else ():
            place = clause(text, low + first, low + last, low, high)
            if place:
                clauses.setdefault(Span(*place), set()).add(number)
    return clauses


@lru_cache(maxsize=32)
def _search(options: Same[Options]) -> _Search:
    """What is looked for, made ready once."""
    wanted = _wanted(options.one)
    found = finder(tuple(one.parts for one in wanted))
    keys = tuple(dict.fromkeys(key(one.parts) for one in wanted))
    return _Search(wanted, keys, found, sieve(lambda sentence: any(found(sentence))))


def _stretches(report: Report, place: Span, wanted: list[_Wanted], options: Options) -> Iterator[_Stretch]:
    """What is wrong in a clause."""
    text = report[place]
    tried = [(one, _pattern(one, options)) for one in wanted if not _lacks(text, one, options)]
    tokens = _words(text, report.names, tags=any('"TAG"' in pattern for _, pattern in tried)) if tried else ()
    if not tokens:
        return
    from linter.language.with_spacy import matches

    at = report.document.text[place.start] in ENDS  # the mark before the clause, or the edge of the sentence
    tokens = (*(() if at else (_EDGE,)), *tokens, *(() if text[-1] in ENDS else (_EDGE,)))
    starts = _starts(tokens, place.start - (0 if at else 1))
    quotes = quoted(text)
    for one, pattern in tried:
        for start, end, places in matches(tokens, pattern):
            first, last = _pointed(one, options, places, start, end)
            begin, stop = starts[first] + _inside(tokens[first].word, one), starts[last]
            excused = _excused(text, begin - place.start, stop - place.start, options.unless)
            excused = excused or _fits(report.document.text[begin:stop], one, options)
            if not excused and not covered(quotes, begin - place.start, stop - place.start):
                yield _Stretch(begin, stop, _right(report.document.text[begin:stop], one, options))


def _words(text: str, names: frozenset[str], *, tags: bool) -> tuple[Tagged, ...]:
    """The words of a clause, tagged if need be; none if it is too long for one."""
    if tags or len(text) > LONGEST:
        return tagged(text, names)
    return tuple(Tagged(word, "") for word in words(text, names))


def _lacks(text: str, one: _Wanted, options: Options) -> bool:
    return one.number >= 0 and any(word in text for word in options.patterns[one.number].lacking)


def _starts(tokens: tuple[Tagged, ...], start: int) -> list[int]:
    """Where each token begins, and the last ends."""
    found = [start]
    for one in tokens:
        found.append(found[-1] + len(one.word))
    return found


def _pointed(
    one: _Wanted, options: Options, places: tuple[int, ...], start: int, end: int
) -> tuple[int, int]:
    """The first token to point at, and the one after the last."""
    point = options.patterns[one.number].point if one.number >= 0 else None
    low, high = point or (0, len(_tokens(one, options)) - 1 - (len(options.after) if one.number < 0 else 0))
    inside = [start + n for n, token in enumerate(places) if low <= token <= high]
    return (inside[0], inside[-1] + 1) if inside else (start, end)


def _inside(word: str, one: _Wanted) -> int:
    """Where in a longer word a wording of `swap` begins."""
    opening = words(one.parts[0])[0] if one.wrong else ""
    return len(word) - len(opening) if opening and word.endswith(opening) else 0


def _excused(text: str, start: int, end: int, unless: tuple[str, ...]) -> bool:
    """Whether a right wording shares a character with the stretch."""
    for word in unless:
        at = text.find(word, max(0, start - len(word) + 1), end + len(word) - 1)
        if at >= 0:
            return True
    return False


def _fits(found: str, one: _Wanted, options: Options) -> bool:
    """Whether another object, that goes with the verb, is joined to the one that does not."""
    objects = options.fits.get(one.parts[0], ()) if one.wrong else ()
    return any(f"{word}{joint}" in found for word in objects for joint in _JOINTS)


def _right(found: str, one: _Wanted, options: Options) -> str | None:
    """What should stand in the place of what was found."""
    if one.number >= 0:
        return options.patterns[one.number].right
    if one.right is None or GAP not in one.right:
        return one.right
    (before, after), (head, tail) = parts_of(one.wrong), parts_of(one.right)
    return head + found[len(before) : len(found) - len(after)] + tail


def _hit(report: Report, one: _Stretch, options: Options) -> Hit:
    """`found`, `right` (empty: none is offered) and `advice` for the message."""
    span = Span(one.start, one.end)
    found = report[span]
    zh, en = (f"宜改为“{one.right}”", f"write “{one.right}”") if one.right else ("请改写", "reword it")
    fix = None if one.right is None else Fix(options.safe, (Edit(span, one.right),))
    return Hit(span, {"found": found, "right": one.right or "", "advice": Words(zh, en)}, fix=fix)


def _wanted(options: Options) -> tuple[_Wanted, ...]:
    swapped = [_Wanted(parts_of(wrong), wrong, right) for wrong, right in options.swap.items()]
    patterns = [
        _Wanted(parts_of(anchor), number=n)
        for n, one in enumerate(options.patterns)
        for anchor in one.anchors
    ]
    return (*swapped, *patterns)


def _tokens(one: _Wanted, options: Options) -> list[Mapping[str, object]]:
    """The pattern as spaCy takes it."""
    if one.number >= 0:
        return plain(options.patterns[one.number].tokens)
    between = plain(options.gap)
    found: list[Mapping[str, object]] = []
    for number, part in enumerate(one.parts):
        found += [*(between if number else ()), *_written(part, first=number == 0)]
    return [*found, *plain(options.after)]


def _written(part: str, *, first: bool) -> Iterator[Mapping[str, object]]:
    """The tokens of a part of a wording. jieba knows many words of four characters: its first may be the end of a
    longer one (业务水平, 切实加强), and where it opens the wording, the beginning too (加强监督)."""
    written = words(part)
    for number, word in enumerate(written):
        end = f"{re.escape(word)}$"
        start = f"|^{re.escape(word)}" if first and len(written) == 1 else ""
        yield {"TEXT": {"REGEX": end + start}} if not number and len(word) > 1 else {"ORTH": word}


def _pattern(one: _Wanted, options: Options) -> str:
    return msgspec.json.encode(_tokens(one, options)).decode()


def _pointless(one: Pattern) -> Words | None:
    """Why `point` cannot be used."""
    if one.point is None or 0 <= one.point[0] <= one.point[1] < len(one.tokens):
        return None
    return Words(
        f"point 要在 0 到 {len(one.tokens) - 1} 之间", f"point lies between 0 and {len(one.tokens) - 1}"
    )
