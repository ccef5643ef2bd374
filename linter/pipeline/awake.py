"""Which rules may have something to say of a text: those one of whose anchor words stands in it. The words of all
rules are looked for at once, so that a rule that does not concern a report costs it nothing."""

import sys
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from linter.checks import CHECKS
from linter.model.rule import Rule


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
    """Finds the words of all rules. `needed`: per rule the numbers of its words, None for one without any."""

    words: AhoCorasick | None
    needed: tuple[frozenset[int] | None, ...]


def awake(rules: tuple[Rule, ...], text: str) -> tuple[bool, ...]:
    """Per rule whether it may find something in the logical text of a report."""
    watch = _watch(_Rules(rules))
    matches = watch.words.find_matches_as_indexes(text, overlapping=True) if watch.words else ()
    seen = {number for number, _, _ in matches}
    return tuple([one is None or not one.isdisjoint(seen) for one in watch.needed])


def anchors(rule: Rule) -> tuple[str, ...] | None:
    """The words one of which the text must hold for the rule to find something, if its check can tell."""
    of_options: Callable[[Any], tuple[str, ...] | None] | None
    of_options = getattr(sys.modules[CHECKS[rule.check].__module__], "anchors", None)
    return of_options(rule.options) if of_options else None


@lru_cache(maxsize=16)
def _watch(key: _Rules) -> _Watch:
    words: dict[str, int] = {}
    needed: list[frozenset[int] | None] = []
    for rule in key.rules:
        own = anchors(rule)
        needed.append(
            None if own is None else frozenset([words.setdefault(one, len(words)) for one in own if one])
        )
    return _Watch(AhoCorasick(list(words)) if words else None, tuple(needed))
