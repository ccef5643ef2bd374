"""A sentence as words of declared classes, cut into clauses, each word with the year it speaks of."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from linter.language.late import late
from linter.language.numerals import FULL_WIDTH
from linter.language.quantities import Quantity

_STOPS = dict.fromkeys("，。；：！？,;:!?…", ",") | {"（": "(", "(": "(", "）": ")", ")": ")"}
_YEAR = late(r"(20\d\d)(?:年度?|(?=[-－—–~～至、和]{1,2}20\d\d年))")
_MONTH = late(r"(\d{1,2})月(份|底|末|\d{1,2}日)?")
_ZERO = late(r"(?<![0-9.])0(?![0-9.%年月日号])")
_MARKS = frozenset(",()")
_ALONE = _MARKS | {"N"}
_AWAY = {0: "this-year", -1: "last-year", 1: "next-year"}
_OTHER_YEARS = frozenset({"last-year", "next-year", "other-year"})
_YEARS = _OTHER_YEARS | {"this-year"}
_DIGITS = late("(?<![0-9])[0-9]")
_LONGEST_TITLE = 80


class Lexicon:
    """Declared words with their classes, found in a text from left to right, of those that begin at one place
    the longest; the stops among them."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        classes = dict(words) | _STOPS
        self._kinds = tuple(classes.values())
        self._words = AhoCorasick(list(classes), matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, start: int = 0) -> Iterator[tuple[int, int, str]]:
        """Where each word found from `start` on begins and ends, and its class."""
        found = self._words.find_matches_as_indexes(text[start:] if start else text)
        return ((first + start, end + start, self._kinds[number]) for number, first, end in found)


@dataclass(frozen=True, slots=True)
class Reader:
    """What the sentences of a report are read with: the words, the report's names for its own unit, and its
    year."""

    lexicon: Lexicon
    names: Sequence[str]
    year: int | None


class Word(msgspec.Struct, frozen=True, gc=False):
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


class _Found(msgspec.Struct, gc=False):
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
    numbers = {bisect_left(offsets, one.span.start): one for one in counted}
    found: list[_Found] = []
    last, summed = "", False
    for start, end, kind in _read(squeezed, offsets, numbers, reader):
        if kind == "plain":
            continue
        if kind == "sum":
            summed = True
        elif kind == last and kind not in _ALONE:
            found[-1].end, summed = offsets[end - 1] + 1, False
        else:
            quantity = numbers[start] if kind == "N" else None
            found.append(_Found(kind, offsets[start], offsets[end - 1] + 1, quantity, summed))
            last, summed = kind, False
    return found


def _read(
    text: str, offsets: Sequence[int], numbers: Mapping[int, Quantity], reader: Reader
) -> Iterator[tuple[int, int, str]]:
    """Where each word begins and ends, and its class; what lies between two words known is one unknown."""
    others = _others(text, offsets, numbers, reader)
    places = sorted(others)
    words = reader.lexicon.find(text)
    word = next(words, None)
    at, size, turn = 0, len(text), 0
    while at < size:
        if word and word[0] < at < word[1]:  # what was read instead of it ends within it
            words = reader.lexicon.find(text, at)
        while word and word[0] < at:
            word = next(words, None)
        while turn < len(places) and places[turn] < at:
            turn += 1
        here = min(word[0] if word else size, places[turn] if turn < len(places) else size)
        if at < here:
            yield at, here, "?"
        if here == size:
            return
        other = others.get(here)
        if other and (not word or word[0] > here or other[2] or (other[0] >= word[1] and other[1] == "who")):
            at = other[0]
            yield here, at, other[1]
        elif word:
            at = word[1]
            yield word


def _others(
    text: str, offsets: Sequence[int], numbers: Mapping[int, Quantity], reader: Reader
) -> dict[int, tuple[int, str, bool]]:
    """By where it begins what is no declared word: where it ends, its class, and whether it goes before any
    word: quantities do, names go before shorter ones, titles of documents and digits before none."""
    found: dict[int, tuple[int, str, bool]] = {}
    at = text.find("《")
    while at >= 0:
        found[at] = max(text.find("》", at, at + _LONGEST_TITLE), at) + 1, "?", False
        at = text.find("《", at + 1)
    digits = [match.start() for match in _DIGITS.finditer(text)]
    months = "plain" if digits and _is_whole_year(text) else "part"
    for at in digits:
        kind, end = _digits(text, at, reader.year, months)
        found[at] = end, kind, False
    for name in sorted(reader.names, key=len):
        at = text.find(name)
        while at >= 0:
            found[at] = at + len(name), "who", False
            at = text.find(name, at + 1)
    for at, one in numbers.items():
        found[at] = bisect_left(offsets, one.span.end, at), "N", True
    return found


def _visible(text: str) -> Sequence[int]:
    """The offsets of all characters but white space."""
    if text.split() == [text]:
        return range(len(text))
    return [at for at, char in enumerate(text) if not char.isspace()]


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
