"""A sentence as words of declared classes, cut into clauses, each word with the year it speaks of."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from linter.language.numerals import FULL_WIDTH
from linter.language.quantities import Quantity

Lexicon = Mapping[str, Sequence[tuple[str, str]]]
"""By first character the words that begin so, longest first, with their class."""

_STOPS = dict.fromkeys("，。；：！？,;:!?…", ",") | {"（": "(", "(": "(", "）": ")", ")": ")"}
_YEAR = re.compile(r"(20\d\d)(?:年度?|(?=[-－—–~～至、和]{1,2}20\d\d年))")
_MONTH = re.compile(r"(\d{1,2})月(份|底|末|\d{1,2}日)?")
_ZERO = re.compile(r"(?<![0-9.])0(?![0-9.%年月日号])")
_MARKS = frozenset(",()")
_ALONE = _MARKS | {"N"}
_AWAY = {0: "this-year", -1: "last-year", 1: "next-year"}
_OTHER_YEARS = frozenset({"last-year", "next-year", "other-year"})
_YEARS = _OTHER_YEARS | {"this-year"}
_DIGITS = frozenset("0123456789")
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Reader:
    """What the sentences of a report are read with: the words, and the report's year."""

    lexicon: Lexicon
    year: int | None


def reader(lexicon: Lexicon, names: Iterable[str], year: int | None) -> Reader:
    """A reader that also knows the report's names for its own unit."""
    merged = dict(lexicon)
    for name in names:
        words = [(name, "who"), *merged.get(name[0], ())]
        merged[name[0]] = sorted(words, key=lambda word: -len(word[0]))
    return Reader(merged, year)


class Word(NamedTuple):
    """Words of the class `kind` that follow one another (`?` not declared, `N` a quantity, `,` `(` `)` stops),
    from `start` up to `end` of the sentence. `summed`: a word that sums up (共) stands right before.
    `now`: it is said of the report's own year."""

    kind: str
    start: int
    end: int
    quantity: Quantity | None
    summed: bool
    now: bool


def clauses(
    text: str, counted: Iterable[Quantity], reader: Reader, *, now: bool = True
) -> Iterator[tuple[Word, ...]]:
    """The clauses of a sentence: what stands between its stops, and each item of a row of numbers (予以公开3件、
    部分公开1件). Words of the classes `plain` and `sum` are left out. `counted` are the sentence's quantities;
    `now` is false for a sentence that goes on speaking of another year."""
    clause: list[Word] = []
    has_number = False
    for word in _dated(_words(text, counted, reader), now=now):
        kind = word.kind
        if kind in _MARKS or (kind == "join" and has_number):
            if clause:
                yield tuple(clause)
            clause, has_number = [], False
        elif clause or kind != "join":
            clause.append(word)
            has_number = has_number or kind == "N"
    if clause:
        yield tuple(clause)


@dataclass(slots=True)
class _Found:
    """A word that is still being read."""

    kind: str
    start: int
    end: int
    quantity: Quantity | None
    summed: bool


def _words(text: str, counted: Iterable[Quantity], reader: Reader) -> list[_Found]:
    """The words in order without `plain` and `sum` ones; what follows on a word of its own class is one with
    it. White space is passed over, within words too."""
    offsets = _visible(text)
    squeezed = "".join([text[at] for at in offsets]) if len(offsets) < len(text) else text
    squeezed = squeezed.translate(FULL_WIDTH)
    numbers = {one.span.start: one for one in counted}
    months = "plain" if _is_whole_year(squeezed) else "part"
    found: list[_Found] = []
    at, size, last, summed = 0, len(squeezed), "", False
    while at < size:
        start = offsets[at]
        quantity = numbers.get(start) if numbers else None
        if quantity:
            kind, at = "N", bisect_left(offsets, quantity.span.end, at)
        else:
            kind, at = _word(squeezed, at, reader, months)
        if kind == "plain":
            continue
        if kind == "sum":
            summed = True
        elif kind == last and kind not in _ALONE:
            found[-1].end, summed = offsets[at - 1] + 1, False
        else:
            found.append(_Found(kind, start, offsets[at - 1] + 1, quantity, summed))
            last, summed = kind, False
    return found


def _visible(text: str) -> Sequence[int]:
    """The offsets of all characters but white space."""
    if text.split() == [text]:
        return range(len(text))
    return [at for at, char in enumerate(text) if not char.isspace()]


def _word(text: str, at: int, reader: Reader, months: str) -> tuple[str, int]:
    """The class of the word at `at`, and where it ends."""
    char = text[at]
    for word, kind in reader.lexicon.get(char, ()):
        if text.startswith(word, at):
            return kind, at + len(word)
    if char in _STOPS:
        return _STOPS[char], at + 1
    if char in _DIGITS and text[at - 1 : at] not in _DIGITS:
        return _digits(text, at, reader.year, months)
    if char == "《":
        return "?", max(text.find("》", at, at + _LONGEST_TITLE), at) + 1
    return "?", at + 1


def _digits(text: str, at: int, own: int | None, months: str) -> tuple[str, int]:
    """The class of a number that is no quantity: a year, a month, a bare zero."""
    if year := _YEAR.match(text, at):
        known = own is not None and _AWAY.get(int(year[1]) - own)
        return known or "other-year", year.end()
    if month := _MONTH.match(text, at):
        return months, month.end()
    return ("zero" if _ZERO.match(text, at) else "?"), at + 1


def _is_whole_year(text: str) -> bool:
    """Whether the months that a sentence names leave the year whole: none, its first and last, or its end."""
    months = [(int(match[1]), match[2]) for match in _MONTH.finditer(text)]
    numbers = {month for month, _ in months}
    ends = any(month == 12 and day not in (None, "份") for month, day in months)
    return not months or numbers == {1, 12} or (numbers == {12} and ends)


def _dated(words: Sequence[_Found], *, now: bool) -> Iterator[Word]:
    """The words with the year they speak of. A year holds until the next one or the end of the sentence, in
    brackets until they close, in a comparison until the clause ends. 上年 beside 结转 is no change of year."""
    turned: bool | None = None
    outside: list[bool] = []
    for place, word in enumerate(words):
        kind = word.kind
        if kind in _MARKS:
            turned = None
            if kind == "(":
                outside.append(now)
            elif kind == ")" and outside:
                now = outside.pop()
        elif kind in _YEARS:
            before = _kind(words, place - 1)
            if "carry" not in (before, _kind(words, place + 1), _kind(words, place + 2)):
                joined = _kind(words, place - 2) if before == "join" else before
                own = kind == "this-year" and joined not in _OTHER_YEARS
                now, turned = (now, own) if before == "compare" else (own, None)
        elif kind == "since" and _kind(words, place - 1) != "this-year":
            now = False
        said = now if turned is None else turned
        yield Word(kind, word.start, word.end, word.quantity, word.summed, said)


def _kind(words: Sequence[_Found], place: int) -> str:
    return words[place].kind if 0 <= place < len(words) else ","
