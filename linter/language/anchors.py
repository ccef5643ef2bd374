"""The sentences of a report in which something stands, found without a look at the others."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from linter.model.report import Report, Sentence


def holding(report: Report, words: Sequence[str]) -> tuple[Sentence, ...]:
    """The sentences that hold one of `words`, in order; all of them where no words are given."""
    if not words:
        return report.sentences
    text, sentences = report.document.text, report.sentences
    found: set[int] = set()
    for word in words:
        at = text.find(word)
        while at >= 0:
            number = number_at(sentences, at)
            if number is not None:
                found.add(number)
            at = text.find(word, at + len(word) if number is None else sentences[number].span.end)
    return tuple(sentences[number] for number in sorted(found))


def around(report: Report, offsets: Iterable[int]) -> tuple[Sentence, ...]:
    """The sentences in which one of `offsets` lies, in order."""
    numbers = {number_at(report.sentences, at) for at in offsets}
    return tuple(report.sentences[number] for number in sorted(one for one in numbers if one is not None))


def number_at(sentences: Sequence[Sentence], offset: int) -> int | None:
    """The number of the sentence in which `offset` lies, if one does."""
    number = bisect_right(sentences, offset, key=lambda one: one.span.start) - 1
    return number if number >= 0 and offset < sentences[number].span.end else None
