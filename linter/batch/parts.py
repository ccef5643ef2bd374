"""The work folder: what has been done stands there in parts, each whole, so that a run that was stopped goes on."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from linter.batch.outcome import Done
from linter.cache import key_of, write_atomically

_TASKS = 16
"""Tasks in a part: a second of work is lost with a worker at most."""

_BEGUN = ".begun"


class Task(msgspec.Struct, frozen=True, array_like=True):
    """What to do: the name and path of a file (empty: it is about no single file; a path is as the system has it, which
    need not be UTF-8), what the step wants, and where it finds what it needs (`at`, on which the outcome does not
    depend). `county`: that it belongs to by its folder."""

    name: str
    path: bytes
    county: str
    wanted: bytes
    at: bytes = b""

    @property
    def file(self) -> Path:
        """The file."""
        return Path(os.fsdecode(self.path))


class Shard(msgspec.Struct, frozen=True, array_like=True):
    """A part of the work: which step of which tasks, and the file of the part."""

    step: str
    part: str
    tasks: tuple[Task, ...]

    @property
    def place(self) -> Path:
        """The file of the part."""
        return Path(self.part)

    @property
    def folder(self) -> Path:
        """A folder for what of it are files."""
        return self.place.with_suffix("")


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks of a step; `keys`: for each of them, what its outcome depends on; `worth`: the reports that could be
    linted in the time that it takes; `most`: tasks in a part."""

    step: str
    tasks: Sequence[Task]
    keys: Sequence[tuple[bytes, ...]]
    worth: int
    most: int = _TASKS


def shards(plan: Plan, work: Path) -> list[Shard]:
    """The tasks in parts of one county each, in their order. The name of a part changes with all that its content
    depends on: a part that is there need not be made again."""
    made: list[Shard] = []
    tasks, begin = plan.tasks, 0
    for at in range(1, len(tasks) + 1):
        if at == len(tasks) or tasks[at].county != tasks[begin].county or at - begin == plan.most:
            key = key_of([plan.step.encode(), *(one for keys in plan.keys[begin:at] for one in keys)])
            made.append(
                Shard(plan.step, _part(plan.step, tasks[begin].county, key, work), tuple(tasks[begin:at]))
            )
            begin = at
    return made


def apart(shard: Shard) -> list[Shard]:
    """Its tasks, each in a part of its own."""
    place = shard.place
    return [
        Shard(shard.step, str(place.with_name(f"{place.stem}-{n}{place.suffix}")), (task,))
        for n, task in enumerate(shard.tasks)
    ]


def together(shard: Shard, single: Sequence[Shard]) -> None:
    """The part from those of its tasks."""
    from pyarrow import concat_tables, parquet

    write(shard.place, concat_tables([parquet.read_table(one.part) for one in single]))
    for one in single:
        one.place.unlink(missing_ok=True)


def write(part: Path, table: object, rows: int | None = None) -> None:
    """Write a part, whole or not at all. `rows`: of it in a group. OSError if that cannot be done."""
    import pyarrow as pa
    from pyarrow import parquet

    part.parent.mkdir(parents=True, exist_ok=True)
    sink = pa.BufferOutputStream()
    parquet.write_table(table, sink, row_group_size=rows, compression="zstd", compression_level=1)
    write_atomically(part, sink.getvalue())


def table_of(rows: Sequence[Done]) -> object:
    """Outcomes as a table, a column for each of their fields."""
    import pyarrow as pa

    return pa.table(
        {name: pa.array([getattr(one, name) for one in rows], pa.binary()) for name in Done._fields}
    )


def begin(shard: Shard) -> None:
    """Say that somebody is at work on the part, until it is finished."""
    place = shard.place
    place.parent.mkdir(parents=True, exist_ok=True)
    place.with_suffix(_BEGUN).touch()


def end(shard: Shard) -> None:
    """Nobody is at work on the part any more."""
    with suppress(OSError):
        shard.place.with_suffix(_BEGUN).unlink(missing_ok=True)


def begun(shard: Shard) -> bool:
    """Whether somebody began with the part and has not finished it."""
    return shard.place.with_suffix(_BEGUN).exists()


def outcomes(made: Sequence[Shard]) -> Iterator[bytes]:
    """The outcomes of all tasks, in order."""
    for shard in made:
        yield from column(shard, "outcome")


def pages(made: Sequence[Shard]) -> Iterator[bytes]:
    """The HTML of all tasks, in order."""
    for shard in made:
        yield from column(shard, "html")


def column(shard: Shard, name: str) -> list[bytes]:
    """A column of a part."""
    from pyarrow import parquet

    found: list[bytes] = parquet.read_table(shard.part, columns=[name], use_threads=False)[name].to_pylist()
    return found


def stamp(path: Path) -> bytes:
    """What changes with a file."""
    try:
        known = path.stat()
    except OSError:
        return b"-"
    return f"{known.st_size} {known.st_mtime_ns}".encode()


def remove(work: Path) -> None:
    """Remove the work folder with all that is in it."""
    shutil.rmtree(work, ignore_errors=True)


def _part(step: str, county: str, key: str, work: Path) -> str:
    folder = "".join(c if c.isalnum() else "_" for c in county) or "_"
    return str(work / step / f"county={folder}" / f"{key}.parquet")
