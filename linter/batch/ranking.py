"""From linted reports to the counties' rankings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from linter.analysis.register import folded
from linter.batch.assessing import Assessed
from linter.batch.counties import boards, missing, year_of
from linter.batch.neighbours import families, shown, standing_out
from linter.batch.outcome import Linted, Lost
from linter.batch.sharing import Alike
from linter.batch.standing import County, Family, Near, Pair, Ranked, Scored, in_order, places, scored
from linter.model.register import Register
from linter.model.score import Profile
from linter.pipeline.setup import Setup, Setups

TOLD = 0.3
"""Share from which a likeness is told, where the profile does not say."""

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Ranking:
    """The counties, and (of several) all their units in one ranking; `shown`: numbers of two reports, and the page
    that shows them."""

    counties: tuple[County, ...]
    whole: County | None
    shown: tuple[tuple[int, int, str], ...]

    @property
    def top(self) -> County:
        """What the first page shows."""
        return self.whole or self.counties[0]


def ranking(
    assessed: Assessed, setups: Setups, register: Register | None, last: Mapping[tuple[str, str], float]
) -> Ranking:
    """The rankings of what was assessed. `last`: last year's scores by county and unit."""
    numbers = [n for n, one in enumerate(assessed.linted) if isinstance(one, Linted)]
    reports = [one for one in assessed.linted if isinstance(one, Linted)]
    by_name = {one.name: setups.of(one.name) for one in reports}
    points = dict(zip(numbers, scored(reports, by_name), strict=True))
    least = told_share(setups)
    shown_pairs = shown(assessed.around.pairs, least)
    named = _paged(shown_pairs, assessed)
    owns = _owns(assessed)
    several = len(owns) > 1
    scope = _Scope(named, _files(assessed), register, last, least, "../../" if several else "")
    made = [_county(name, assessed, own, points, scope) for name, own in sorted(owns.items())]
    whole = _whole(assessed, points, made, replace(scope, register=None, root="")) if several else None
    every = tuple((one.source, one.other, named[one.source, one.other]) for one in shown_pairs)
    return Ranking(tuple(made), whole, every)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What all counties' rankings are made with. `named`: pages of pairs; `files`: of reports, by number; `root`:
    the way from a county's page to the first page's folder."""

    named: Mapping[tuple[int, int], str]
    files: Mapping[int, str]
    register: Register | None
    last: Mapping[tuple[str, str], float]
    least: float
    root: str

    def page(self, pair: Alike) -> str | None:
        """The page of a pair, from where the ranking's own page stands."""
        name = self.named.get((pair.source, pair.other))
        return f"{self.root}pairs/{name}" if name else None


@dataclass(slots=True)
class _Own:
    """What belongs to a county: its reports by number, the pairs that one of these is in, and files without a place."""

    numbers: list[int] = field(default_factory=list)
    pairs: list[Alike] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)


def _owns(assessed: Assessed) -> dict[str, _Own]:
    """By county, in one pass over all there is."""
    made: dict[str, _Own] = {}
    for n, name in enumerate(assessed.county):
        made.setdefault(name, _Own()).numbers.append(n)
    for pair in assessed.around.pairs:
        for name in {assessed.county[pair.source], assessed.county[pair.other]}:
            made[name].pairs.append(pair)
    for name, one in assessed.lost:
        if name in made:
            made[name].lost.append(one)
    return made


def _county(name: str, assessed: Assessed, own: _Own, every: Mapping[int, Scored], scope: _Scope) -> County:
    points = {n: every[n] for n in own.numbers if n in every}
    failed = [*own.lost, *_vanished(assessed, own)]
    reads = [assessed.reads[n] for n in own.numbers]
    ordered = _ordered(points)
    near = _near(assessed, own.pairs, points, scope)
    ranked = _ranked(
        [(n, points[n]) for n in ordered],
        {n: f"reports/{scope.files[n]}" for n in ordered},
        near,
        {n: _last(scope.last, name, points[n]) for n in ordered},
    )
    sums = [(one.name, one.sha256) for one in reads] + [(one.name, one.sha256) for one in failed]
    inputs = sorted(one for one in sums if one[1])
    return County(
        name,
        year_of(reads),
        ranked,
        boards((one.unit, one.report.level) for one in ranked),
        *_families(own.pairs, ordered, scope),
        _pairs(own.pairs, ordered, scope),
        tuple(missing(name, scope.register, reads, failed)),
        tuple(sorted(failed, key=lambda one: one.name)),
        tuple(inputs),
    )


def _whole(assessed: Assessed, points: Mapping[int, Scored], made: Sequence[County], scope: _Scope) -> County:
    """All units of all counties in one ranking."""
    ordered = _ordered(points)
    pages = {n: f"counties/{folder(assessed.county[n])}/reports/{scope.files[n]}" for n in ordered}
    ranked = _ranked([(n, points[n]) for n in ordered], pages, {}, {})
    failed = [one for county in made for one in county.failed]
    known = {one.name for one in failed}
    failed += [one for _, one in assessed.lost if one.name not in known]
    return County(
        "",
        year_of(assessed.reads),
        ranked,
        boards((one.unit, one.report.level) for one in ranked),
        *_families(assessed.around.pairs, ordered, scope),
        _pairs(assessed.around.pairs, ordered, scope),
        tuple(one for county in made for one in county.missing),
        tuple(sorted(failed, key=lambda one: one.name)),
        tuple(one for county in made for one in county.inputs),
    )


def _ordered(points: Mapping[int, Scored]) -> list[int]:
    numbers = {id(one): n for n, one in points.items()}
    return [numbers[id(one)] for one in in_order(list(points.values()))]


def _ranked(
    given: Sequence[tuple[int, Scored]],
    pages: Mapping[int, str],
    near: Mapping[int, tuple[Near, ...]],
    last: Mapping[int, float | None],
) -> tuple[Ranked, ...]:
    made: list[Ranked] = []
    for (n, one), (place, tied) in zip(given, places([one.score.total for _, one in given]), strict=True):
        above = made[-1] if made else None
        level = above is None or one.score.total == above.score.total
        apart = level or (above is not None and one.interval[1] < above.interval[0])
        around, before = near.get(n, ()), last.get(n)
        made.append(Ranked(place, tied, one.report, one.score, one.interval, pages[n], around, before, apart))
    return tuple(made)


def _near(
    assessed: Assessed, pairs: Iterable[Alike], points: Mapping[int, Scored], scope: _Scope
) -> dict[int, tuple[Near, ...]]:
    """By report, those that share with it, the most first."""
    found: dict[int, list[Near]] = {}
    for pair in pairs:
        page = scope.page(pair)
        for one, other, share, back in (
            (pair.source, pair.other, pair.back, pair.share),
            (pair.other, pair.source, pair.share, pair.back),
        ):
            if one in points:
                unit = assessed.reads[other].unit or assessed.reads[other].name
                county = assessed.county[other] if assessed.county[other] != assessed.county[one] else ""
                found.setdefault(one, []).append(Near(unit, county, share, back, page))
    return {
        n: tuple(sorted(near, key=lambda one: (-max(one.share, one.back), one.unit)))
        for n, near in found.items()
    }


def _pairs(pairs: Iterable[Alike], ordered: Sequence[int], scope: _Scope) -> tuple[Pair, ...]:
    at = {n: place for place, n in enumerate(ordered)}
    return tuple(
        Pair(at[one.source], at[one.other], one.share, scope.page(one))
        for one in pairs
        if one.source in at and one.other in at
    )


def _families(
    pairs: Sequence[Alike], ordered: Sequence[int], scope: _Scope
) -> tuple[tuple[Family, ...], float]:
    at = {n: place for place, n in enumerate(ordered)}
    inside = [one for one in pairs if one.source in at and one.other in at]
    least = standing_out(inside, len(ordered), scope.least)
    members = families(inside, least)
    head = {n: those[0] for those in members for n in those}
    kin: dict[int, list[Pair]] = {those[0]: [] for those in members}
    for one in inside:
        page = scope.page(one)
        if page and one.share >= least:  # both are of one family then
            kin[head[one.source]].append(Pair(at[one.source], at[one.other], one.share, page))
    made = [Family(tuple(sorted(at[n] for n in those)), tuple(kin[those[0]])) for those in members]
    return tuple(sorted(made, key=lambda one: (-len(one.members), one.members))), least


def _paged(pairs: Iterable[Alike], assessed: Assessed) -> dict[tuple[int, int], str]:
    """A file name for each pair, no two alike."""
    taken: set[str] = set()
    names = {}
    for one in pairs:
        units = [assessed.reads[n].unit or "" for n in (one.source, one.other)]
        names[one.source, one.other] = _free("-".join(map(folded, units)), taken)
    return names


def _files(assessed: Assessed) -> dict[int, str]:
    """A file name for each report's page, no two alike in a county."""
    taken: dict[str, set[str]] = {}
    return {
        n: _free(one.unit or one.name.rpartition("/")[2], taken.setdefault(county, set()))
        for n, (one, county) in enumerate(zip(assessed.reads, assessed.county, strict=True))
    }


def _free(wanted: str, taken: set[str]) -> str:
    stem = folder(wanted)
    name, number = stem, 1
    while name.lower() in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name.lower())
    return f"{name}.html"


def folder(name: str) -> str:
    """The name as every system takes it for a file's."""
    return "".join(one if one.isalnum() or one in "-_" else "_" for one in name)[:_LONGEST] or "_"


def _last(last: Mapping[tuple[str, str], float], county: str, one: Scored) -> float | None:
    return last.get((county, folded(one.report.unit))) if one.report.unit else None


def _vanished(assessed: Assessed, own: _Own) -> list[Lost]:
    """Files that could be read at first, and then not any more."""
    return [one for n in own.numbers if not isinstance(one := assessed.linted[n], Linted)]


def told_share(setups: Setups) -> float:
    """From which share on a likeness is told."""
    shares = (profile.shares for one in (setups.usual, *setups.others.values()) for profile in _profiles(one))
    return min((one["copied-from-peer"] for one in shares if "copied-from-peer" in one), default=TOLD)


def _profiles(setup: Setup) -> list[Profile]:
    return [profile for profile, _ in setup.tuned.values()]
