"""What a report is worth: every point lost is lost to a finding."""

from collections.abc import Collection, Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from linter.model.finding import Confidence, Severity
from linter.model.score import Deduction, Part, Profile, Score

_POINTS = {"error": Decimal(4), "warning": Decimal("1.5"), "note": Decimal(0)}
_SURE = {"certain": Decimal(1), "likely": Decimal("0.6"), "guess": Decimal(0)}


class Costly(Protocol):
    """What of a finding has a say in the score."""

    @property
    def rule(self) -> str: ...
    @property
    def group(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def confidence(self) -> Confidence: ...
    @property
    def fingerprint(self) -> str: ...


def score(findings: Iterable[Costly], assessed: Collection[str], profile: Profile) -> Score:
    """The score of a report with those `findings`, in their order; `assessed` are the groups of which at least
    one rule could be judged. The k-th finding of one rule costs 1/2^(k-1) of its points; a group loses at
    most its weight; a group that was not assessed leaves the sum. Without any there is no score: no parts.

    What is baselined or suppressed costs like any other: a score measures the report."""
    lost = costs(findings)
    parts = [
        _part(group, Decimal(str(weight)), lost.get(group, ()))
        for group, weight in profile.weights.items()
        if weight and group in assessed
    ]
    whole = sum((Decimal(str(part.weight)) for part in parts), Decimal())
    if not whole:
        return Score(0.0, "", ())
    earned = sum((Decimal(str(part.earned)) for part in parts), Decimal())
    total = (100 * earned / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Score(float(total), _grade(total, profile), tuple(parts))


def costs(findings: Iterable[Costly]) -> dict[str, list[tuple[str, Decimal]]]:
    """By group, what each finding costs: its fingerprint and its points."""
    costs: dict[str, list[tuple[str, Decimal]]] = {}
    halvings: dict[str, int] = {}
    for one in findings:
        earlier = halvings.get(one.rule, 0)
        halvings[one.rule] = earlier + 1
        points = _POINTS[one.severity] * _SURE[one.confidence] / 2**earlier
        costs.setdefault(one.group, []).append((one.fingerprint, points))
    return costs


def _part(group: str, weight: Decimal, costs: Iterable[tuple[str, Decimal]]) -> Part:
    """What is left of `weight` after `costs`. The deductions add up to what was lost."""
    left, deductions = weight, []
    for fingerprint, points in costs:
        lost = min(points, left)
        if lost:
            left -= lost
            deductions.append(Deduction(fingerprint, float(lost)))
    return Part(group, float(weight), float(left), tuple(deductions))


def _grade(total: Decimal, profile: Profile) -> str:
    """The first grade whose least total is reached; the last one for all that is left."""
    reached = (name for name, least in profile.grades if total >= Decimal(str(least)))
    return next(reached, profile.grades[-1][0])
