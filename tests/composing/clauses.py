"""The clauses of the composed reports, read from `clauses/*.txt`.

A line is a clause; `[group]` begins a group; `TS> ` in front keeps a clause for units of these kinds;
` // ` parts the label of a list's item from its text; `{slot}` is filled from the scene.
"""

import random
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

Item = tuple[str, str]
"""The label of a list's item, and its text without an end mark."""

Slots = Mapping[str, str | int]

_FOLDER = Path(__file__).parent / "clauses"
_KINDS = re.compile(r"([TSCD]+)> ")


@cache
def groups(topic: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The groups of a file: name → (kinds, clause), kinds empty where the clause suits every unit."""
    found: dict[str, list[tuple[str, str]]] = {}
    current: list[tuple[str, str]] = []
    for line in (_FOLDER / f"{topic}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            kinds = _KINDS.match(line)
            current.append((kinds[1], line[kinds.end() :]) if kinds else ("", line))
    return {name: tuple(clauses) for name, clauses in found.items()}


def suitable(topic: str, group: str, kind: str) -> tuple[str, ...]:
    """The clauses of a group for a kind of unit, slots unfilled."""
    return tuple(clause for kinds, clause in groups(topic)[group] if not kinds or kind in kinds)


def pick(rng: random.Random, slots: Slots, topic: str, group: str, count: int = 1) -> tuple[str, ...]:
    """`count` different clauses of a group, filled."""
    choice = suitable(topic, group, str(slots["kind"]))
    return tuple(clause.format(**slots) for clause in rng.sample(choice, min(count, len(choice))))


def one(rng: random.Random, slots: Slots, topic: str, group: str) -> str:
    """A clause of a group, filled."""
    return pick(rng, slots, topic, group)[0]


def items(rng: random.Random, slots: Slots, topic: str, count: int) -> tuple[Item, ...]:
    """`count` different items of a topic's list."""
    return tuple(as_item(clause) for clause in pick(rng, slots, topic, "items", count))


def as_item(clause: str) -> Item:
    """Label and text of `label // text`."""
    label, _, text = clause.partition(" // ")
    return label, text


def counted(intro: str, slots: Slots, group: Sequence[Item]) -> str:
    """An introduction with `{n}` filled with the number of items that follow."""
    return intro.format(**{**slots, "n": "零一两三四五六七八九"[len(group)]})
