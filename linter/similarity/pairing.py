"""Two compared texts: the stretches that both have, the longest first, however sentences were moved, split or
merged, and whatever was changed in between."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.similarity.masking import NAME, NUMBER, Masked

SEED = 8
"""Compared characters that are equal in a row before anything is looked at."""

LEAST = 14
"""Compared characters, signs for numbers and names not counted, below which a stretch proves nothing: the names of
laws, sections and columns are shorter, the clauses that people write are longer."""

_GAP = 12
"""Characters between two equal stretches, on either side, that may have been changed."""

_FEWEST = 4
"""Compared characters below which a stretch at the border of a paragraph is not told of."""

_OFTEN = 6
"""Places of one seed in a text that are looked at; more of them are a formula of that text."""

_WORK, _CHUNK = 24, 16
"""Times that a character is looked at on the average, which only a text that repeats itself takes; characters that are
compared at once."""

Borders = tuple[Sequence[int], Sequence[int]]
"""Where paragraphs end in one text and in the other, in order."""


class Run(NamedTuple):
    """From `start` to `end` of one text and from `other_start` to `other_end` of another, `equal` characters are
    the same; all of them, if there are no more."""

    start: int
    end: int
    other_start: int
    other_end: int
    equal: int

    @property
    def edited(self) -> bool:
        """Whether something was changed in between."""
        return self.equal < max(self.end - self.start, self.other_end - self.other_start)


class Stretch(NamedTuple):
    """A run, and the same by paragraphs, where the texts have such."""

    run: Run
    parts: tuple[Run, ...]


def pair(one: str, other: str, least: int = LEAST) -> tuple[Run, ...]:
    """What `one` shares with `other`, in the order of `one`, no character of `one` twice. Stretches of less than
    `least` characters are left out. Time grows with the lengths' sum."""
    return tuple(run for run in chained(tiled(equal_runs(one, other))) if weight(one, run) >= least)


def shared(one: Masked, other: Masked, least: int = LEAST) -> list[Stretch]:
    """The same of reports, with the parts of each stretch that lie in one paragraph of both."""
    equal = tiled(equal_runs(one.text, other.text))
    runs = [run for run in chained(equal) if weight(one.text, run) >= least]
    borders = one.borders(), other.borders()
    return [Stretch(run, tuple(_parts(run, equal, borders))) for run in runs]


def _parts(run: Run, equal: Sequence[Run], borders: Borders) -> Iterator[Run]:
    first = bisect_left(equal, (run.start,))
    last = bisect_left(equal, (run.end,))
    inside = [one for one in equal[first:last] if one.end <= run.end]
    for part in chained(split(inside, borders), borders):
        if part.equal >= _FEWEST or part == run:
            yield part


def weight(text: str, run: Run) -> int:
    """The equal characters of a run without signs for numbers and names."""
    piece = text[run.start : run.end]
    return run.equal - piece.count(NUMBER) - piece.count(NAME)


def equal_runs(one: str, other: str) -> list[Run]:
    """The longest stretches that are the same in both, from `SEED` characters on; they may overlap."""
    places = _seeds(other)
    found: list[Run] = []
    ends: dict[int, int] = {}  # how far `other` is ahead → where the last run that far ended in `one`
    left = _WORK * (len(one) + len(other))
    for at in range(len(one) - SEED + 1):
        for place in places.get(one[at : at + SEED], ()):
            done = ends.get(place - at, 0)
            if done <= at and left > 0:
                start, end = _grown(one, other, at, place - at, done)
                found.append(_run(start, end, place - at))
                ends[place - at] = end
                left -= end - start
    return found


def _grown(one: str, other: str, at: int, ahead: int, done: int) -> tuple[int, int]:
    """As far as both go on alike from a seed at `at`, not back beyond `done`."""
    start, end, least = at, at + SEED, max(done, -ahead)
    while start > least and one[start - 1] == other[start - 1 + ahead]:
        start -= 1
    size = min(len(one), len(other) - ahead)
    while end + _CHUNK <= size and one[end : end + _CHUNK] == other[end + ahead : end + ahead + _CHUNK]:
        end += _CHUNK
    while end < size and one[end] == other[end + ahead]:
        end += 1
    return start, end


def tiled(runs: Iterable[Run]) -> list[Run]:
    """The longest first, each cut to what of it is not taken; in the order of the first text. Of equally long
    ones that which stands in the same order as before it is taken."""
    taken: list[tuple[int, int]] = []
    kept: list[Run] = []
    for run in sorted(runs, key=lambda one: (-one.equal, one.start, one.other_start)):
        for start, end in _free(run.start, run.end, taken):
            if end - start >= SEED:
                insort(taken, (start, end))
                kept.append(_run(start, end, run.other_start - run.start))
    return sorted(kept)


def chained(runs: Sequence[Run], borders: Borders = ((), ())) -> list[Run]:
    """Neighbours on both sides, with little changed between them, as one; none across a border of either text."""
    chains: list[Run] = []
    for run in runs:
        last = chains[-1] if chains else None
        if (
            last
            and 0 <= run.start - last.end <= _GAP
            and 0 <= run.other_start - last.other_end <= _GAP
            and not _between(borders[0], last.end, run.start)
            and not _between(borders[1], last.other_end, run.other_start)
        ):
            chains[-1] = Run(last.start, run.end, last.other_start, run.other_end, last.equal + run.equal)
        else:
            chains.append(run)
    return chains


def split(runs: Iterable[Run], borders: Borders) -> list[Run]:
    """Runs without changes, cut at the borders of both texts."""
    parts = []
    for run in runs:
        ahead = run.other_start - run.start
        cuts = {one for one in borders[0] if run.start < one < run.end}
        cuts |= {one - ahead for one in borders[1] if run.other_start < one < run.other_end}
        ends = [run.start, *sorted(cuts), run.end]
        parts += [_run(start, end, ahead) for start, end in pairwise(ends)]
    return parts


def covered(stretches: Iterable[tuple[int, int]]) -> int:
    """How many characters lie in at least one of the stretches."""
    return sum(end - start for start, end in merged(stretches))


def merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches, those that touch as one, in order."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif end > start:
            found.append((start, end))
    return found


def without(stretches: Iterable[tuple[int, int]], others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of the stretches lies in none of `others` (in order, none touching the next)."""
    whole = merged(stretches)
    return [part for start, end in whole for part in _free(start, end, others)] if others else whole


def _seeds(text: str) -> dict[str, list[int]]:
    """Where each seed stands, those that stand in too many places only in the first of them."""
    places: dict[str, list[int]] = {}
    for at in range(len(text) - SEED + 1):
        here = places.setdefault(text[at : at + SEED], [])
        if len(here) < _OFTEN:
            here.append(at)
    return places


def _run(start: int, end: int, offset: int) -> Run:
    return Run(start, end, start + offset, end + offset, end - start)


def _between(borders: Sequence[int], start: int, end: int) -> bool:
    """Whether one of `borders` (in order) lies from `start` to `end`."""
    number = bisect_left(borders, start)
    return number < len(borders) and borders[number] <= end


def _free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a stretch between those taken (in order, none overlapping)."""
    number = max(bisect_right(taken, (start, start)) - 1, 0)
    near = [(start, start)]
    while number < len(taken) and taken[number][0] < end:
        if taken[number][1] > start:
            near.append(taken[number])
        number += 1
    near.append((end, end))
    for (_, left), (right, _) in pairwise(near):
        if right > left:
            yield max(left, start), min(right, end)
