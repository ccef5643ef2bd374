"""Which reports share, which are one family, and what of each is its county's template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linter.batch.outcome import Read
from linter.similarity.attribution import stock_stretches
from linter.similarity.corpus import Corpus
from linter.similarity.joining import Pair, candidates, verified
from linter.similarity.pairing import merged
from linter.similarity.records import Record
from linter.similarity.template import template

LEAST = 0.2
"""Share of the compared text of either report from which a pair is told."""

PEERS = 6
"""Neighbours a report is compared with clause by clause: those that share most."""

NEAREST = 5
"""Of a report's pairs, those that are shown side by side: the strongest."""

_CLEARLY, _SURELY = 0.15, 0.6
"""So much above what is usual a share stands out; from here on it always does."""

Stretches = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two reports by number, and how much of each stands in the other. `source` of them is the one that has less of
    its text from the other; who copied from whom nobody can tell."""

    source: int
    other: int
    share: float
    back: float


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pairs that share, the strongest first, and by report the stretches of its county's template."""

    pairs: tuple[Alike, ...]
    aside: tuple[Stretches, ...]


def neighbours(reads: Sequence[Read], county: Sequence[str], corpora: Sequence[Corpus]) -> Neighbours:
    """What the reports share beyond stock phrases and the templates of their counties."""
    records = [one.record for one in reads]
    aside = _templates(records, [one.year for one in reads], county)
    texts = [one.masked.text for one in records]
    known: dict[int, Stretches] = {}

    def common(number: int) -> Stretches:
        if number not in known:
            known[number] = tuple(merged([*stock_stretches(texts[number], corpora), *aside[number]]))
        return known[number]

    found = (verified(texts, one, other, common) for one, other in candidates(texts))
    pairs = [_alike(one) for one in found if one and max(one.shared_one, one.shared_other) >= LEAST]
    pairs.sort(key=lambda one: (-one.share, one.source, one.other))
    return Neighbours(tuple(pairs), tuple(aside))


def families(pairs: Sequence[Alike], least: float) -> tuple[tuple[int, ...], ...]:
    """The reports that share at least so much, directly or by others; the largest family first."""
    above: dict[int, int] = {}

    def top(one: int) -> int:
        while above.setdefault(one, one) != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for pair in pairs:
        if pair.share >= least:
            one, other = sorted((top(pair.source), top(pair.other)))
            above[other] = one
    members: dict[int, list[int]] = {}
    for one in sorted(above):
        members.setdefault(top(one), []).append(one)
    return tuple(sorted((tuple(one) for one in members.values()), key=lambda one: (-len(one), one)))


def standing_out(pairs: Sequence[Alike], count: int, least: float) -> float:
    """From which share on two of `count` reports are of one family: not below `least`, and clearly above what most of
    them share with somebody anyway (the same duties, the same phrases), lest faint likenesses chain them all together."""
    best: dict[int, float] = {}
    for pair in pairs:
        for one in (pair.source, pair.other):
            best[one] = max(best.get(one, 0.0), pair.share)
    usual = sorted([*best.values(), *[0.0] * (count - len(best))])[count // 2] if count else 0.0
    return round(max(least, min(usual + _CLEARLY, _SURELY)), 2)


def shown(pairs: Sequence[Alike], least: float) -> tuple[Alike, ...]:
    """Those that are worth a page: among the strongest of one of the two. Their number grows with the reports, not
    with the pairs."""
    seen: dict[int, int] = {}
    kept = []
    for pair in pairs:
        if pair.share < least:
            break
        counts = [seen.get(one, 0) for one in (pair.source, pair.other)]
        if min(counts) < NEAREST:
            kept.append(pair)
            for one in (pair.source, pair.other):
                seen[one] = seen.get(one, 0) + 1
    return tuple(kept)


def _alike(pair: Pair) -> Alike:
    """Of the two, that of whose text a greater share stands in the other is taken for the one that has it from it."""
    if pair.shared_other >= pair.shared_one:
        return Alike(pair.one, pair.other, pair.shared_other, pair.shared_one)
    return Alike(pair.other, pair.one, pair.shared_one, pair.shared_other)


def _templates(
    records: Sequence[Record], years: Sequence[int | None], county: Sequence[str]
) -> list[Stretches]:
    """By report, what of it most units of its county write in its year."""
    groups: dict[tuple[str, int | None], list[int]] = {}
    for number, (year, name) in enumerate(zip(years, county, strict=True)):
        groups.setdefault((name, year), []).append(number)
    made: Mapping[tuple[str, int | None], list[int]] = groups
    aside: list[Stretches] = [()] * len(records)
    for members in made.values():
        found = template(records[number] for number in members)
        for number in members:
            aside[number] = tuple(found.covered(records[number].masked.text))
    return aside
