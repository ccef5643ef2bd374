"""Where a count goes wrong: the fewest slips that explain numbers which should be one more each time.

A number's lead is what it is ahead of its place. A count keeps its lead until it jumps to another; a number
that alone has another lead is wrong itself. So 1 2 3 3 5 has one wrong number (the second 3), 1 2 2 3 4 one
jump (at the second 2), and 1 3 2 4 two numbers that have changed places.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_LEADS = 8


@dataclass(frozen=True, slots=True)
class Slip:
    """Number `at` (from 0) should be `expected`. `jump`: those after it keep its lead; `swap`: it and the next
    have each other's number."""

    at: int
    expected: int
    jump: bool = False
    swap: bool = False


def slips(numbers: Sequence[int], places: Sequence[int]) -> tuple[Slip, ...]:
    """The slips of `numbers`, which would be `places` if the count were right; a lone wrong number is preferred
    to a jump. Linear: of the leads that two numbers in a row have, the eight most frequent are looked at."""
    leads = [number - place for number, place in zip(numbers, places, strict=True)]
    if not any(leads):
        return ()
    found = tuple(_along(_cheapest(leads), leads, places))
    return _swapped(found, numbers)


def _cheapest(leads: Sequence[int]) -> list[int]:
    """The lead that the count has at each place, such that jumps and numbers off their lead are fewest."""
    held = Counter(one for one, other in pairwise(leads) if one == other and one != 0)
    states = [0, *(lead for lead, _ in held.most_common(_LEADS))]
    costs = {state: (int(state != 0) + int(state != leads[0]), int(state != 0)) for state in states}
    ways: list[dict[int, int]] = []
    for lead in leads[1:]:
        best = min(states, key=costs.__getitem__)
        jumped = (costs[best][0] + 1, costs[best][1] + 1)
        ways.append({state: best if jumped < costs[state] else state for state in states})
        costs = {state: min(jumped, cost) for state, cost in costs.items()}
        costs = {state: (cost + int(state != lead), jumps) for state, (cost, jumps) in costs.items()}
    path = [min(states, key=costs.__getitem__)]
    for way in reversed(ways):
        path.append(way[path[-1]])
    return path[::-1]


def _along(path: Sequence[int], leads: Sequence[int], places: Sequence[int]) -> Iterator[Slip]:
    """The slips that a way through the leads means."""
    current = 0
    for at, state in enumerate(path):
        if state != current:
            yield Slip(at, places[at] + current, jump=True)
            current = state
        if leads[at] != state:
            yield Slip(at, places[at] + state)


def _swapped(found: Sequence[Slip], numbers: Sequence[int]) -> tuple[Slip, ...]:
    """The slips, two of them made one where two neighbours have each other's number."""
    kept: list[Slip] = []
    for one in found:
        last = kept[-1] if kept else None
        if (
            last is not None
            and not (last.jump or last.swap or one.jump)
            and last.at == one.at - 1
            and (numbers[last.at], numbers[one.at]) == (one.expected, last.expected)
        ):
            kept[-1] = replace(last, swap=True)
        else:
            kept.append(one)
    return tuple(kept)
