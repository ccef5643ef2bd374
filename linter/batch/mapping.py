"""Tasks done by this process or by many, what was done before not again, with the same outcome."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from linter.batch.desk import Desk
from linter.batch.parts import Shard, Task, do, from_cache, shards
from linter.batch.with_daft import Engine, processors, run
from linter.model.errors import LinterError, UsageError

Tell = Callable[[str, int, int], None]
"""Told after each part: the step, how many tasks are done, and of how many."""

_WORTH_IT = 200
"""Tasks. For fewer, starting other processes takes longer than they save."""

_LOST = 5
"""Times in a row that no part is finished before a worker is lost: something is wrong with the machines then."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who does the work: the engine, the address of its cluster, and how many processes (None: by the number of
    tasks and of processors)."""

    engine: Engine = "local"
    address: str | None = None
    jobs: int | None = None


class Counts(NamedTuple):
    """Of how many tasks the outcome was at hand, and how many were done now."""

    known: int
    done: int


def mapped(
    step: str, tasks: Sequence[Task], desk: Desk, work: Path, crew: Crew, tell: Tell | None
) -> tuple[list[Shard], Counts]:
    """The parts with the outcomes of all tasks, in order. LinterError where they cannot be written, or the workers
    are lost again and again."""
    every, left, known = shards(step, tasks, work, desk), list[Shard](), 0
    try:
        for one in every:
            if Path(one.part).exists() or from_cache(one, desk):
                known += len(one.tasks)
            else:
                left.append(one)
        done = known
        for count in _worked(left, desk, crew):
            done += count
            if tell:
                tell(step, done, len(tasks))
    except OSError as error:
        raise no_room(work, error) from None
    return every, Counts(known, len(tasks) - known)


def no_room(place: Path, error: OSError) -> UsageError:
    """What cannot be written, and why."""
    said = error.strerror or str(error)
    return UsageError(
        f"写不了 {place}：{said}；没有改动原来的结果，腾出空间后可加 --resume 接着做",
        f"cannot write {place}: {said}; earlier results are untouched, and --resume goes on from here",
    )


def _worked(left: Sequence[Shard], desk: Desk, crew: Crew) -> Iterator[int]:
    """Do what is left, on as many processes as it is worth."""
    count = sum(len(one.tasks) for one in left)
    if not left:
        return
    alone = crew.jobs == 1 or (crew.jobs is None and count < _WORTH_IT)
    if crew.engine == "local" and alone:
        yield from (do(one, desk) for one in left)
        return
    jobs = crew.jobs or processors(crew.engine, crew.address)
    yield from _insisted(left, desk, crew, min(jobs, len(left)))


def _insisted(left: Sequence[Shard], desk: Desk, crew: Crew, jobs: int) -> Iterator[int]:
    """Do what is left, and what a lost worker leaves, again."""
    futile = 0
    while left:
        finished = 0
        try:
            for count in run(left, desk, engine=crew.engine, address=crew.address, jobs=jobs):
                finished += 1
                yield count
            return
        except UsageError:
            raise
        except LinterError as error:
            there = [one for one in left if Path(one.part).exists()]
            futile = 0 if there else futile + 1
            if futile == _LOST:
                raise LinterError(
                    f"{error.zh}；可加 --resume --jobs 1 接着做", f"{error.en}; go on with --resume --jobs 1"
                ) from None
            yield sum(len(one.tasks) for one in there[finished:])
            left = [one for one in left if not Path(one.part).exists()]
