"""What a report says again under another topic."""

from bisect import bisect_right
from collections.abc import Sequence

from linter.similarity.masking import KEPT, Masked, clauses
from linter.similarity.pairing import Run, chained, covered, tiled, without

_END = 8
"""Characters at the end of a clause: what is said again holds the end of one."""

_MOST, _FARTHEST = 300, 600
"""Clauses that end alike, and characters on either side of their ends, that are looked at: bounds for a text that
repeats itself all over."""

_LEAST = 24
"""Characters, stock phrases not counted, from which it is no chance."""


def recurring(one: Masked, common: Sequence[tuple[int, int]]) -> list[Run]:
    """Stretches that stand earlier in the text too, in another piece of another section or topic; in order.
    `common`: stretches that everybody uses."""
    if not one.places or not _is_suspected(one):
        return []
    first, again, at = dict[str, tuple[int, int]](), list[tuple[tuple[int, int], tuple[int, int]]](), 0
    for clause in KEPT.finditer(one.laid):
        start, end = clause.span()
        at += end - start
        if end - start >= _END:
            before = first.setdefault(one.laid[end - _END : end], (at, start))
            if before[0] != at:
                again.append(((at, start), before))
    lines = one.lines()
    grown = [
        _grown(one.text, at, before)
        for (at, here), (before, there) in again[:_MOST]
        if _place(one, lines, here) != _place(one, lines, there)
    ]
    kept = chained(tiled(grown))
    return [one for one in kept if covered(without([(one.start, one.end)], common)) >= _LEAST]


def _is_suspected(one: Masked) -> bool:
    """Whether two clauses end alike."""
    ends = [clause[-_END:] for clause in clauses(one.laid) if len(clause) >= _END]
    return len(set(ends)) < len(ends)


def _place(one: Masked, lines: Sequence[int], at: int) -> tuple[str | None, str | None]:
    """The place of what stands at `at` of the laid text."""
    return one.places[bisect_right(lines, at) - 1]


def _grown(text: str, at: int, before: int) -> Run:
    """As far as both go on alike, up to their ends `at` and `before`, and on from there."""
    start, end, back = at, at, at - before
    least, most = max(before, back, at - _FARTHEST), min(len(text), at + _FARTHEST)
    while start > least and text[start - 1] == text[start - 1 - back]:
        start -= 1
    while end < most and text[end] == text[end - back]:
        end += 1
    return Run(start, end, start - back, end - back, end - start)
