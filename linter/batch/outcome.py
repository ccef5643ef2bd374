"""What goes from step to step, and is stored on the way: small, plain, of one file each."""

from typing import Any

import msgspec

from linter.model.alike import Similarity
from linter.model.finding import Confidence, Severity
from linter.similarity.records import Record


class Lost(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """A file that has no place in the ranking: `kind` as in `failed` of a check, or `duplicate`."""

    name: str
    kind: str
    zh: str
    en: str
    sha256: str = ""


class Read(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """A report that could be read: whose it is, when it was signed (ISO date, empty: not said), and what of it is
    compared with others."""

    name: str
    sha256: str
    unit: str | None
    level: str | None
    parents: tuple[str, ...]
    year: int | None
    signed: str
    record: Record


class Told(msgspec.Struct, frozen=True, array_like=True):
    """A finding as the ranking shows it, in the language of the run. `where`: the place as people say it."""

    rule: str
    group: str
    severity: Severity
    confidence: Confidence
    fingerprint: str
    message: str
    text: str
    section: str
    where: str
    state: str


class Linted(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """A report that was linted. `groups`: those of which at least one rule could be judged; `not_assessed`: rules
    that could not be, and why; `facts`: numbers of its tables, by address."""

    name: str
    unit: str | None
    level: str | None
    year: int | None
    groups: tuple[str, ...]
    assessed: int
    not_assessed: tuple[tuple[str, str], ...]
    findings: tuple[Told, ...]
    similarity: Similarity
    facts: dict[str, int]


class LintTask(msgspec.Struct, frozen=True, array_like=True):
    """A report to lint beside its neighbours: `aside` are the stretches of its compared text that are the county's
    template, `peers` the reports of other units that share with it."""

    name: str
    path: str
    aside: tuple[tuple[int, int], ...]
    peers: tuple[Record, ...]


class PairTask(msgspec.Struct, frozen=True, array_like=True):
    """Two reports to be shown side by side, as `name` and path each; `page`: the file it becomes; `sums`: of both
    files' contents."""

    page: str
    a: tuple[str, str]
    b: tuple[str, str]
    sums: tuple[str, str]


class FileTask(msgspec.Struct, frozen=True, array_like=True):
    """A file to read."""

    name: str
    path: str


def encode(value: Any) -> bytes:
    """The value as bytes, the same for the same value."""
    return msgspec.msgpack.encode(value, order="deterministic")


READ: msgspec.msgpack.Decoder[Read | Lost] = msgspec.msgpack.Decoder(Read | Lost)
LINTED: msgspec.msgpack.Decoder[Linted | Lost] = msgspec.msgpack.Decoder(Linted | Lost)
