"""Many reports: which of them share, found by their fingerprints without a look at every pair.

Time grows with the number of reports, as long as what is common to many is left out: that proves nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from linter.model.errors import UsageError
from linter.similarity.fingerprints import MOST_TEXTS, TEXT_BITS, Keys, keys
from linter.similarity.pairing import Run, covered, pair, without

CAP = 50
"""Reports that may share a fingerprint; what more of them have is a formula or a template."""

FEW = 6
"""Reports that share a fingerprint of which every two are a pair. Of more, each is one with the next only: a text that
many copied is found along the chain, and chance does not grow with the square."""

SCORE = 8.0
"""Sum of the shared fingerprints' weights (1: only these two have it; 0: everybody has) from which a pair is looked at."""

LEAST = 0.2
"""Share of the compared text of either from which a pair is told."""

RARE = 8

Common = Callable[[int], Sequence[tuple[int, int]]]
"""What of the text of that number everybody writes: stock phrases, a county's template; in order, apart."""

Texts = Sequence[str] | Mapping[int, str]
"""Texts by number."""

_AT_ONCE = 8_000_000
"""Pairs that are counted at once: some 200 MB."""

UNIT = 60_000
"""The weight 1, in the whole numbers in which weights are added up: the sum is the same in whatever order."""

_WEIGHT_BITS = 16
"""Of a pair in one number, the bits of its weight."""

Weights = NDArray[np.int64]


class Pair(NamedTuple):
    """Two of the texts by number, the smaller first; how much of each stands in the other; the stretches, as seen
    from `one`."""

    one: int
    other: int
    shared_one: float
    shared_other: float
    runs: tuple[Run, ...]


def join(
    texts: Sequence[str],
    *,
    common: Common | None = None,
    least: float = LEAST,
    cap: int | None = None,
    score: float = SCORE,
) -> tuple[Pair, ...]:
    """The pairs that share at least `least` of either, in order of their numbers. `cap`: see `CAP`; None: by the
    number of texts. UsageError for more texts than have numbers."""
    found = (verified(texts, one, other, common) for one, other in candidates(texts, cap=cap, score=score))
    return tuple(pair for pair in found if pair and max(pair.shared_one, pair.shared_other) >= least)


def candidates(
    texts: Sequence[str], *, cap: int | None = None, score: float = SCORE
) -> tuple[tuple[int, int], ...]:
    """Pairs that have rare fingerprints in common, in order: worth a closer look."""
    if len(texts) >= MOST_TEXTS:
        raise UsageError(f"一次最多比对 {MOST_TEXTS} 份报告", f"at most {MOST_TEXTS} reports at once")
    return scored(keys(texts), len(texts), cap=cap, score=score)


def scored(
    every: Keys, count: int, *, cap: int | None = None, score: float = SCORE
) -> tuple[tuple[int, int], ...]:
    """The same, of the sorted keys of `count` texts."""
    cap = usual_cap(count) if cap is None else cap
    pairs, weights = sharing(every, count, cap)
    return closed(pairs[weights >= least_weight(score)], cap)


def sharing(every: Keys, count: int, cap: int) -> tuple[Keys, Weights]:
    """Of sorted keys, the pairs of texts that share a fingerprint, in order, and the weight of all that they share.
    `every`: all of `count` texts, or all with some hashes: then the weights of a pair add up over the parts."""
    pairs, weights = np.empty(0, np.uint64), np.empty(0, np.int64)
    waiting, size = list[Keys](), 0
    for more in _shared(every, count, cap):
        waiting.append(more)
        size += len(more)
        if size >= max(_AT_ONCE, len(pairs)):  # each time twice as many, so that none is sorted often
            pairs, weights = _merged(pairs, weights, np.concatenate(waiting))
            waiting, size = [], 0
    return _merged(pairs, weights, np.concatenate(waiting)) if waiting else (pairs, weights)


def least_weight(score: float = SCORE) -> int:
    """The score as a sum of weights."""
    return round(score * UNIT)


def added(pairs: Keys, weights: Weights) -> tuple[Keys, Weights]:
    """Each pair once, in order, its weights together."""
    order = np.argsort(pairs, kind="stable")
    return _together(pairs[order], weights[order]) if len(pairs) else (pairs, weights)


def closed(pairs: Keys, cap: int) -> tuple[tuple[int, int], ...]:
    """The pairs as numbers of two texts, in order; and every two of the texts that they connect, where these are as
    many as `cap` or fewer."""
    found = {(int(one) >> TEXT_BITS, int(one) & (MOST_TEXTS - 1)) for one in pairs}
    return tuple(sorted(found.union(*(combinations(kin, 2) for kin in _kin(found, cap)))))


def _kin(pairs: Iterable[tuple[int, int]], most: int) -> Iterator[list[int]]:
    """The texts that pairs connect, in order, where they are `most` or fewer, and more than a pair."""
    head: dict[int, int] = {}

    def first(one: int) -> int:
        while (above := head.setdefault(one, one)) != one:
            head[one] = head.setdefault(above, above)
            one = above
        return one

    for one, other in pairs:
        a, b = sorted((first(one), first(other)))
        head[b] = a
    members: dict[int, list[int]] = {}
    for one in sorted(head):
        members.setdefault(first(one), []).append(one)
    yield from (some for some in members.values() if 2 < len(some) <= most)


def usual_cap(count: int) -> int:
    """As many as may share a fingerprint among so many texts: most of a handful, half of a county, 50 of a province."""
    return count if count < 5 else min(CAP, max(4, count // 2))


def verified(texts: Texts, one: int, other: int, common: Common | None = None) -> Pair | None:
    """What the two share beyond what everybody writes; None if that is nothing."""
    aside = common(one) if common else ()
    runs = tuple(
        run
        for run in pair(texts[one], texts[other])
        if not aside or covered(without([(run.start, run.end)], aside)) >= RARE
    )
    if not runs:
        return None
    here = covered((run.start, run.end) for run in runs) / len(texts[one])
    there = covered((run.other_start, run.other_end) for run in runs) / len(texts[other])
    return Pair(one, other, round(here, 4), round(there, 4), runs)


def _shared(every: Keys, count: int, cap: int) -> Iterator[Keys]:
    """Pairs of texts that share a fingerprint, in one number each: the smaller number, the other, the weight."""
    if len(every) < 2:
        return
    changes = (every[1:] ^ every[:-1]) >= np.uint64(MOST_TEXTS)
    starts = np.concatenate(([0], np.flatnonzero(changes) + 1))
    sizes = np.diff(np.append(starts, len(every)))
    several = (sizes > 1) & (sizes <= cap)
    starts, sizes = starts[several], sizes[several]
    for size in range(2, cap + 1):
        groups = starts[sizes == size]
        weight = log(count / size) / log(count / 2) if count > size else 1 / size
        ones, others = np.triu_indices(size, 1) if size <= FEW else (np.arange(size - 1), np.arange(1, size))
        step = max(1, _AT_ONCE // len(ones))
        for first in range(0, len(groups), step):
            members = every[groups[first : first + step, None] + np.arange(size)] & np.uint64(MOST_TEXTS - 1)
            members <<= np.uint64(_WEIGHT_BITS)
            made = ((members[:, ones] << np.uint64(TEXT_BITS)) | members[:, others]).ravel()
            yield made | np.uint64(round(weight * UNIT))


def _merged(pairs: Keys, weights: Weights, more: Keys) -> tuple[Keys, Weights]:
    """Each pair once, its weights together, in order; `more` as `_shared` makes them."""
    more.sort()
    shares = (more & np.uint64((1 << _WEIGHT_BITS) - 1)).astype(np.int64)
    found = _together(more >> np.uint64(_WEIGHT_BITS), shares)
    if not len(pairs):
        return found
    # two runs in order: no more than a merge
    return added(np.concatenate((pairs, found[0])), np.concatenate((weights, found[1])))


def _together(pairs: Keys, weights: Weights) -> tuple[Keys, Weights]:
    first = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))
    return pairs[first], np.add.reduceat(weights, first)
