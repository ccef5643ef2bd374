"""Which reports of the corpora at hand are most like a report, by words and by runs of characters."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.model.alike import Source
from linter.model.report import Report
from linter.similarity.corpus import Corpus
from linter.similarity.masking import masked

SHOWN = 3


class Near(NamedTuple):
    """A report of a corpus, and the cosine (0 to 1) of its weighted words and characters with those of another."""

    source: Source
    cosine: float


def nearest(report: Report, corpora: Sequence[Corpus], count: int = SHOWN) -> tuple[Near, ...]:
    """The reports most like that one, best first; none of the same unit and year; nothing where no corpus holds
    reports."""
    title = report.title
    held = [
        (source, text)
        for source, text in _held(corpora)
        if (source.unit, source.year) != (title.unit, title.year)
    ]
    text = masked(report).text
    if not held or not text:
        return ()
    from linter.similarity.with_sklearn import nearest as by_words  # a second to import

    found = by_words(text, [text for _, text in held], count)
    return tuple(Near(held[number][0], cosine) for number, cosine in found if cosine > 0)


def _held(corpora: Sequence[Corpus]) -> Iterator[tuple[Source, str]]:
    for corpus in corpora:
        for number in range(len(corpus.about.reports)):
            yield corpus.source(number), corpus.text_of(number)
