"""Work that goes on after a worker was lost, and gives up what ends its worker every time.

Who was at work on what is known from marks in the work folder. A part that was lost twice is done task by task by one
worker alone, so that nobody else is blamed; a file that ends this worker twice too has no place in the ranking."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from linter.batch.desk import STEPS, Desk, fatal
from linter.batch.outcome import Done
from linter.batch.parts import Shard, apart, begun, end, table_of, together, write
from linter.batch.with_daft import Engine, run
from linter.model.errors import LinterError, UsageError

_LOST = 5
"""Times in a row that no part is finished before a worker is lost: something is wrong with the machines then."""

_TWICE = 2

_Start = Callable[[Sequence[Shard], int], Iterator[int]]
"""Does parts with so many workers; after each, how many tasks it had. LinterError where a worker was lost."""


def retried(
    left: Sequence[Shard], desk: Desk, *, engine: Engine, address: str | None, jobs: int
) -> Iterator[int]:
    """Do the parts with so many workers; after each, how many tasks it had. LinterError where nothing can be done."""
    start = partial(_run, desk=desk, engine=engine, address=address)
    losses: Counter[str] = Counter()
    futile = 0
    while left:
        done = 0
        for one in left:
            end(one)  # of a run that was ended
        try:
            for count in start(left, jobs):
                done += count
                yield count
            return
        except UsageError:
            raise
        except LinterError as error:
            there = sum(len(one.tasks) for one in left if one.place.exists())
            left = [one for one in left if not one.place.exists()]
            losses.update(one.part for one in left if begun(one))
            again = [one for one in left if losses[one.part] >= _TWICE and one.step in STEPS]
            futile = 0 if there or again else futile + 1
            if futile == _LOST:
                raise _given_up(error) from None
        yield there - done
        for one in again:
            _one_by_one(one, start)
            yield len(one.tasks)
        left = [one for one in left if not one.place.exists()]


def _run(
    left: Sequence[Shard], jobs: int, *, desk: Desk, engine: Engine, address: str | None
) -> Iterator[int]:
    return run(left, desk, engine=engine, address=address, jobs=min(jobs, len(left)))


def _one_by_one(shard: Shard, start: _Start) -> None:
    """Do the tasks of a part in parts of their own, by one worker; what ends it twice is given up."""
    every = apart(shard)
    losses: Counter[str] = Counter()
    left = [one for one in every if not one.place.exists()]
    futile = 0
    while left:
        for one in left:
            end(one)
        try:
            for _ in start(left, 1):
                pass
        except UsageError:
            raise
        except LinterError as error:
            lost = [one for one in left if begun(one) and not one.place.exists()]
            losses.update(one.part for one in lost)
            for one in lost:
                if losses[one.part] >= _TWICE:
                    write(one.place, table_of([Done(fatal(task.name)) for task in one.tasks]))
                    end(one)
            futile = 0 if lost else futile + 1
            if futile == _LOST:
                raise _given_up(error) from None
        left = [one for one in left if not one.place.exists()]
    together(shard, every)


def _given_up(error: LinterError) -> LinterError:
    zh, en = f"{error.zh}；可加 --resume --jobs 1 接着做", f"{error.en}; go on with --resume --jobs 1"
    return LinterError(zh, en)
