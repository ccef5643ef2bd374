"""Outcomes of earlier rankings, by what they depend on, in one database file: thousands of small files cost more than
what they would save. A database that is damaged, locked or of another kind is as good as none."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from os import getpid
from pathlib import Path
from time import time
from zlib import compress, decompress, error

import msgspec

from linter.batch.outcome import Done
from linter.cache import cache_folder

LARGEST = 4 * 1024 * 1024 * 1024
"""Bytes that are kept: 11 kB for a report, so some 370,000 of them. A run of more than there is room for finds next
to nothing when it is repeated, as what it needs first has gone first."""

_PORTION = 2_000
"""Entries that are removed at once: until they are, what is removed takes room twice."""

_JOURNAL = 64 * 1024 * 1024
"""Bytes of the journal that stay when all of it is in the database."""

_NAME = "ranked.sqlite"
_PATIENCE = 20
"""Seconds to wait for another process that writes."""

_DAY = 86_400
_TABLE = """
create table if not exists kept (key text primary key, used integer not null, size integer not null, body blob not null)
"""
_DECODER = msgspec.msgpack.Decoder(Done)


def known(keys: Sequence[str]) -> dict[str, Done]:
    """What was kept under those keys, as far as anything was."""
    base = _base()
    if base is None:
        return {}
    marks = ",".join("?" * len(keys))
    try:
        rows = base.execute(f"select key, used, body from kept where key in ({marks})", keys).fetchall()
        now = int(time())
        old = [key for key, used, _ in rows if now - used > _DAY]
        if old:
            base.execute(f"update kept set used = {now} where key in ({','.join('?' * len(old))})", old)
            base.commit()
        return {key: _DECODER.decode(decompress(body)) for key, _, body in rows}
    except (sqlite3.Error, msgspec.MsgspecError, error):
        return {}


def keep(made: Mapping[str, Done]) -> None:
    """Keep outcomes for later rankings; nothing where they cannot be."""
    base = _base()
    if base is None:
        return
    now = int(time())
    rows = []
    for key, done in made.items():
        body = compress(msgspec.msgpack.encode(done._replace(report=b"")), 1)
        rows.append((key, now, len(body), body))
    with suppress(sqlite3.Error):
        base.executemany("insert or replace into kept values (?, ?, ?, ?)", rows)
        base.commit()


def trim(largest: int = LARGEST) -> None:
    """Remove what was not used for longest, if there is too much."""
    base = _base()
    if base is None:
        return
    with suppress(sqlite3.Error):
        total = base.execute("select coalesce(sum(size), 0) from kept").fetchone()[0]
        if total <= largest:
            return
        left, going = total - largest * 3 // 4, []
        for key, size in base.execute("select key, size from kept order by used, rowid"):
            if left <= 0:
                break
            going.append((key,))
            left -= size
        for at in range(0, len(going), _PORTION):
            base.executemany("delete from kept where key = ?", going[at : at + _PORTION])
            base.commit()
            base.executescript("pragma incremental_vacuum")  # `execute` frees one page only
        base.execute("pragma wal_checkpoint(truncate)").fetchall()


def _base() -> sqlite3.Connection | None:
    place = cache_folder()
    return _opened(str(place / _NAME), getpid()) if place else None


@lru_cache(1)
def _opened(path: str, _process: int) -> sqlite3.Connection | None:
    """The database, open; a connection is of one process."""
    try:
        return _made(path)
    except sqlite3.OperationalError:  # locked, or a place that cannot be written
        return None
    except sqlite3.DatabaseError:  # it is no database: begin anew
        with suppress(OSError, sqlite3.Error):
            Path(path).unlink()
            return _made(path)
        return None


def _made(path: str) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=_PATIENCE)
    base.execute("pragma auto_vacuum = incremental")
    base.execute("pragma journal_mode = wal")
    base.execute("pragma synchronous = off")
    base.execute(f"pragma journal_size_limit = {_JOURNAL}")
    base.execute(_TABLE)
    base.commit()
    return base
