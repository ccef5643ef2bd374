"""Which rules may have something to say of a text: those one of whose anchor words stands in it, outside its tables.
The words of all rules are looked for at once, so that a rule that does not concern a report costs it nothing."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from linter.checks import beside
from linter.language.identity import Same
from linter.model.document import Table
from linter.model.report import Report, Standing, numbered
from linter.model.rule import Rule


class _Watch(NamedTuple):
    """Finds the `words` of all rules. Of each word, and of each of the `chars`, which rules it wakes: bits by their
    number; `always`: the rules that need none."""

    find: Callable[..., Sequence[tuple[int, int, int]]]
    words: tuple[str, ...]
    known: frozenset[str]
    by_word: Mapping[str, int]
    by_char: Mapping[str, int]
    always: int


def awake(rules: tuple[Rule, ...], report: Report) -> tuple[Report, list[int]]:
    """The report with where the words of all rules stand in it, and the numbers of the rules that may find something,
    in order."""
    watch = _watch(Same(rules))
    text, words = report.document.text, watch.words
    own = [-1] * len(text)  # by character, where its sentence begins
    for start, end in [one.span for one in report.sentences]:
        own[start:end] = [start] * (end - start)
    starts = defaultdict[str, set[int]](set)
    for at, end in _outside_tables(report):
        for number, start, _ in watch.find(text[at:end], overlapping=True):
            starts[words[number]].add(own[at + start])
    up = watch.always
    for word in starts:
        up |= watch.by_word[word]
    for char, woken in watch.by_char.items():
        if char in text:
            up |= woken
    standing = Standing(watch.known, dict(starts), numbered(report.sentences))
    bits = f"{up:0{len(rules)}b}"[::-1]
    return replace(report, standing=standing), [number for number, bit in enumerate(bits) if bit == "1"]


def _outside_tables(report: Report) -> list[tuple[int, int]]:
    """The stretches of the text between its tables, with the line feeds at both ends: some words begin with one."""
    tables = [block.span for block in report.document.blocks if isinstance(block, Table)]
    ends = [0, *(one.end for one in tables)]
    starts = [*(one.start for one in tables), len(report.document.text)]
    return list(zip(ends, starts, strict=True))


def anchors(rule: Rule) -> tuple[str, ...] | None:
    """The words one of which the text must hold for the rule to find something, if its check can tell."""
    return _said_by("anchors", rule)


def _said_by(name: str, rule: Rule) -> tuple[str, ...] | None:
    """What the function of that name beside the rule's check says of its options, if there is one."""
    of_options: Callable[[Any], tuple[str, ...] | None] | None
    of_options = beside(rule.check, name)
    return of_options(rule.options) if of_options else None


@lru_cache(maxsize=16)
def _watch(key: Same[tuple[Rule, ...]]) -> _Watch:
    """`sought` are words that a check looks for though it always runs."""
    found = [anchors(rule) for rule in key.one]
    woken, always = defaultdict[str, int](int), 0
    for number, own in enumerate(found):
        always |= 0 if own is not None else 1 << number
        for word in own or ():
            woken[word] |= 1 << number
    for rule in key.one:
        for word in _said_by("sought", rule) or ():
            woken[word] |= 0
    words = tuple(sorted(word for word in woken if len(word) > 1))
    by_char = {word: rules for word, rules in woken.items() if len(word) == 1}
    return _Watch(
        AhoCorasick(words).find_matches_as_indexes if words else _nowhere,
        words,
        _one(frozenset(words)),
        dict(woken),
        by_char,
        always,
    )


def _nowhere(text: str, *, overlapping: bool) -> tuple[tuple[int, int, int], ...]:  # noqa: ARG001
    """Where none of no words stands."""
    return ()


@lru_cache(maxsize=16)
def _one(words: frozenset[str]) -> frozenset[str]:
    """Of equal sets always the same object: what is kept by it is found again without comparing a thousand words."""
    return words
