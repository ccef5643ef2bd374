"""Which reports share, which are one family, and what of each is its county's template."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from linter.batch.mapping import Bench, heavy, mapped
from linter.batch.outcome import Place, Read
from linter.batch.parts import Plan, Task, outcomes
from linter.batch.sharing import Alike, KeysTask, SharingTask, TemplateTask, VerifyTask, single
from linter.batch.shelf import number
from linter.model.errors import UsageError

PEERS = 6
"""Neighbours a report is compared with clause by clause: those that share most."""

NEAREST = 5
"""Of a report's pairs, those that are shown side by side: the strongest."""

_CLEARLY, _SURELY = 0.15, 0.6
"""So much above what is usual a share stands out; from here on it always does."""

_GROUPED, _KEYED, _VERIFIED = 200, 500, 250
"""Reports, reports and pairs of a task."""

_CUT, _CUTS = 10_000, 4
"""Reports whose fingerprints are one cut's share: so much is in memory at once. The fewest cuts."""

Asides = tuple[bytes, ...]
"""By report, the stretches of its county's template (see `aside_of`)."""

_ALIKE = msgspec.msgpack.Decoder(Alike)
_ASIDE = msgspec.msgpack.Decoder(tuple[tuple[int, int], ...])


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pairs that share, the strongest first, and by report the stretches of its county's template."""

    pairs: tuple[Alike, ...]
    aside: Asides


def aside_of(around: Neighbours, number: int) -> tuple[tuple[int, int], ...]:
    """What of that report is its county's template."""
    return _ASIDE.decode(around.aside[number])


def neighbours(
    reads: Sequence[Read], county: Sequence[str], places: Sequence[Place], bench: Bench
) -> Neighbours:
    """What the reports share beyond stock phrases and the templates of their counties. `places`: where they were
    read."""
    from linter.similarity.fingerprints import MOST_TEXTS

    count = len(reads)
    if not count:
        return Neighbours((), ())
    if count >= MOST_TEXTS:
        raise UsageError(f"一次最多比对 {MOST_TEXTS} 份报告", f"at most {MOST_TEXTS} reports at once")
    index = number(places, bench.work)
    keyed, aside = _prepared(index, _groups(reads, county), count, bench)
    tasks = [single(_verify(index, some, aside)) for some in _cut(_candidates(keyed, count, bench))]
    made, _ = mapped((_plan("verify", tasks, bench, len(tasks) * _VERIFIED // 5),), bench)
    alike = sorted(map(_ALIKE.decode, outcomes(made)), key=lambda one: (-one.share, one.source, one.other))
    return Neighbours(tuple(alike), aside)


def _prepared(
    index: str, groups: Sequence[tuple[int, ...]], count: int, bench: Bench
) -> tuple[tuple[str, ...], Asides]:
    """The parts with the fingerprints of so many reports; and what of each is template."""
    grouped = [single(TemplateTask(index, some)) for some in _together(groups)]
    starts = range(0, count, _KEYED)
    ranges = [single(KeysTask(index, at, min(at + _KEYED, count), _cuts(count))) for at in starts]
    plans = _plan("template", grouped, bench, count // 9), _plan("keys", ranges, bench, count // 50)
    made, _ = mapped(plans, bench)
    found = outcomes([one for one in made if one.step == "template"])
    aside = dict(zip((n for group in groups for n in group), found, strict=True))
    return tuple(one.part for one in made if one.step == "keys"), tuple(aside[n] for n in range(count))


def _candidates(keyed: tuple[str, ...], count: int, bench: Bench) -> tuple[tuple[int, int], ...]:
    """The pairs of reports that are worth to be aligned, in order."""
    from linter.similarity.fingerprints import TEXT_BITS
    from linter.similarity.joining import closed, least_weight, usual_cap

    cap = usual_cap(count)
    tasks = [single(SharingTask(keyed, bucket, count, cap)) for bucket in range(_cuts(count))]
    made, _ = mapped((_plan("sharing", tasks, bench, count // 100),), bench)
    return closed(heavy(made, least_weight(), count << TEXT_BITS, count // 9, bench), cap)


def _cuts(count: int) -> int:
    return max(_CUTS, count // _CUT)


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


def _plan(step: str, tasks: Sequence[Task], bench: Bench, worth: int) -> Plan:
    """A part for each task. What it depends on beside itself is in the names of the parts that it names, and in the
    key of the setup."""
    key = bench.desk.key("").encode()
    return Plan(step, tasks, [(key, one.wanted) for one in tasks], worth, most=1)


def _groups(reads: Sequence[Read], county: Sequence[str]) -> list[tuple[int, ...]]:
    """The numbers of the reports of each county and year."""
    made: dict[tuple[str, int | None], list[int]] = {}
    for n, (one, name) in enumerate(zip(reads, county, strict=True)):
        made.setdefault((name, one.year), []).append(n)
    return [tuple(one) for one in made.values()]


def _together(groups: Sequence[tuple[int, ...]]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Groups that are one task's."""
    some: list[tuple[int, ...]] = []
    for one in groups:
        some.append(one)
        if sum(map(len, some)) >= _GROUPED:
            yield tuple(some)
            some = []
    if some:
        yield tuple(some)


def _cut(pairs: Sequence[tuple[int, int]]) -> Iterator[Sequence[tuple[int, int]]]:
    return (pairs[at : at + _VERIFIED] for at in range(0, len(pairs), _VERIFIED))


def _verify(index: str, pairs: Sequence[tuple[int, int]], aside: Asides) -> VerifyTask:
    numbers = sorted({n for pair in pairs for n in pair})
    return VerifyTask(index, tuple(pairs), tuple((n, _ASIDE.decode(aside[n])) for n in numbers))
