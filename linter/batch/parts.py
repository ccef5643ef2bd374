"""The work folder: what has been done stands there in parts, each whole, so that a run that was stopped goes on."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import compress, decompress

import msgspec

from linter.batch.desk import STEPS, Desk, Done, lost
from linter.cache import key_of, write_atomically
from linter.model.errors import UnreadableReport
from linter.pipeline.cached import folder, store, stored
from linter.readers import load

_TASKS = 16
"""Tasks in a part: a second of work is lost with a worker at most."""


class Shard(msgspec.Struct, frozen=True, array_like=True):
    """A part of the work: what to do with which files, and the file of the part. A task is a file's path (its
    content is what the task is about) and what `desk` makes of it."""

    step: str
    part: str
    tasks: tuple[tuple[str, str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A task as (name, path, what the step wants), and the county it belongs to by its folder."""

    name: str
    path: str
    county: str
    wanted: bytes


def shards(step: str, tasks: Sequence[Task], work: Path, desk: Desk) -> list[Shard]:
    """The tasks in parts of one county each, in their order. The name of a part changes with all that its content
    depends on: a part that is there need not be made again."""
    made: list[Shard] = []
    begin = 0
    for at in range(1, len(tasks) + 1):
        if at == len(tasks) or tasks[at].county != tasks[begin].county or at - begin == _TASKS:
            made.append(_shard(step, tasks[begin:at], work, desk))
            begin = at
    return made


def _shard(step: str, tasks: Sequence[Task], work: Path, desk: Desk) -> Shard:
    sums = [step.encode()]
    for one in tasks:
        sums += [
            desk.key(one.name).encode(),
            _stamp(one.path),
            one.path.encode("utf-8", "replace"),
            one.wanted,
        ]
    county = "".join(c if c.isalnum() else "_" for c in tasks[0].county) or "_"
    part = work / step / f"county={county}" / f"{key_of(sums)}.parquet"
    return Shard(step, str(part), tuple((one.name, one.path, one.wanted) for one in tasks))


def _stamp(path: str) -> bytes:
    try:
        known = Path(path).stat()
    except OSError:
        return b"-"
    return f"{known.st_size} {known.st_mtime_ns}".encode()


def do(shard: Shard, desk: Desk) -> int:
    """Do the tasks of a part and write it; how many there were."""
    write(Path(shard.part), [_done(shard.step, *task, desk) for task in shard.tasks])
    return len(shard.tasks)


def from_cache(shard: Shard, desk: Desk) -> bool:
    """Write the part if the outcomes of all its tasks are known from earlier runs."""
    if not desk.cache or folder() is None:
        return False
    rows: list[Done] = []
    for name, path, wanted in shard.tasks:
        try:
            found = stored(_key(shard.step, name, path, wanted, load(Path(path)), desk))
        except UnreadableReport:
            return False
        if found is None:
            return False
        rows.append(_unpacked(found))
    write(Path(shard.part), rows)
    return True


def write(part: Path, rows: Sequence[Done]) -> None:
    """Write the outcomes of a part. OSError if that cannot be done."""
    import pyarrow as pa
    from pyarrow import parquet

    part.parent.mkdir(parents=True, exist_ok=True)
    table = pa.table(
        {
            "outcome": pa.array([one for one, _ in rows], pa.binary()),
            "html": pa.array([html for _, html in rows], pa.binary()),
        }
    )
    sink = pa.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd")
    write_atomically(part, sink.getvalue().to_pybytes())


def outcomes(made: Sequence[Shard]) -> Iterator[bytes]:
    """The outcomes of all tasks, in order."""
    for shard in made:
        yield from _column(shard, "outcome")


def pages(made: Sequence[Shard]) -> Iterator[bytes]:
    """The HTML of all tasks, in order."""
    for shard in made:
        yield from _column(shard, "html")


def remove(work: Path) -> None:
    """Remove the work folder with all that is in it."""
    shutil.rmtree(work, ignore_errors=True)


def _column(shard: Shard, name: str) -> list[bytes]:
    from pyarrow import parquet

    return [bytes(one) for one in parquet.read_table(shard.part, columns=[name])[name].to_pylist()]


def _done(step: str, name: str, path: str, wanted: bytes, desk: Desk) -> Done:
    """The outcome of a task, as it is known or else made now."""
    data: bytes | None = None
    try:
        data = load(Path(path))
        key = _key(step, name, path, wanted, data, desk) if desk.cache else ""
        found = stored(key) if key else None
        if found is not None:
            return _unpacked(found)
        done = STEPS[step](wanted, data, desk)
    except UnreadableReport as error:
        return lost(name, error, data), b""
    if key:
        store(key, _packed(done))
    return done


def _key(step: str, name: str, path: str, wanted: bytes, data: bytes, desk: Desk) -> str:
    """Outcomes hold the file's name, as pages show it."""
    own = (step, desk.key(name), name, Path(path).suffix.lower())
    return key_of((*(one.encode("utf-8", "replace") for one in own), wanted, data))


def _packed(done: Done) -> bytes:
    return compress(msgspec.msgpack.encode(done), 1)


def _unpacked(body: bytes) -> Done:
    return msgspec.msgpack.decode(decompress(body), type=tuple[bytes, bytes])
