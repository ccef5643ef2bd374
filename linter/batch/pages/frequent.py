"""The defects that most units have, and what they cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linter.batch.outcome import Told
from linter.batch.standing import Ranked


@dataclass(frozen=True, slots=True)
class Frequent:
    """A rule: how many units have the defect, how often it was found, how many points it cost in all, and one of
    the findings."""

    rule: str
    group: str
    units: int
    times: int
    lost: float
    unit: Ranked
    example: Told


def frequent(ranking: Sequence[Ranked]) -> list[Frequent]:
    """Every rule that was broken: those of most units first."""
    found: dict[str, list[tuple[Ranked, Told]]] = {}
    costs: dict[str, float] = {}
    for one in ranking:
        spent = lost_to(one)
        for finding in one.report.findings:
            found.setdefault(finding.rule, []).append((one, finding))
            costs[finding.rule] = costs.get(finding.rule, 0) + spent.get(finding.fingerprint, 0)
    made = [
        Frequent(
            rule,
            those[0][1].group,
            len({id(one) for one, _ in those}),
            len(those),
            round(costs[rule], 4),
            *those[0],
        )
        for rule, those in found.items()
    ]
    return sorted(made, key=lambda one: (-one.units, -one.lost, one.rule))


def lost_to(one: Ranked) -> Mapping[str, float]:
    """What each finding cost, by fingerprint; what cost nothing is not there."""
    return {lost.fingerprint: lost.points for part in one.score.parts for lost in part.deductions}
