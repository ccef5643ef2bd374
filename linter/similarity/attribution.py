"""Where the parts of a report come from: its own last year, other units, stock phrases; and how much is its own."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.model.alike import Alike, Match, Similarity, Source
from linter.similarity.corpus import Corpus
from linter.similarity.inside import recurring
from linter.similarity.masking import NAME, NUMBER, Masked
from linter.similarity.pairing import LEAST, Borders, Run, covered, merged, shared, split, without
from linter.similarity.records import Record

STOCK_LEAST = 12
"""Characters from which a stock phrase is one."""

RARE = 8
"""Characters of a match that must be none of a stock phrase: what everybody writes proves nothing."""

_CANDIDATES = 12
"""Reports of a corpus that are looked at closely."""

_MANY = 0.25
"""Share of stock phrases from which they are told one by one."""

_STRIDE, _HITS = 5, 3
_STOCK = Source("stock")

Stretches = Sequence[tuple[int, int]]


class Found(NamedTuple):
    """A stretch shared with another text."""

    run: Run
    source: Source
    other: Masked | None
    parts: tuple[Run, ...]


def attribute(
    one: Record,
    *,
    previous: Record | None = None,
    peers: Sequence[Record] | None = None,
    corpora: Sequence[Corpus] = (),
    template: Stretches = (),
) -> Alike:
    """Where the parts of a report come from. `previous`: the unit's own last report; `peers`: other units'
    reports that may share with it (None: no others are known); `template`: stretches of its compared text that
    most units of the county have (see `template`): they count neither for nor against anybody."""
    text = one.masked.text
    aside = merged(template)
    compared = len(text) - covered(aside)
    if not compared:
        return Alike()
    stock = without(stock_stretches(text, corpora), aside)
    common = merged([*stock, *aside])
    own = _evident(one.masked, previous, "previous", common) if previous else []
    others = [found for peer in peers or () for found in _evident(one.masked, peer, "unit", common)]
    others += [found for corpus in corpora for found in _held(one, corpus, common)]
    known = peers is not None or any(_others(one.source, corpus) for corpus in corpora)
    shares = _shares(stock, own if previous else None, others if known else None, aside, compared)
    matches = [*own, *_longest_first(others)]
    phrases = [Run(start, end, start, end, end - start) for start, end in stock]
    again = recurring(one.masked, common)
    if again or (shares.boilerplate or 0) >= _MANY:
        borders = one.masked.borders()
        matches += [_cut(run, _STOCK, None, (borders, ())) for run in phrases]
        matches += [_cut(run, Source("inside"), one.masked, (borders, borders)) for run in again]
    return Alike(shares, tuple(sorted(_matches(one.masked, matches), key=lambda match: match.span)))


def stock_stretches(text: str, corpora: Sequence[Corpus]) -> list[tuple[int, int]]:
    """What of a compared text is stock phrases, those that touch as one, in order."""
    found = []
    for corpus in corpora:
        for start, end, place in corpus.index.runs(text):
            if end - start >= STOCK_LEAST and place < corpus.about.stock and _words(text[start:end]):
                found.append((start, end))
    return merged(found)


def _words(piece: str) -> bool:
    """Whether a stretch is more than signs for numbers and names."""
    return len(piece) - piece.count(NUMBER) - piece.count(NAME) > STOCK_LEAST - 4


def _evident(text: Masked, other: Record, kind: str, common: Stretches) -> list[Found]:
    """What is shared with another report and is more than stock phrases."""
    source = other.source if kind == "unit" else Source("previous", *_named(other.source))
    return [
        Found(run, source, other.masked, parts)
        for run, parts in shared(text, other.masked)
        if covered(without([(run.start, run.end)], common)) >= RARE
    ]


def _cut(run: Run, source: Source, other: Masked | None, borders: Borders) -> Found:
    return Found(run, source, other, tuple(split([run], borders)))


def _named(source: Source) -> tuple[str | None, int | None, str]:
    return source.unit, source.year, source.path


def _others(source: Source, corpus: Corpus) -> list[int]:
    """The reports in a corpus that are other units'; none where it is not known whose report one has: it may be
    among them."""
    if source.unit is None:
        return []
    return [n for n, held in enumerate(corpus.about.reports) if held.unit != source.unit]


def _held(one: Record, corpus: Corpus, common: Stretches) -> Iterator[Found]:
    """What is shared with the reports that a corpus holds, other than the unit's own."""
    if not corpus.about.reports:
        return
    hits: dict[int, int] = {}
    for _, place in corpus.index.places(one.masked.text, _STRIDE):
        number = corpus.report_at(place)
        if number is not None:
            hits[number] = hits.get(number, 0) + 1
    wanted = [n for n in _others(one.source, corpus) if hits.get(n, 0) >= _HITS]
    for number in sorted(wanted, key=lambda n: (-hits[n], n))[:_CANDIDATES]:
        record = Record(corpus.source(number), Masked(corpus.text_of(number)))
        yield from _evident(one.masked, record, "unit", common)


def _shares(
    stock: Stretches, own: list[Found] | None, others: list[Found] | None, aside: Stretches, compared: int
) -> Similarity:
    """The four numbers, and what is left; None where there was nothing to compare with."""

    def share(stretches: Iterable[tuple[int, int]]) -> float:
        return round(covered(without(stretches, aside)) / compared, 4)

    by_unit: dict[str, list[tuple[int, int]]] = {}
    for one in others or ():
        by_unit.setdefault(one.source.unit or one.source.path, []).append((one.run.start, one.run.end))
    every = [(one.run.start, one.run.end) for one in (*(own or ()), *(others or ()))]
    return Similarity(
        boilerplate=share(stock),
        previous=None if own is None else share((one.run.start, one.run.end) for one in own),
        largest_unit=None if others is None else max(map(share, by_unit.values()), default=0.0),
        any_unit=None if others is None else share((one.run.start, one.run.end) for one in others),
        residual=round(1 - share([*stock, *every]), 4),
        compared_chars=compared,
    )


def _longest_first(found: Iterable[Found]) -> list[Found]:
    """Each stretch attributed once: the longest first, of equally long ones the earlier year's."""
    taken: list[tuple[int, int]] = []
    kept = []
    for one in sorted(found, key=_order):
        if covered(without([(one.run.start, one.run.end)], taken)) >= LEAST:
            taken = merged([*taken, (one.run.start, one.run.end)])
            kept.append(one)
    return kept


def _order(one: Found) -> tuple[int, int, str, int]:
    return -one.run.equal, one.source.year or 0, one.source.unit or one.source.path, one.run.start


def _matches(text: Masked, found: Sequence[Found]) -> Iterator[Match]:
    """The stretches where they stand in the reports."""
    if not found or not text.spans:
        return
    here = iter(text.located([(part.start, part.end) for one in found for part in one.parts]))
    for one in found:
        ends = [(part.other_start, part.other_end) for part in one.parts]
        there = one.other.located(ends) if one.other and one.other.spans else [None] * len(ends)
        for part, other in zip(one.parts, there, strict=True):
            yield Match(next(here), one.source, other, part.edited, part.equal)
