"""A score is a list of deductions, each pointing at a finding."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Profile:
    """What counts how much: `weights` group → points; `off` rules not run; `grades` best first;
    `shares` rule → from which share of a report on it is told."""

    id: str
    weights: Mapping[str, float]
    off: frozenset[str] = frozenset()
    severities: Mapping[str, str] = field(default_factory=dict)
    grades: tuple[tuple[str, float], ...] = (("优", 90), ("良", 80), ("中", 70), ("差", 0))
    shares: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Deduction:
    """Points lost to the finding with that fingerprint."""

    fingerprint: str
    points: float


@dataclass(frozen=True, slots=True)
class Part:
    """A group of rules: its weight, what was earned of it (0 to weight), and what was lost to what."""

    group: str
    weight: float
    earned: float
    deductions: tuple[Deduction, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """0 to 100 with one decimal; `parts` are the groups that could be assessed."""

    total: float
    grade: str
    parts: tuple[Part, ...]
