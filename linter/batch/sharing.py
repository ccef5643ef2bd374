"""The search for reports that share, cut into tasks that any worker can do: each is told where the texts stand, and
leaves what it found in its part of the work folder.

1. `template`: what most units of a county write. `keys`: the fingerprints of some hundred reports, cut by their hash.
2. `sharing`: of the fingerprints of one cut, which pairs of reports share how much of them.
3. The weights of a pair are added up over the cuts (by Daft, see `with_daft`), in whole numbers.
4. `verify`: the pairs that are worth it, aligned.

The same functions find pairs as `similarity.joining` has for texts in memory, and so the same pairs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from linter.batch.desk import Desk
from linter.batch.outcome import Done, Stretches, encode
from linter.batch.parts import Shard, Task, table_of
from linter.batch.shelf import numbered, record_at
from linter.pipeline.originality import corpora
from linter.similarity.attribution import stock_stretches
from linter.similarity.pairing import merged
from linter.similarity.records import Record
from linter.similarity.template import template

LEAST = 0.2
"""Share of the compared text of either report from which a pair is told."""

_ROWS = 1 << 20
"""Pairs in a group of rows."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two reports by number, and how much of each stands in the other. `source` of them is the one that has less of
    its text from the other; who copied from whom nobody can tell."""

    source: int
    other: int
    share: float
    back: float


class TemplateTask(msgspec.Struct, frozen=True, array_like=True):
    """The reports of some counties and years, by number. `index`: see `shelf.number`."""

    index: str
    groups: tuple[tuple[int, ...], ...]


class KeysTask(msgspec.Struct, frozen=True, array_like=True):
    """The reports from number `first` up to `last`, whose fingerprints are cut into so many `buckets`."""

    index: str
    first: int
    last: int
    buckets: int


class SharingTask(msgspec.Struct, frozen=True, array_like=True):
    """One of the buckets, in all parts of the fingerprints of `count` reports. `cap`: how many may share one."""

    parts: tuple[str, ...]
    bucket: int
    count: int
    cap: int


class VerifyTask(msgspec.Struct, frozen=True, array_like=True):
    """Pairs of reports by number; `aside`: what of each of these is template."""

    index: str
    pairs: tuple[tuple[int, int], ...]
    aside: tuple[tuple[int, Stretches], ...]


Made = tuple[Any, int | None]
"""A table, and how many of its rows make a group (None: all)."""


def template_of(task: bytes, _desk: Desk) -> Made:
    """By report, in the order of the groups, what of it most units of its county write in its year."""
    wanted = msgspec.msgpack.decode(task, type=TemplateTask)
    return table_of(
        [Done(encode(one)) for group in wanted.groups for one in _aside(wanted.index, group)]
    ), None


def keys_of(task: bytes, _desk: Desk) -> Made:
    """A row for each bucket: its fingerprints, in order."""
    import numpy as np

    from linter.similarity.fingerprints import TEXT_BITS, keys

    wanted = msgspec.msgpack.decode(task, type=KeysTask)
    found = keys(_record(wanted.index, n).masked.text for n in range(wanted.first, wanted.last))
    found += np.uint64(wanted.first)
    bucket = (found >> np.uint64(TEXT_BITS)) % np.uint64(wanted.buckets)
    return table_of([Done(found[bucket == one].tobytes()) for one in range(wanted.buckets)]), 1


def sharing_of(task: bytes, _desk: Desk) -> Made:
    """The pairs that share fingerprints of a bucket, in one number each, in order, and the weight of these."""
    import numpy as np
    import pyarrow as pa

    from linter.similarity.joining import sharing

    wanted = msgspec.msgpack.decode(task, type=SharingTask)
    found = np.concatenate([np.frombuffer(_bucket(part, wanted.bucket), np.uint64) for part in wanted.parts])
    found.sort()
    pairs, weights = sharing(found, wanted.count, wanted.cap)
    return pa.table({"pair": pairs, "weight": weights}), _ROWS


def verified_of(task: bytes, desk: Desk) -> Made:
    """Those of the pairs that share enough beyond what everybody writes."""
    from linter.similarity.joining import verified

    wanted = msgspec.msgpack.decode(task, type=VerifyTask)
    stock = corpora(desk.setups.usual.corpora)
    aside = dict(wanted.aside)
    texts = {n: _record(wanted.index, n).masked.text for n in aside}

    @cache
    def common(number: int) -> Stretches:
        return tuple(merged([*stock_stretches(texts[number], stock), *aside[number]]))

    found = (verified(texts, one, other, common) for one, other in wanted.pairs)
    kept = [one for one in found if one and max(one.shared_one, one.shared_other) >= LEAST]
    return table_of([Done(encode(_alike(*one[:4]))) for one in kept]), None


STEPS: Mapping[str, Callable[[bytes, Desk], Made]] = {
    "template": template_of,
    "keys": keys_of,
    "sharing": sharing_of,
    "verify": verified_of,
}


def heavy(made: Sequence[Shard], least: int) -> Any:
    """The pairs whose weights, over all parts of `sharing`, add up to `least`, in order: as `with_daft.heavy`, for few."""
    import pyarrow as pa
    from pyarrow import parquet

    from linter.similarity.joining import added

    table = pa.concat_tables([parquet.read_table(one.part) for one in made])
    pairs, weights = added(table["pair"].to_numpy(), table["weight"].to_numpy())
    return pairs[weights >= least]


def single(wanted: msgspec.Struct) -> Task:
    """A task that is about no file."""
    return Task("", b"", "", encode(wanted))


def _aside(index: str, group: Sequence[int]) -> list[Stretches]:
    records = [_record(index, number) for number in group]
    found = template(records)
    return [tuple(found.covered(one.masked.text)) for one in records]


def _record(index: str, number: int) -> Record:
    return record_at(numbered(index)[number])


def _bucket(part: str, bucket: int) -> bytes:
    from pyarrow import parquet

    with parquet.ParquetFile(part) as file:
        found: bytes = file.read_row_group(bucket, columns=["outcome"])["outcome"][0].as_py()
    return found


def _alike(one: int, other: int, shared_one: float, shared_other: float) -> Alike:
    """Of the two, that of whose text a greater share stands in the other is taken for the one that has it from it."""
    if shared_other >= shared_one:
        return Alike(one, other, shared_other, shared_one)
    return Alike(other, one, shared_one, shared_other)
