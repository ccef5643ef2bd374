"""Tasks done by this process or by many, what was done before not again, with the same outcome."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from linter.batch import sharing, with_daft
from linter.batch.desk import STEPS, Desk
from linter.batch.parts import Plan, Shard, begun, shards
from linter.batch.retrying import retried
from linter.batch.with_daft import SWEPT, Engine
from linter.batch.working import do, from_cache
from linter.model.errors import LinterError, UsageError, cause

Tell = Callable[[str, int, int], None]
"""Told after each part: the step, how many tasks are done, and of how many."""

WORTH_IT = 200
"""Reports to lint, or what takes as long. For less, starting other processes takes longer than they save."""

_ASKED = ("read", "lint")
"""Steps that can take longer than one would think, for files of some formats: done by others wherever others are asked
for."""

_TRIES = 5
"""Times that a sum is begun that loses a node."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who does the work: the engine, the address of its cluster, and how many processes (None: by the amount of
    work and the number of processors)."""

    engine: Engine = "local"
    address: str | None = None
    jobs: int | None = None

    def alone(self, step: str, worth: int) -> bool:
        """Whether so much work is done in the process itself."""
        asked = step in _ASKED and (self.engine == "ray" or self.jobs is not None)
        return (self.engine == "local" and self.jobs == 1) or (worth < WORTH_IT and not asked)


@dataclass(frozen=True, slots=True)
class Bench:
    """How the work is done: what workers need, where parts are kept, who does it, and who is told."""

    desk: Desk
    work: Path
    crew: Crew
    tell: Tell | None = None


class Counts(NamedTuple):
    """Of how many tasks the outcome was at hand, and how many were done now."""

    known: int
    done: int


def mapped(plans: Sequence[Plan], bench: Bench) -> tuple[list[Shard], Counts]:
    """The parts with the outcomes of all tasks, in order. LinterError where they cannot be written, or the workers
    are lost again and again."""
    every = [one for plan in plans for one in shards(plan, bench.work)]
    left, known, count = list[Shard](), 0, sum(len(plan.tasks) for plan in plans)
    try:
        for one in every:
            if one.place.exists() or from_cache(one, bench.desk):
                known += len(one.tasks)
            else:
                left.append(one)
        done = known
        worth = sum(plan.worth for plan in plans) * len(left) // max(1, len(every))
        for finished in _worked(left, bench, worth):
            done += finished
            if bench.tell:
                bench.tell(plans[0].step, done, count)
    except OSError as error:
        raise no_room(bench.work, error) from None
    return every, Counts(known, count - known)


def heavy(made: Sequence[Shard], least: int, end: int, worth: int, bench: Bench) -> Any:
    """The pairs (all below `end`) whose weights in the parts of `sharing` add up to `least`, in order."""
    crew = bench.crew
    if crew.alone("sharing", worth):
        return sharing.heavy(made, least)
    for _ in range(_TRIES - 1):
        with suppress(LinterError):
            return with_daft.heavy(made, least, end, engine=crew.engine, address=crew.address)
    return with_daft.heavy(made, least, end, engine=crew.engine, address=crew.address)


def no_room(place: Path, error: OSError) -> UsageError:
    """What cannot be written, and why."""
    zh, en = cause(error)
    return UsageError(
        f"写不了 {place}：{zh}；没有改动原来的结果，腾出空间后可加 --resume 接着做",
        f"cannot write {place}: {en}; earlier results are untouched, and --resume goes on from here",
    )


def _worked(left: Sequence[Shard], bench: Bench, worth: int) -> Iterator[int]:
    """Do what is left, on as many processes as it is worth."""
    crew = bench.crew
    if not left:
        return
    if crew.alone(left[0].step, worth):
        feared = [one for one in left if one.step in STEPS and begun(one)]
        yield from _done_here([one for one in left if one not in feared], bench.desk)
        left, jobs = feared, 1  # a process of ours was ended at it: it is another's now
    else:
        jobs = crew.jobs or with_daft.processors(crew.engine, crew.address)
    yield from retried(left, bench.desk, engine=crew.engine, address=crew.address, jobs=jobs)


def _done_here(left: Sequence[Shard], desk: Desk) -> Iterator[int]:
    """Do parts in this process, as a worker does: workbooks are full of cycles, and each would stay for ever."""
    gc.freeze()  # not to look through all that is here already
    for number, one in enumerate(left, 1):
        yield do(one, desk)
        if number % SWEPT == 0:
            gc.collect()
