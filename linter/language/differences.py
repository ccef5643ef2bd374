"""Where two versions of a text differ, character by character."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_LARGEST = 20_000_000
"""Characters of the one times those of the other that are aligned: a second, and 20 MB."""


class Change(NamedTuple):
    """From `start` to `end` of one text stands what is from `other_start` to `other_end` of the other; one of the
    two may be empty."""

    start: int
    end: int
    other_start: int
    other_end: int


def differences(one: str, other: str) -> tuple[Change, ...]:
    """The changes from one text to the other, as few characters as can be; numbers are changed as a whole. What lies
    between the first and the last change of very long texts is one change: to tell more costs their product."""
    head = _alike(one, other)
    tail = _alike(one[head:][::-1], other[head:][::-1])
    inner, outer = one[head : len(one) - tail], other[head : len(other) - tail]
    if len(inner) * len(outer) > _LARGEST:
        return (Change(head, head + len(inner), head, head + len(outer)),)
    changes = [Change(*(head + at for at in change)) for change in _aligned(inner, outer)]
    return tuple(_joined(_whole(changes, one, other)))


def replaced(one: str, other: str) -> Iterator[tuple[str, str]]:
    """What stands in one text and what in the other, for each change that is not of marks and spaces only."""
    for change in differences(one, other):
        before, after = one[change.start : change.end], other[change.other_start : change.other_end]
        if any(char.isalnum() for char in before + after):
            yield before, after


def _aligned(one: str, other: str) -> Iterator[Change]:
    if one or other:
        from rapidfuzz.distance import Indel  # imported where texts differ

        for op in Indel.opcodes(one, other):
            if op.tag != "equal":
                yield Change(op.src_start, op.src_end, op.dest_start, op.dest_end)


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _whole(changes: Sequence[Change], one: str, other: str) -> Iterator[Change]:
    """The changes with the rest of the numbers that they cut, as far as both texts are alike beside them."""
    least = 0
    for change, following in pairwise((*changes, Change(len(one), len(one), len(other), len(other)))):
        start, end, other_start, other_end = change
        while start > least and _cuts(one, other, start, other_start):
            start, other_start = start - 1, other_start - 1
        least = end
        while end < following.start and _cuts(one, other, end, other_end):
            end, other_end = end + 1, other_end + 1
        yield Change(start, end, other_start, other_end)


def _cuts(one: str, other: str, at: int, other_at: int) -> bool:
    """Whether a number goes on over that place in either text."""
    return any(
        0 < place < len(text) and text[place - 1].isdecimal() and text[place].isdecimal()
        for text, place in ((one, at), (other, other_at))
    )


def _joined(changes: Iterable[Change]) -> Iterator[Change]:
    """Changes that overlap or touch as one; they come in order."""
    last: Change | None = None
    for change in changes:
        if last is None or change.start > last.end:
            if last:
                yield last
            last = change
        else:
            last = Change(last.start, change.end, last.other_start, change.other_end)
    if last:
        yield last
