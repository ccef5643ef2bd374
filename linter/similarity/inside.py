"""What a report says again under another topic."""

from bisect import bisect_right
from collections.abc import Sequence

from linter.similarity.masking import KEPT, Masked
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
    if not one.places:
        return []
    first, again, at = dict[str, int](), list[tuple[int, int]](), 0
    for clause in KEPT.findall(one.laid):
        at += len(clause)
        if len(clause) >= _END:
            before = first.setdefault(clause[-_END:], at)
            if before != at:
                again.append((at, before))
    if not again:
        return []
    starts = [start for start, _ in one.pieces()]
    grown = [
        _grown(one.text, at, before)
        for at, before in again[:_MOST]
        if _place(one, starts, at - 1) != _place(one, starts, before - 1)
    ]
    kept = chained(tiled(grown))
    return [one for one in kept if covered(without([(one.start, one.end)], common)) >= _LEAST]


def _place(one: Masked, starts: Sequence[int], at: int) -> tuple[str | None, str | None]:
    return one.places[bisect_right(starts, at) - 1]


def _grown(text: str, at: int, before: int) -> Run:
    """As far as both go on alike, up to their ends `at` and `before`, and on from there."""
    start, end, back = at, at, at - before
    least, most = max(before, back, at - _FARTHEST), min(len(text), at + _FARTHEST)
    while start > least and text[start - 1] == text[start - 1 - back]:
        start -= 1
    while end < most and text[end] == text[end - back]:
        end += 1
    return Run(start, end, start - back, end - back, end - start)
