"""What goes from step to step, and is stored on the way: small, plain, of one file each."""

from typing import Any, NamedTuple

import msgspec

from linter.model.alike import Similarity
from linter.model.finding import Confidence, Severity

Stretches = tuple[tuple[int, int], ...]
"""Of a compared text, in order."""


class Done(NamedTuple):
    """What came of a task: the outcome (one of the types below, or what the step makes), HTML that belongs to it, what
    of a report is compared with others, and the report itself, for those who need it next; empty where there is none."""

    outcome: bytes
    html: bytes = b""
    record: bytes = b""
    report: bytes = b""


class Place(msgspec.Struct, frozen=True, array_like=True):
    """Where what was read of a report stands: in a part, in that row."""

    part: str
    row: int


class Lost(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """A file that has no place in the ranking: `kind` as in `failed` of a check, or `duplicate`."""

    name: str
    kind: str
    zh: str
    en: str
    sha256: str = ""


class Read(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """A report that could be read: whose it is, when it was signed (ISO date, empty: not said), and a sum of what of
    it is compared with others."""

    name: str
    sha256: str
    unit: str | None
    level: str | None
    parents: tuple[str, ...]
    year: int | None
    signed: str
    compared: str


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
    """A report to lint beside its neighbours: `sha256` of its content, `aside` the stretches of its compared text that
    are the county's template, `peers` the sums of what is compared of reports of other units that share with it."""

    sha256: str
    aside: Stretches
    peers: tuple[str, ...]


class PairTask(msgspec.Struct, frozen=True, array_like=True):
    """Two reports to be shown side by side, as name and path (as the system has it) each; `page`: the file it becomes;
    `sums`: of both files' contents."""

    page: str
    a: tuple[str, bytes]
    b: tuple[str, bytes]
    sums: tuple[str, str]


def encode(value: Any) -> bytes:
    """The value as bytes, the same for the same value."""
    return msgspec.msgpack.encode(value, order="deterministic")


def slim(one: Linted, known: dict[Any, Any]) -> Linted:
    """The same, with what other reports have too in memory once: a third of it is a report's own. `known`: what has
    been met."""
    same = known.setdefault
    findings = tuple(
        Told(
            same(told.rule, told.rule),
            same(told.group, told.group),
            told.severity,
            told.confidence,
            told.fingerprint,
            same(told.message, told.message),
            told.text,
            same(told.section, told.section),
            same(told.where, told.where),
            same(told.state, told.state),
        )
        for told in one.findings
    )
    groups, why = same(one.groups, one.groups), same(one.not_assessed, one.not_assessed)
    return msgspec.structs.replace(one, groups=groups, not_assessed=why, findings=findings)


READ: msgspec.msgpack.Decoder[Read | Lost] = msgspec.msgpack.Decoder(Read | Lost)
LINTED: msgspec.msgpack.Decoder[Linted | Lost] = msgspec.msgpack.Decoder(Linted | Lost)
