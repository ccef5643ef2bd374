"""A result as bytes and back: all that reporters need, in plain values."""

from dataclasses import replace

import msgspec
from msgspec import structs

from linter.model.document import Block, Document, Fragment, Paragraph, Place, Span, Table
from linter.model.finding import Finding, Words
from linter.model.report import Report, Title
from linter.model.result import Result, Similarity, Unjudged
from linter.model.score import Score

_Offsets = tuple[int, ...]


class _StoredReport(msgspec.Struct, array_like=True):
    """`blocks`: start, end, style, and whether a table (ruled: 2, else 1) or none (0); `fragments`: start, end,
    source, length (-1: its own) one after the other; `places`: by number of a fragment."""

    path: str
    format: str
    encoding: str | None
    source: str
    lines: _Offsets
    text: str
    blocks: tuple[tuple[int, int, str | None, int], ...]
    fragments: _Offsets
    places: dict[int, Place]
    damaged: tuple[Span, ...]
    unreadable: tuple[tuple[str, str], ...]
    title: Title
    form: str | None
    names: tuple[str, ...]


class _Stored(msgspec.Struct, array_like=True):
    report: _StoredReport
    previous: _StoredReport | None
    findings: tuple[Finding, ...]
    score: Score
    assessed: int
    not_assessed: tuple[Unjudged, ...]
    profile: str
    similarity: Similarity
    remarks: tuple[Words, ...]


_DECODER = msgspec.msgpack.Decoder(_Stored)
_ENCODER = msgspec.msgpack.Encoder()


def packed(result: Result) -> bytes:
    """The result as bytes, without the name of its file."""
    previous = result.report.previous
    return _ENCODER.encode(
        _Stored(
            _report(result.report, ""),
            _report(previous, previous.document.path) if previous else None,
            result.findings,
            result.score,
            result.assessed,
            result.not_assessed,
            result.profile,
            result.similarity,
            result.remarks,
        )
    )


def unpacked(body: bytes) -> Result:
    """The result that was packed; msgspec.DecodeError if it is none."""
    kept = _DECODER.decode(body)
    report = _to_report(kept.report)
    if kept.previous:
        report = replace(report, previous=_to_report(kept.previous))
    return Result(
        report,
        kept.findings,
        kept.score,
        kept.assessed,
        kept.not_assessed,
        kept.profile,
        kept.similarity,
        kept.remarks,
    )


def _report(report: Report, path: str) -> _StoredReport:
    document = report.document
    return _StoredReport(
        path,
        document.format,
        document.encoding,
        document.source,
        document.lines,
        document.text,
        tuple([_block(one) for one in document.blocks]),
        tuple([number for one in document.fragments for number in _fragment(one)]),
        {number: one.place for number, one in enumerate(document.fragments) if one.place},
        document.damaged,
        document.unreadable,
        report.title,
        report.form,
        tuple(sorted(report.names)),
    )


def _to_report(kept: _StoredReport) -> Report:
    document = Document(
        path=kept.path,
        format=kept.format,
        encoding=kept.encoding,
        source=kept.source,
        lines=kept.lines,
        text=kept.text,
        blocks=tuple(_to_block(*one) for one in kept.blocks),
        fragments=_to_fragments(kept.fragments, kept.places),
        damaged=kept.damaged,
        unreadable=kept.unreadable,
    )
    return Report(document, kept.title, kept.form, None, (), (), (), (), names=frozenset(kept.names))


def _block(block: Block) -> tuple[int, int, str | None, int]:
    start, end = block.span
    if isinstance(block, Table):
        return start, end, None, 2 if block.ruled else 1
    return start, end, block.style, 0


def _to_block(start: int, end: int, style: str | None, table: int) -> Block:
    span = Span(start, end)
    return Table(span, (), table == 2) if table else Paragraph(span, style)


def _fragment(one: Fragment) -> tuple[int, int, int, int]:
    return (*one.span, one.source, -1 if one.length is None else one.length)


def _to_fragments(numbers: _Offsets, places: dict[int, Place]) -> tuple[Fragment, ...]:
    quarters = zip(*[iter(numbers)] * 4, strict=True)
    fragments = tuple(
        Fragment(Span(start, end), source, None, None if length < 0 else length)
        for start, end, source, length in quarters
    )
    if not places:
        return fragments
    return tuple(structs.replace(one, place=places.get(number)) for number, one in enumerate(fragments))
