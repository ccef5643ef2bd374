"""Words that stand in one clause, in order and not far apart: 加强…力度."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from linter.language.matching import matcher

GAP = "…"
"""Stands for what may lie between two words: any characters but the marks that end a clause."""

ENDS = frozenset("，。；：！？,;!?\n")
"""The marks that end a clause."""

LONGEST = 200
"""Characters. Where no mark stands for so long there is no clause to look at."""

_FAR = 40  # characters from one word to the next

Parts = tuple[str, ...]


class Apart(NamedTuple):
    """Where the phrase of that number stands, from its first word to its last."""

    number: int
    start: int
    end: int


def parts_of(phrase: str) -> Parts:
    """The words of `加强…力度`."""
    return tuple(phrase.split(GAP))


def key(parts: Parts) -> str:
    """The word by which a phrase is looked for: its longest, the last of several."""
    return max(reversed(parts), key=len)


Finder = Callable[[str], Iterator[Apart]]
"""Where phrases stand in a text."""


def apart(text: str, phrases: tuple[Parts, ...]) -> Iterator[Apart]:
    """Where `phrases` stand in `text`, by where their longest words end; the others count where they stand nearest
    to it. The time is that of one look for all longest words, and little more for each of them found."""
    return finder(phrases)(text)


@lru_cache(maxsize=64)
def finder(phrases: tuple[Parts, ...]) -> Finder:
    """Finds the same phrases in one text after the other."""
    by_key = _by_key(phrases)
    numbers, every = tuple(by_key.values()), matcher(by_key)

    def found(text: str) -> Iterator[Apart]:
        for which, start, end in every.find_matches_as_indexes(text, overlapping=True):
            for number, at in numbers[which]:
                parts = phrases[number]
                first = _before(text, parts[:at], start)
                last = _after(text, parts[at + 1 :], end)
                if first >= 0 and last >= 0:
                    yield Apart(number, first, last)

    return found


def clause(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int] | None:
    """The clauses in which `start` to `end` lies, with the marks on either side, not beyond `low` and `high`; None
    where no mark stands within `LONGEST` characters."""
    least, most = max(low, start - LONGEST), min(high, end + LONGEST)
    mark = max(text.rfind(one, least, start) for one in ENDS)
    if mark < 0 and least > low:
        return None
    begin = max(mark, low)
    if text[end - 1] in ENDS:
        return begin, end
    stops = [at for one in ENDS if (at := text.find(one, end, most)) >= 0]
    if not stops and most < high:
        return None
    return begin, min(stops, default=high - 1) + 1


def _before(text: str, parts: Parts, start: int) -> int:
    """Where the first of `parts` begins, all of them in order before `start`; -1 if they are not there."""
    for part in reversed(parts):
        at = text.rfind(part, max(0, start - _FAR - len(part)), start)
        if at < 0 or not ENDS.isdisjoint(text[at + len(part) : start]):
            return -1
        start = at
    return start


def _after(text: str, parts: Parts, end: int) -> int:
    """Where the last of `parts` ends, all of them in order after `end`; -1 if they are not there."""
    for part in parts:
        at = text.find(part, end, end + _FAR + len(part))
        if at < 0 or not ENDS.isdisjoint(text[end:at]):
            return -1
        end = at + len(part)
    return end


def _by_key(phrases: tuple[Parts, ...]) -> dict[str, list[tuple[int, int]]]:
    """The phrases (number, and which of its words that is) by their longest words."""
    by_key: dict[str, list[tuple[int, int]]] = {}
    for number, parts in enumerate(phrases):
        longest = key(parts)
        at = len(parts) - 1 - parts[::-1].index(longest)
        by_key.setdefault(longest, []).append((number, at))
    return by_key
