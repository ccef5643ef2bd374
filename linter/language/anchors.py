"""The sentences of a report in which something stands, found without a look at the others."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, cast

from ahocorasick_rs import AhoCorasick

from linter.model.document import Span
from linter.model.report import Report, Sentence

_BEYOND = 1 << 60
_FEW = 16


def holding(report: Report, words: Sequence[str]) -> tuple[Sentence, ...]:
    """The sentences that hold one of `words`, in order; all of them where no words are given. A word holds no
    stop that ends a sentence."""
    if not words:
        return report.sentences
    sentences = report.sentences
    return tuple([sentences[number] for number in numbers_holding(report, words)])


def spans_holding(report: Report, words: Sequence[str]) -> list[Span]:
    """Where the sentences stand that hold one of `words`, in order; all of them where no words are given."""
    sentences = report.sentences
    if not words:
        return [one.span for one in sentences]
    return [sentences[number].span for number in numbers_holding(report, words)]


def numbers_holding(report: Report, words: Sequence[str]) -> list[int]:
    """The numbers of the sentences that hold one of `words`, in order."""
    known, held, numbers = report.standing
    found = set[int]()
    for word in words:
        if word in held:
            found |= held[word]
    here = [numbers[start] for start in sorted(found) if start in numbers]
    unknown = _others(tuple(words), known)
    if not unknown:
        return here
    more = _looked_up(report, unknown)
    if here or len(unknown) > 1:
        return sorted({*here, *more}) if more else here
    return more


def standing(report: Report, words: Sequence[str]) -> list[str]:
    """Those of `words` that stand in the report's text, for a quick look: one of several characters that was looked
    for beforehand, outside tables."""
    text, (known, held, _) = report.document.text, report.standing
    return [word for word in words if word in held or (word not in known and word in text)]


@lru_cache(maxsize=512)
def _others(words: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
    """Those of the words that were not looked for beforehand."""
    return tuple(word for word in words if word not in known)


def _looked_up(report: Report, words: tuple[str, ...]) -> list[int]:
    """The numbers of the sentences in which one of the words begins: of one word in order and once, of several word
    by word."""
    text, sentences = report.document.text, report.sentences
    if len(words) > _FEW:
        places = [at for _, at, _ in matcher(words).find_matches_as_indexes(text)]
        return [number for at in places if (number := number_at(sentences, at)) is not None]
    found = list[int]()
    for word in words:
        at = text.find(word)
        starts = _starts(report) if at >= 0 else ()
        while at >= 0:
            number = bisect_right(starts, at) - 1
            end = sentences[number].span.end if number >= 0 else 0
            if at < end:
                found.append(number)
            elif number + 1 < len(starts):
                end = starts[number + 1]  # what stands between sentences is passed over
            else:
                break
            at = text.find(word, end)
    return found


def _starts(report: Report) -> Sequence[int]:
    """Where the sentences begin."""
    return list(report.standing.numbers) or [one.span.start for one in report.sentences]


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
