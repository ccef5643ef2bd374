"""The sentences of a report in which something stands, found without a look at the others."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, cast

from ahocorasick_rs import AhoCorasick

from linter.model.report import Report, Sentence

_BEYOND = 1 << 60
_FEW = 4


def holding(report: Report, words: Sequence[str]) -> tuple[Sentence, ...]:
    """The sentences that hold one of `words`, in order; all of them where no words are given. A word holds no
    stop that ends a sentence."""
    if not words:
        return report.sentences
    sentences = report.sentences
    return tuple([sentences[number] for number in numbers_holding(report, words)])


def numbers_holding(report: Report, words: Sequence[str]) -> list[int]:
    """The numbers of the sentences that hold one of `words`, in order."""
    known, held, numbers = report.standing
    found = {start for word in words if word in held for start in held[word]}
    unknown = _others(tuple(words), known)
    if not unknown:
        return sorted([numbers[start] for start in found if start in numbers])
    sentences = report.sentences
    here = {numbers[start] for start in found if start in numbers}
    end = 0
    for start in _places(report.document.text, unknown):
        if start >= end:
            number = number_at(sentences, start)
            if number is not None:
                here.add(number)
                end = sentences[number].span.end
    return sorted(here)


@lru_cache(maxsize=512)
def _others(words: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
    """Those of the words that were not looked for beforehand."""
    return tuple(word for word in words if word not in known)


def _places(text: str, words: tuple[str, ...]) -> Sequence[int]:
    """Where one of `words` begins, in order; of those that overlap it may be one only."""
    if len(words) <= _FEW:
        found = [_each(text, word) for word in words]
        return found[0] if len(found) == 1 else sorted([at for places in found for at in places])
    return [start for _, start, _ in matcher(words).find_matches_as_indexes(text)]


def _each(text: str, word: str) -> list[int]:
    """Where a word begins; for a few that is quicker than an automaton."""
    found, at = list[int](), text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + len(word))
    return found


def around(report: Report, offsets: Iterable[int]) -> tuple[Sentence, ...]:
    """The sentences in which one of `offsets` lies, in order."""
    numbers = {number_at(report.sentences, at) for at in offsets}
    return tuple(report.sentences[number] for number in sorted(one for one in numbers if one is not None))


def number_at(sentences: Sequence[Sentence], offset: int) -> int | None:
    """The number of the sentence in which `offset` lies, if one does."""
    # Sentences begin with their span: they compare with a bare pair of offsets, and no key is needed.
    number = bisect_right(cast(Any, sentences), ((offset, _BEYOND),)) - 1
    return number if number >= 0 and offset < sentences[number].span.end else None


def first_from(sentences: Sequence[Sentence], offset: int) -> Sentence:
    """The first sentence that begins at `offset` or behind it; IndexError where none does."""
    return sentences[bisect_right(cast(Any, sentences), ((offset,),))]


@lru_cache(maxsize=512)
def matcher(words: tuple[str, ...]) -> AhoCorasick:
    """Finds one of `words` wherever some stand; of those that overlap, the one that ends first."""
    return AhoCorasick(words)
