"""A sentence as words of declared classes, cut into clauses, each word with the year it speaks of."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from linter.language.numerals import FULL_WIDTH
from linter.language.quantities import Quantity, quantities

Lexicon = Mapping[str, Sequence[tuple[str, str]]]
"""By first character the words that begin so, longest first, with their class."""

_STOPS = dict.fromkeys("，。；：！？,;:!?…", ",") | {"（": "(", "(": "(", "）": ")", ")": ")"}
_YEAR = re.compile(r"(20\d\d)(?:年度?|(?=[-－—–~～至、和]{1,2}20\d\d年))")
_MONTH = re.compile(r"(\d{1,2})月(份|底|末|\d{1,2}日)?")
_ZERO = re.compile(r"(?<![0-9.])0(?![0-9.%年月日号])")
_YEARS = frozenset({"this-year", "last-year", "next-year", "other-year"})
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the class `kind` (`?` not declared, `N` a quantity, `,` `(` `)` stops), from `start` up to
    `end` of the sentence. `summed`: a word that sums up (共) stands right before it. `now`: it is said of the
    report's own year."""

    kind: str
    start: int
    end: int
    quantity: Quantity | None = None
    summed: bool = False
    now: bool = True


@dataclass(frozen=True, slots=True)
class Reader:
    """What a sentence is read with: the words, the report's names for its own unit, its year."""

    lexicon: Lexicon
    names: tuple[str, ...]
    year: int | None


def clauses(text: str, reader: Reader, *, now: bool = True) -> Iterator[tuple[Word, ...]]:
    """The clauses of a sentence: what stands between its stops, and each item of a row of numbers (予以公开3件、
    部分公开1件). Words of the classes `plain` and `sum` are left out. `now` is false for a sentence that goes
    on speaking of another year."""
    clause: list[Word] = []
    for word in _dated(_significant(_words(text, reader)), now=now):
        if word.kind in ",()" or (word.kind == "join" and any(one.kind == "N" for one in clause)):
            yield tuple(clause)
            clause = []
        elif clause or word.kind != "join":
            clause.append(word)
    yield tuple(clause)


def _words(text: str, reader: Reader) -> Iterator[Word]:
    """All words in order. White space is passed over, within words too."""
    offsets = [at for at, char in enumerate(text) if not char.isspace()]
    squeezed = "".join(text[at] for at in offsets).translate(FULL_WIDTH)
    counted = {one.span.start: one for one in quantities(text)}
    months = "plain" if _is_whole_year(squeezed) else "part"
    at, unknown = 0, -1
    while at < len(squeezed):
        quantity = counted.get(offsets[at])
        if quantity:
            kind, until = "N", bisect_left(offsets, quantity.span.end, at)
        else:
            kind, until = _word(squeezed, at, reader, months)
        if kind != "?":
            if unknown >= 0:
                yield Word("?", offsets[unknown], offsets[at - 1] + 1)
            yield Word(kind, offsets[at], offsets[until - 1] + 1, quantity)
            unknown = -1
        elif unknown < 0:
            unknown = at
        at = until
    if unknown >= 0:
        yield Word("?", offsets[unknown], offsets[-1] + 1)


def _word(text: str, at: int, reader: Reader, months: str) -> tuple[str, int]:
    """The class of the word at `at`, and where it ends."""
    char = text[at]
    if char in _STOPS:
        return _STOPS[char], at + 1
    if char == "《":
        return "?", max(text.find("》", at, at + _LONGEST_TITLE), at) + 1
    if char == "0" and _ZERO.match(text, at):
        return "zero", at + 1
    if char.isdigit() and not text[at - 1 : at].isdigit():
        if year := _YEAR.match(text, at):
            return _year(int(year[1]), reader.year), year.end()
        if month := _MONTH.match(text, at):
            return months, month.end()
    for name in reader.names:
        if text.startswith(name, at):
            return "who", at + len(name)
    for word, kind in reader.lexicon.get(char, ()):
        if text.startswith(word, at):
            return kind, at + len(word)
    return "?", at + 1


def _year(year: int, own: int | None) -> str:
    if own is None:
        return "other-year"
    return {own: "this-year", own - 1: "last-year", own + 1: "next-year"}.get(year, "other-year")


def _is_whole_year(text: str) -> bool:
    """Whether the months that a sentence names leave the year whole: none, its first and last, or its end."""
    months = [(int(match[1]), match[2]) for match in _MONTH.finditer(text)]
    numbers = {month for month, _ in months}
    ends = any(month == 12 and day not in (None, "份") for month, day in months)
    return not months or numbers == {1, 12} or (numbers == {12} and ends)


def _significant(words: Iterable[Word]) -> Iterator[Word]:
    """The words without `plain` and `sum` ones."""
    summed = False
    for word in words:
        if word.kind == "sum":
            summed = True
        elif word.kind != "plain":
            yield replace(word, summed=True) if summed else word
            summed = False


def _dated(words: Iterable[Word], *, now: bool) -> Iterator[Word]:
    """The words with the year they speak of. A year holds until the next one or the end of the sentence, in
    brackets until they close, in a comparison until the clause ends. 上年 beside 结转 is no change of year."""
    listed = tuple(words)
    turned: bool | None = None
    outside: list[bool] = []
    for place, word in enumerate(listed):
        before, beyond = _kind(listed, place - 1), _kind(listed, place + 1)
        if word.kind == "(":
            outside.append(now)
        elif word.kind == ")" and outside:
            now = outside.pop()
        elif word.kind in _YEARS and "carry" not in (before, beyond, _kind(listed, place + 2)):
            joined = _kind(listed, place - 2) if before == "join" else before
            own = word.kind == "this-year" and joined not in _YEARS - {"this-year"}
            now, turned = (now, own) if before == "compare" else (own, None)
        elif word.kind == "since" and before != "this-year":
            now = False
        if word.kind in ",()":
            turned = None
        yield replace(word, now=now if turned is None else turned)


def _kind(words: Sequence[Word], place: int) -> str:
    return words[place].kind if 0 <= place < len(words) else ","
