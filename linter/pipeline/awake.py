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


class _Rules:
    """Rules as the key of a cache: the same are those that are one object, whatever they hold."""

    __slots__ = ("rules",)

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rules) and self.rules is other.rules

    def __hash__(self) -> int:
        return id(self.rules)


class _Needed(NamedTuple):
    """What must stand in a text for a rule to find something: one of the words, or one of the characters (which
    are not looked for one by one: some stand there a hundred times)."""

    words: frozenset[str]
    chars: frozenset[str]


class _Watch(NamedTuple):
    """Finds the `words` of all rules. `needed`: per rule, None for one that always runs."""

    matcher: AhoCorasick | None
    words: tuple[str, ...]
    known: frozenset[str]
    needed: tuple[_Needed | None, ...]


def awake(rules: tuple[Rule, ...], report: Report) -> tuple[Report, tuple[bool, ...]]:
    """The report with where the words of all rules stand in it, and per rule whether it may find something."""
    watch = _watch(_Rules(rules))
    text = report.document.text
    offsets: dict[str, list[int]] = {}
    for number, start, _ in (
        watch.matcher.find_matches_as_indexes(text, overlapping=True) if watch.matcher else ()
    ):
        offsets.setdefault(watch.words[number], []).append(start)
    chars = frozenset(text)
    may = [
        one is None or not one.words.isdisjoint(offsets) or not one.chars.isdisjoint(chars)
        for one in watch.needed
    ]
    return replace(report, standing=Standing(watch.known, offsets)), tuple(may)


def anchors(rule: Rule) -> tuple[str, ...] | None:
    """The words one of which the text must hold for the rule to find something, if its check can tell."""
    return _said_by("anchors", rule)


def _said_by(name: str, rule: Rule) -> tuple[str, ...] | None:
    """What the function of that name beside the rule's check says of its options, if there is one."""
    of_options: Callable[[Any], tuple[str, ...] | None] | None
    of_options = getattr(sys.modules[CHECKS[rule.check].__module__], name, None)
    return of_options(rule.options) if of_options else None


@lru_cache(maxsize=16)
def _watch(key: _Rules) -> _Watch:
    """`sought` are words that a check looks for though it always runs."""
    found = [anchors(rule) for rule in key.rules]
    every = {word for own in found for word in own or ()}
    every.update(word for rule in key.rules for word in _said_by("sought", rule) or ())
    words = tuple(sorted(word for word in every if len(word) > 1))
    needed = tuple(None if own is None else _needed(own) for own in found)
    return _Watch(AhoCorasick(words) if words else None, words, frozenset(words), needed)


def _needed(words: tuple[str, ...]) -> _Needed:
    return _Needed(
        frozenset(one for one in words if len(one) > 1), frozenset(one for one in words if len(one) == 1)
    )
