"""The ranking: scores, places, grades, and how sure they are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linter.batch.outcome import Linted, Lost
from linter.batch.spread import Losses, intervals
from linter.model.score import Score
from linter.pipeline.setup import Setup
from linter.scoring import costs, score


@dataclass(frozen=True, slots=True)
class Near:
    """A unit (of another county, where one is named) whose report shares: how much of this one stands in that one,
    how much of that one in this, and the page that shows both (None: there is none)."""

    unit: str
    county: str
    share: float
    back: float
    page: str | None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A report with its place. `interval`: see `spread`; `last`: last year's score (None: not known); `page`: of the
    report; `apart`: whether the interval lies below that of
    the unit before, or the score is the same."""

    place: int
    tied: bool
    report: Linted
    score: Score
    interval: tuple[float, float]
    page: str
    near: tuple[Near, ...] = ()
    last: float | None = None
    apart: bool = True

    @property
    def unit(self) -> str:
        """Whose report it is; a report that does not say goes by its file's name."""
        return self.report.unit or self.report.name


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of the ranking by number: how much of `other` stands in `source`, and the page that shows them."""

    source: int
    other: int
    share: float
    page: str | None


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that are versions of each other, by number in the ranking, and the pairs that make them so."""

    members: tuple[int, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class County:
    """All that its page shows. `family`: share from which reports are of one family; `pairs`: those that share, the
    strongest first; `missing`: units of the register
    without a report; `inputs`: name and SHA-256 of the files."""

    name: str
    year: int | None
    ranking: tuple[Ranked, ...]
    boards: Mapping[str, Sequence[str]]
    families: tuple[Family, ...]
    family: float
    pairs: tuple[Pair, ...]
    missing: tuple[str, ...]
    failed: tuple[Lost, ...]
    inputs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """A report with its score and how far that can be trusted."""

    report: Linted
    score: Score
    interval: tuple[float, float]


def scored(reports: Sequence[Linted], setups: Mapping[str, Setup]) -> list[Scored]:
    """The reports with their scores, by the weights of the setups (by name of the file)."""
    profiles = [setups[one.name].for_level(one.level)[0] for one in reports]
    points = [
        score(one.findings, one.groups, profile) for one, profile in zip(reports, profiles, strict=True)
    ]
    losses = [_losses(one) for one in reports]
    known = {id(one): one for one in setups.values()}
    rules = {(rule.group, rule.id) for one in known.values() for rule in one.rules}
    rules |= {(one.group, one.rule) for report in reports for one in report.findings}
    given = [(one.parts, lost, profile) for one, lost, profile in zip(points, losses, profiles, strict=True)]
    spread = intervals(given, rules)
    return [Scored(*one) for one in zip(reports, points, spread, strict=True)]


def places(totals: Sequence[float]) -> list[tuple[int, bool]]:
    """Place and whether it is shared, of totals in falling order: 1, 2, 2, 4."""
    first, counts = dict[float, int](), Counter(totals)
    for number, total in enumerate(totals, start=1):
        first.setdefault(total, number)
    return [(first[total], counts[total] > 1) for total in totals]


def in_order(given: Sequence[Scored]) -> list[Scored]:
    """Best first; of equal totals by the unit's name, which gives no place."""
    return sorted(given, key=lambda one: (-one.score.total, one.report.unit or "", one.report.name))


def _losses(report: Linted) -> Losses:
    """What each rule costs, by group."""
    lost: dict[str, dict[str, float]] = {}
    rules = {one.fingerprint: one.rule for one in report.findings}
    for group, found in costs(report.findings).items():
        for fingerprint, points in found:
            rule = rules[fingerprint]
            lost.setdefault(group, {})
            lost[group][rule] = lost[group].get(rule, 0) + float(points)
    return lost
