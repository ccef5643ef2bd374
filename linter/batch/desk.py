"""What a worker does with one file at a time: read it, lint it, or set two of them side by side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from html import escape
from pathlib import Path

import msgspec

from linter.batch.outcome import FileTask, Linted, LintTask, Lost, PairTask, Read, Told, encode
from linter.compare import compare, to_html
from linter.language.names import where
from linter.language.signature import signature
from linter.model.alike import Similarity
from linter.model.document import Document
from linter.model.errors import UnreadableReport
from linter.model.finding import Finding
from linter.model.report import Report
from linter.model.result import Result
from linter.pipeline.one import failure, lint_read, recognised
from linter.pipeline.originality import corpora
from linter.pipeline.setup import Setup, Setups
from linter.readers import load, read_bytes
from linter.reporters.marked_text import marked_text, marks
from linter.reporters.to_html import entry
from linter.similarity.attribution import attribute
from linter.similarity.records import record

PREFIX = "r"
"""What anchors of a report's page begin with."""

_LONGEST = 60
_FACTS = ("t3.new.total", "t3.carried.total", "t3.handled.total", "t3.next.total")


@dataclass(frozen=True, slots=True)
class Desk:
    """What a worker needs beside the paths: the setups, without weights; the language; whether results of earlier
    runs may be used and kept."""

    setups: Setups
    lang: str
    cache: bool

    def key(self, name: str) -> str:
        """What the outcome for that file depends on beside its content."""
        return f"{self.setups.of(name).key}:{self.lang}"


Done = tuple[bytes, bytes]
"""The outcome (see `outcome`), and HTML that belongs to it; empty where there is none."""

Step = Callable[[bytes, bytes, Desk], Done]
"""Takes the task, the content of its first file, and the desk. Raises UnreadableReport."""


def read_one(task: bytes, data: bytes, desk: Desk) -> Done:
    """The report as it is compared with others."""
    file = msgspec.msgpack.decode(task, type=FileTask)
    document, setup = _document(file.name, file.path, data, desk)
    report = recognised(document, setup)
    title, date = report.title, signature(document).date
    signed = f"{date.year or 0:04}-{date.month or 0:02}-{date.day or 0:02}" if date else ""
    sums = sha256(data).hexdigest()
    made = Read(file.name, sums, title.unit, title.level, title.parents, title.year, signed, record(report))
    return encode(made), b""


def lint_one(task: bytes, data: bytes, desk: Desk) -> Done:
    """What is wrong with the report, and its text with marks and findings as HTML."""
    file = msgspec.msgpack.decode(task, type=LintTask)
    document, setup = _document(file.name, file.path, data, desk)
    result = lint_read(document, setup, liken=partial(_liken, file=file, setup=setup))
    return encode(_linted(result, file.name, setup, desk.lang)), _shown(result, desk.lang)


def pair_one(task: bytes, data: bytes, desk: Desk) -> Done:
    """Two reports side by side as an HTML page."""
    pair = msgspec.msgpack.decode(task, type=PairTask)
    a = recognised(*_document(*pair.a, data, desk))
    b = recognised(*_document(*pair.b, load(Path(pair.b[1])), desk))
    found = compare(a, b, corpora(desk.setups.of(pair.a[0]).corpora))
    return encode(pair.page), to_html.render(found, desk.lang)


STEPS: Mapping[str, Step] = {"lint": lint_one, "pair": pair_one, "read": read_one}


def lost(name: str, error: UnreadableReport, data: bytes | None) -> bytes:
    """The outcome for a file that cannot be read."""
    failed = failure(name, error)
    known = sha256(data).hexdigest() if data is not None else ""
    return encode(Lost(name, failed.kind, failed.reason.zh, failed.reason.en, known))


def _document(name: str, path: str, data: bytes, desk: Desk) -> tuple[Document, Setup]:
    setup = desk.setups.of(name)
    return replace(read_bytes(Path(path), data, setup.encoding), path=name), setup


def _liken(report: Report, file: LintTask, setup: Setup) -> Report:
    """The report with what it shares with its neighbours, its own last year, and stock phrases."""
    own = report.previous
    previous = record(own) if own else None
    found = attribute(
        record(report),
        previous=previous,
        peers=file.peers,
        corpora=corpora(setup.corpora),
        template=file.aside,
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
