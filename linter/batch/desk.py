"""What a worker does with one file at a time: read it, lint it, or set two of them side by side."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import blake2b, sha256
from html import escape
from pathlib import Path

import msgspec

from linter.batch.outcome import Done, Linted, LintTask, Lost, PairTask, Place, Read, Stretches, Told, encode
from linter.batch.parts import Task
from linter.batch.sealed import sealed, secret
from linter.batch.shelf import record_at, report_at
from linter.compare import compare, to_html
from linter.language.names import where
from linter.language.signature import signature
from linter.model.alike import Similarity
from linter.model.document import Document
from linter.model.errors import UnreadableReport
from linter.model.finding import Finding
from linter.model.report import Report
from linter.model.result import Result
from linter.pipeline.one import Liken, failure, lint_reports, recognised
from linter.pipeline.originality import corpora
from linter.pipeline.setup import Setup, Setups
from linter.readers import load, read_bytes
from linter.reporters.marked_text import marked_text, marks
from linter.reporters.to_html import entry
from linter.similarity.attribution import attribute
from linter.similarity.records import Record, record

PREFIX = "r"
"""What anchors of a report's page begin with."""

_LONGEST = 60
_FACTS = ("t3.new.total", "t3.carried.total", "t3.handled.total", "t3.next.total")


@dataclass(frozen=True, slots=True)
class Desk:
    """What a worker needs beside the paths: the setups, without weights; the language; whether results of earlier
    runs may be used and kept; the key to what one worker leaves for another."""

    setups: Setups
    lang: str
    cache: bool
    secret: bytes = field(default_factory=secret, repr=False)

    def key(self, name: str) -> str:
        """What the outcome for that file depends on beside its content."""
        return f"{self.setups.of(name).key}:{self.lang}"


Step = Callable[[Sequence[Task], Sequence[bytes], Desk], Iterator[Done | UnreadableReport]]
"""Takes tasks, the contents of their files (empty where the step finds them itself), and the desk; gives what came of
each."""


def read_one(task: Task, data: bytes, desk: Desk) -> Done:
    """The report as it is compared with others, and whole."""
    document, setup = _document(task.name, task.file, data, desk)
    report = recognised(document, setup)
    title, date = report.title, signature(document).date
    signed = f"{date.year or 0:04}-{date.month or 0:02}-{date.day or 0:02}" if date else ""
    sums, compared = sha256(data).hexdigest(), encode(record(report))
    made = Read(
        task.name,
        sums,
        title.unit,
        title.level,
        title.parents,
        title.year,
        signed,
        blake2b(compared, digest_size=16).hexdigest(),
    )
    return Done(encode(made), record=compared, report=sealed(report, desk.secret))


def lint_all(tasks: Sequence[Task], _data: Sequence[bytes], desk: Desk) -> Iterator[Done | UnreadableReport]:
    """What is wrong with the reports, and their texts with marks and findings as HTML; several are done faster than
    one by one. `at` of a task: the place where it was read, and those of its peers."""
    given: list[tuple[Report, Setup, Liken] | UnreadableReport] = []
    for task in tasks:
        try:
            given.append(_to_lint(task, desk))
        except UnreadableReport as error:
            given.append(error)
    results = iter(lint_reports(one for one in given if not isinstance(one, UnreadableReport)))
    for task, one in zip(tasks, given, strict=True):
        if isinstance(one, UnreadableReport):
            yield one
        else:
            result = next(results)
            yield Done(encode(_linted(result, task.name, one[1], desk.lang)), _shown(result, desk.lang))


def _to_lint(task: Task, desk: Desk) -> tuple[Report, Setup, Liken]:
    wanted = msgspec.msgpack.decode(task.wanted, type=LintTask)
    own, *near = msgspec.msgpack.decode(task.at, type=tuple[Place, ...])
    setup = desk.setups.of(task.name)
    report = _again(task.name, task.file, wanted.sha256, own, desk)
    peers = tuple(record_at(one) for one in near)
    return report, setup, partial(_liken, aside=wanted.aside, peers=peers, setup=setup)


def pair_one(task: Task, _data: bytes, desk: Desk) -> Done:
    """Two reports side by side as an HTML page. `at` of the task: the places where they were read."""
    pair = msgspec.msgpack.decode(task.wanted, type=PairTask)
    here, there = msgspec.msgpack.decode(task.at, type=tuple[Place, Place])
    a = _again(pair.a[0], Path(os.fsdecode(pair.a[1])), pair.sums[0], here, desk)
    b = _again(pair.b[0], Path(os.fsdecode(pair.b[1])), pair.sums[1], there, desk)
    found = compare(a, b, corpora(desk.setups.of(pair.a[0]).corpora))
    return Done(encode(pair.page), to_html.render(found, desk.lang))


def _each(one: Callable[[Task, bytes, Desk], Done]) -> Step:
    """The step that does tasks one by one."""

    def step(tasks: Sequence[Task], data: Sequence[bytes], desk: Desk) -> Iterator[Done | UnreadableReport]:
        for task, content in zip(tasks, data, strict=True):
            try:
                yield one(task, content, desk)
            except UnreadableReport as error:
                yield error

    return step


STEPS: Mapping[str, Step] = {"lint": lint_all, "pair": _each(pair_one), "read": _each(read_one)}


def lost(name: str, error: UnreadableReport, data: bytes | None) -> bytes:
    """The outcome for a file that cannot be read."""
    failed = failure(name, error)
    known = sha256(data).hexdigest() if data is not None else ""
    return encode(Lost(name, failed.kind, failed.reason.zh, failed.reason.en, known))


def fatal(name: str) -> bytes:
    """The outcome for a file that ended every process that was to work on it."""
    zh = "处理这个文件的进程每次都意外结束，可能是内存不够"
    en = "the process that worked on this file was ended each time, perhaps for want of memory"
    return encode(Lost(name, "damaged", zh, en))


def _again(name: str, path: Path, known: str, place: Place, desk: Desk) -> Report:
    """The report as it was read. Raises UnreadableReport where it has to be read again and has changed."""
    found = report_at(place, desk.secret)
    if found is not None:
        return found
    data = load(path)
    if sha256(data).hexdigest() != known:
        raise UnreadableReport("missing", "文件在排名过程中变了", "the file was changed meanwhile")
    return recognised(*_document(name, path, data, desk))


def _document(name: str, path: Path, data: bytes, desk: Desk) -> tuple[Document, Setup]:
    setup = desk.setups.of(name)
    return replace(read_bytes(path, data, setup.encoding), path=name), setup


def _liken(report: Report, aside: Stretches, peers: tuple[Record, ...], setup: Setup) -> Report:
    """The report with what it shares with its neighbours, its own last year, and stock phrases."""
    own = report.previous
    previous = record(own) if own else None
    found = attribute(
        record(report),
        previous=previous,
        peers=peers,
        corpora=corpora(setup.corpora),
        template=aside,
    )
    return replace(report, alike=found)


def _linted(result: Result, name: str, setup: Setup, lang: str) -> Linted:
    title, document = result.report.title, result.report.document
    _, rules = setup.for_level(title.level)
    unjudged = {one.rule for one in result.not_assessed}
    return Linted(
        name=name,
        unit=title.unit,
        level=title.level,
        year=title.year,
        groups=tuple(sorted({rule.group for rule in rules if rule.id not in unjudged})),
        assessed=result.assessed,
        not_assessed=tuple((one.rule, one.reason.say(lang)) for one in result.not_assessed),
        findings=tuple(_told(one, document, lang) for one in result.findings),
        similarity=result.similarity or Similarity(),
        facts=_facts(result.report),
    )


def _told(one: Finding, document: Document, lang: str) -> Told:
    text = document[one.span]
    return Told(
        one.rule,
        one.group,
        one.severity,
        one.confidence,
        one.fingerprint,
        one.message.say(lang),
        text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…",
        one.section,
        where(document, one.span, lang),
        one.state,
    )


def _facts(report: Report) -> dict[str, int]:
    found = ((address, report.cells.get(address)) for address in _FACTS)
    return {
        address: int(cell.value)
        for address, cell in found
        if cell is not None and cell.value is not None and cell.value == int(cell.value)
    }


def _shown(result: Result, lang: str) -> bytes:
    """The text with marks, and the findings beside it."""
    report = result.report
    parts = ['<div class="columns"><article>']
    parts += marked_text(report.document, marks(result.findings, PREFIX), PREFIX)
    parts.append('</article><div><ol class="findings">')
    for number, finding in enumerate(result.findings, start=1):
        parts += entry(report, finding, number, PREFIX, lang)
    parts.append("</ol>")
    if report.document.unreadable:
        said = "；".join(escape(en if lang == "en" else zh) for zh, en in report.document.unreadable)
        parts.append(f'<p class="soft">{said}</p>')
    parts.append("</div></div>")
    return "\n".join(parts).encode("utf-8", "replace")
