"""A part of the work, done: by whatever process it is given to."""

from linter.batch import sharing
from linter.batch.desk import STEPS, Desk, lost
from linter.batch.earlier import keep, known
from linter.batch.outcome import Done
from linter.batch.pages.county_files import make
from linter.batch.parts import Shard, Task, begin, end, table_of, write
from linter.cache import key_of
from linter.model.errors import UnreadableReport
from linter.readers import load


def do(shard: Shard, desk: Desk) -> int:
    """Do the tasks of a part and write it; how many there were."""
    begin(shard)
    try:
        if shard.step in STEPS:
            write(shard.place, table_of(_all_done(shard, desk)))
        elif shard.step == "county":
            make(shard.tasks[0].file, shard.folder, desk.secret)
            write(shard.place, table_of([]))
        else:
            table, rows = sharing.STEPS[shard.step](shard.tasks[0].wanted, desk)
            write(shard.place, table, rows)
    except MemoryError:  # as good as killed: the mark stays
        raise
    except BaseException:
        end(shard)
        raise
    end(shard)
    return len(shard.tasks)


def from_cache(shard: Shard, desk: Desk) -> bool:
    """Write the part if the outcomes of all its tasks are known from earlier runs."""
    if not desk.cache or shard.step not in STEPS:
        return False
    try:
        keys = [_key(shard.step, one, _content(shard.step, one), desk) for one in shard.tasks]
    except UnreadableReport:
        return False
    found = known(keys)
    if any(key not in found for key in keys):
        return False
    write(shard.place, table_of([found[key] for key in keys]))
    return True


def _all_done(shard: Shard, desk: Desk) -> list[Done]:
    """The outcomes of the tasks of a part, as they are known or else made now."""
    rows: dict[int, Done] = {}
    keys: dict[int, str] = {}
    contents: dict[int, bytes] = {}
    for n, task in enumerate(shard.tasks):
        try:
            contents[n] = _content(shard.step, task)
            keys[n] = _key(shard.step, task, contents[n], desk) if desk.cache else ""
        except UnreadableReport as error:
            rows[n] = Done(lost(task.name, error, None))
    there = known(list(keys.values())) if desk.cache else {}
    rows |= {n: there[key] for n, key in keys.items() if key in there}
    left = [n for n in keys if n not in rows]
    tasks, data = [shard.tasks[n] for n in left], [contents[n] for n in left]
    made: dict[str, Done] = {}
    for n, done in zip(left, STEPS[shard.step](tasks, data, desk), strict=True):
        if isinstance(done, UnreadableReport):
            rows[n] = Done(lost(shard.tasks[n].name, done, contents[n]))
        else:
            rows[n] = made[keys[n]] = done
    if desk.cache:
        keep(made)
    return [rows[n] for n in range(len(shard.tasks))]


def _content(step: str, task: Task) -> bytes:
    """The content of the file to read; that of the others is in what they want, as a sum."""
    return load(task.file) if step == "read" else b""


def _key(step: str, task: Task, data: bytes, desk: Desk) -> str:
    """Outcomes hold the file's name, as pages show it."""
    own = (step, desk.key(task.name), task.name, task.file.suffix.lower())
    return key_of((*(one.encode("utf-8", "replace") for one in own), task.wanted, data))
