"""The template of a county: what most of its units write alike, because somebody above handed it to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from linter.similarity.pairing import SEED, merged
from linter.similarity.records import Record

FEWEST_UNITS = 5
"""Units below which nothing is called a template: two that are alike have copied."""

MOST = 0.5
"""Share of a county's units that make a text the county's."""

_LEAST = 11
"""Compared characters from which a stretch is told."""


@dataclass(frozen=True, slots=True)
class Template:
    """The stretches of eight characters that most units of a county have."""

    seeds: frozenset[str] = frozenset()

    def covered(self, text: str) -> list[tuple[int, int]]:
        """What of a compared text is of the template, in order, none touching the next."""
        if not self.seeds:
            return []
        places = (at for at in range(len(text) - SEED + 1) if text[at : at + SEED] in self.seeds)
        found = merged((at, at + SEED) for at in places)
        return [(start, end) for start, end in found if end - start >= _LEAST]


NO_TEMPLATE = Template()


def template(records: Iterable[Record]) -> Template:
    """What most units among those of one county and year write; nothing for a handful of units. A unit counts once,
    however many of its reports there are."""
    by_unit: dict[str, set[str]] = {}
    for source, masked in records:
        text = masked.text
        seeds = {text[at : at + SEED] for at in range(len(text) - SEED + 1)}
        by_unit.setdefault(source.unit or source.path, set()).update(seeds)
    if len(by_unit) < FEWEST_UNITS:
        return NO_TEMPLATE
    counts: dict[str, int] = {}
    for seeds in by_unit.values():
        for seed in seeds:
            counts[seed] = counts.get(seed, 0) + 1
    least = max(FEWEST_UNITS - 1, ceil(MOST * len(by_unit)))
    return Template(frozenset(seed for seed, count in counts.items() if count >= least))
