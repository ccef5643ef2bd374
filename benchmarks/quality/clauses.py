"""The texts that reports and sentences are made of, read from the YAML files beside this module."""

import random
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

Facts = Mapping[str, str | int]
"""The words and numbers of a report by the names that its clauses use."""

Groups = Mapping[str, tuple[str, ...]]

FOLDER = Path(__file__).parent


@cache
def groups(name: str) -> Groups:
    """The groups of `clauses/<name>.yaml`, in order; facts are not filled in yet."""
    text = (FOLDER / "clauses" / f"{name}.yaml").read_text(encoding="utf-8")
    read: dict[str, list[str]] = yaml.safe_load(text)
    return {group: tuple(clauses) for group, clauses in read.items()}


def every() -> tuple[str, ...]:
    """All clauses of all files, those for some kinds of units with their mark."""
    names = sorted(path.stem for path in (FOLDER / "clauses").glob("*.yaml"))
    return tuple(clause for name in names for clauses in groups(name).values() for clause in clauses)


def suitable(name: str, group: str, kind: str) -> tuple[str, ...]:
    """The clauses of a group for a kind of unit: all but those that `TS> ` keeps for others."""
    chosen = []
    for clause in groups(name)[group]:
        kinds, mark, rest = clause.partition("> ")
        if not mark or kind in kinds:
            chosen.append(rest if mark else clause)
    return tuple(chosen)


def pick(rng: random.Random, facts: Facts, name: str, group: str, count: int = 1) -> tuple[str, ...]:
    """`count` different clauses of a group, or all if there are fewer, filled from the facts."""
    choice = suitable(name, group, str(facts["kind"]))
    return tuple(clause.format_map(facts) for clause in rng.sample(choice, min(count, len(choice))))


def one(rng: random.Random, facts: Facts, name: str, group: str, **more: str) -> str:
    """A clause of a group, filled from the facts and from `more`."""
    return pick(rng, {**facts, **more}, name, group)[0]
