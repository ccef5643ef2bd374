"""Where two versions of a text differ, character by character."""

from collections.abc import Iterator, Sequence
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
    return tuple(_joined([_whole(change, one, other) for change in changes]))


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


def _whole(change: Change, one: str, other: str) -> Change:
    """The change with the rest of the numbers that it cuts."""
    start, end, other_start, other_end = change
    while (
        start
        and other_start
        and one[start - 1] == other[other_start - 1]
        and _cuts(one, other, start, other_start)
    ):
        start, other_start = start - 1, other_start - 1
    while (
        end < len(one)
        and other_end < len(other)
        and one[end] == other[other_end]
        and _cuts(one, other, end, other_end)
    ):
        end, other_end = end + 1, other_end + 1
    return Change(start, end, other_start, other_end)


def _cuts(one: str, other: str, at: int, other_at: int) -> bool:
    """Whether a number goes on over that place in either text."""
    return any(
        0 < place < len(text) and text[place - 1].isdecimal() and text[place].isdecimal()
        for text, place in ((one, at), (other, other_at))
    )


def _joined(changes: Sequence[Change]) -> Iterator[Change]:
    """Changes that touch, on either side, as one."""
    ordered = sorted(changes)
    if not ordered:
        return
    last = ordered[0]
    for _, change in pairwise(ordered):
        if change.start <= last.end and change.other_start <= last.other_end:
            last = Change(
                last.start, max(last.end, change.end), last.other_start, max(last.other_end, change.other_end)
            )
        else:
            yield last
            last = change
    yield last
