"""Reports that were read, where a worker finds them again: in the parts of the reading, by place or by number."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from linter.batch.outcome import Place
from linter.batch.sealed import opened
from linter.cache import key_of, write_atomically
from linter.model.report import Report
from linter.similarity.records import Record

_PARTS, _RECORDS = 64, 512
"""Kept in memory: some 10 MB."""

_RECORD = msgspec.msgpack.Decoder(Record)
_PLACES = msgspec.msgpack.Decoder(tuple[tuple[str, ...], tuple[tuple[int, int], ...]])


@lru_cache(_RECORDS)
def record_at(place: Place) -> Record:
    """What is compared of the report that was read there."""
    return _RECORD.decode(_cell(place, "record"))


def report_at(place: Place, secret: bytes) -> Report | None:
    """The report that was read there; None where only its outcome was known, or it was not put there by us."""
    found: Report | None = opened(_cell(place, "report"), secret)
    return found


def html_at(place: Place) -> bytes:
    """The HTML that was made there."""
    return _cell(place, "html")


def number(places: Sequence[Place], work: Path) -> str:
    """The path of a file that says where the report of each number stands."""
    parts = {one.part: n for n, one in enumerate({one.part: one for one in places}.values())}
    rows = tuple((parts[one.part], one.row) for one in places)
    body = msgspec.msgpack.encode((tuple(parts), rows))
    path = work / "numbers" / key_of((body,))
    path.parent.mkdir(exist_ok=True)
    write_atomically(path, body)
    return str(path)


@lru_cache(1)
def numbered(path: str) -> tuple[Place, ...]:
    """By number, where the reports stand."""
    parts, rows = _PLACES.decode(Path(path).read_bytes())
    return tuple(Place(parts[part], row) for part, row in rows)


def _cell(place: Place, column: str) -> bytes:
    found: bytes = _column(place.part, column)[place.row].as_py()
    return found


@lru_cache(_PARTS)
def _column(part: str, column: str) -> Any:
    from pyarrow import parquet

    return parquet.read_table(part, columns=[column], use_threads=False)[column]
