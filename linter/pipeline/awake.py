"""Which rules may have something to say of a text: those one of whose anchor words stands in it. The words of all
rules are looked for at once, so that a rule that does not concern a report costs it nothing."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from linter.checks import CHECKS
from linter.model.report import Report, Standing
from linter.model.rule import Rule

_SHORTEST = 2
"""Characters. A single one (、 年) stands in every report, a hundred times: a rule that waits for it always runs."""


class _Rules:
    """Rules as the key of a cache: the same are those that are one object, whatever they hold."""

    __slots__ = ("rules",)

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rules) and self.rules is other.rules

    def __hash__(self) -> int:
        return id(self.rules)


class _Watch(NamedTuple):
    """Finds the `words` of all rules. `needed`: per rule its words, None for one without any."""

    matcher: AhoCorasick | None
    words: tuple[str, ...]
    known: frozenset[str]
    needed: tuple[frozenset[str] | None, ...]


def awake(rules: tuple[Rule, ...], report: Report) -> tuple[Report, tuple[bool, ...]]:
    """The report with where the words of all rules stand in it, and per rule whether it may find something."""
    watch = _watch(_Rules(rules))
    if watch.matcher is None:
        return report, (True,) * len(rules)
    offsets: dict[str, list[int]] = {}
    for number, start, _ in watch.matcher.find_matches_as_indexes(report.document.text, overlapping=True):
        offsets.setdefault(watch.words[number], []).append(start)
    report = replace(report, standing=Standing(watch.known, offsets))
    return report, tuple([one is None or not one.isdisjoint(offsets) for one in watch.needed])


def anchors(rule: Rule) -> tuple[str, ...] | None:
    """The words one of which the text must hold for the rule to find something, if its check can tell."""
    of_options: Callable[[Any], tuple[str, ...] | None] | None
    of_options = getattr(sys.modules[CHECKS[rule.check].__module__], "anchors", None)
    return of_options(rule.options) if of_options else None


@lru_cache(maxsize=16)
def _watch(key: _Rules) -> _Watch:
    found = [anchors(rule) for rule in key.rules]
    needed = tuple(
        None if own is None or min(map(len, own), default=2) < _SHORTEST else frozenset(own) for own in found
    )
    words = tuple(sorted({word for own in needed for word in own or ()}))
    return _Watch(AhoCorasick(words) if words else None, words, frozenset(words), needed)
