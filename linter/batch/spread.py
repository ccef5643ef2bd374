"""How far a score can be trusted: what it would be had the rules been drawn anew from those there are."""

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from linter.model.score import Part, Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DRAWS = 400
"""Sets of rules that are drawn."""

_SEED = 2021
_SHARE = 20  # one in so many draws lies below the interval, and as many above: nine in ten within
_UNIT = 1_000_000  # points are counted in millionths, in whole numbers: the same on every machine
_AT_ONCE = 500

Losses = Mapping[str, Mapping[str, float]]
"""By group, what each rule cost before the group had no more to lose."""


def intervals(
    scored: Sequence[tuple[Sequence[Part], Losses, Profile]], rules: Iterable[tuple[str, str]]
) -> list[tuple[float, float]]:
    """By report, between which scores nine in ten lie when as many rules of each group as there are (`rules`: group
    and id) are drawn with replacement. All reports meet the same draws, so that they differ by what they are."""
    by_group: dict[str, list[str]] = {}
    for group, rule in sorted(set(rules)):
        by_group.setdefault(group, []).append(rule)
    drawn = {group: _draws(group, names) for group, names in by_group.items()}
    found: list[tuple[float, float]] = []
    for at in range(0, len(scored), _AT_ONCE):
        found += _of_some(scored[at : at + _AT_ONCE], by_group, drawn)
    return found


def _draws(group: str, names: Sequence[str]) -> "NDArray[np.int64]":
    """How often each rule is drawn, a row for each draw."""
    import numpy as np

    rng = random.Random(f"{_SEED} {group}")
    counts = np.zeros((DRAWS, len(names)), np.int64)
    for row in range(DRAWS):
        for _ in names:
            counts[row, int(rng.random() * len(names))] += 1
    return counts


def _of_some(
    scored: Sequence[tuple[Sequence[Part], Losses, Profile]],
    by_group: Mapping[str, Sequence[str]],
    drawn: Mapping[str, "NDArray[np.int64]"],
) -> list[tuple[float, float]]:
    import numpy as np

    earned = np.zeros((len(scored), DRAWS), np.int64)
    whole = np.zeros((len(scored), 1), np.int64)
    for group, names in by_group.items():
        weight = np.array([[_weight(parts, group)] for parts, _, _ in scored], np.int64)
        lost = np.array(
            [[round(losses.get(group, {}).get(one, 0) * _UNIT) for one in names] for _, losses, _ in scored],
            np.int64,
        )
        earned += np.maximum(weight - lost @ drawn[group].T, 0)
        whole += weight
    whole = np.maximum(whole, 1)
    tenths = np.sort((2000 * earned + whole) // (2 * whole), axis=1)
    low, high = tenths[:, DRAWS // _SHARE], tenths[:, DRAWS - 1 - DRAWS // _SHARE]
    return [(int(one) / 10, int(other) / 10) for one, other in zip(low, high, strict=True)]


def _weight(parts: Iterable[Part], group: str) -> int:
    return next((round(one.weight * _UNIT) for one in parts if one.group == group), 0)
