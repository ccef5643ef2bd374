"""The parts of a report: symbols for the outline, and what can be folded."""

from collections.abc import Sequence

from lsprotocol.types import (
    DocumentSymbol,
    FoldingRange,
    Location,
    SymbolInformation,
    SymbolKind,
)

from linter.lsp.linting import Linted
from linter.model.document import Span, Table
from linter.model.report import Section

_KINDS = {1: SymbolKind.Module, 2: SymbolKind.Class}


def symbols(linted: Linted) -> list[DocumentSymbol]:
    """The report with its sections, topics and what lies below them."""
    report = linted.result.report
    whole = Span(report.title.span.start, max(len(report.document.text), report.title.span.end))
    inner = _nested(linted, list(report.sections))
    name = report[report.title.span].strip()
    if not name:
        return inner
    place, head = linted.range(whole), linted.range(report.title.span)
    return [DocumentSymbol(name, SymbolKind.File, place, head, children=inner)]


def flat_symbols(linted: Linted) -> list[SymbolInformation]:
    """The same for an editor that shows no tree."""
    report = linted.result.report
    return [
        SymbolInformation(Location(linted.of.uri, linted.range(one.span)), _name(linted, one), _kind(one))
        for one in report.sections
    ]


def folds(linted: Linted) -> list[FoldingRange]:
    """Sections and tables of more than a line."""
    report = linted.result.report
    tables = (block.span for block in report.document.blocks if isinstance(block, Table))
    spans = sorted({*(one.span for one in report.sections), *tables})
    ranges = [linted.range(one) for one in spans]
    lines = dict.fromkeys((one.start.line, _last(one.end.line, one.end.character)) for one in ranges)
    return [FoldingRange(first, last) for first, last in lines if last > first]


def _last(line: int, character: int) -> int:
    """The last line of which something belongs to it."""
    return line if character else line - 1


def _nested(linted: Linted, sections: Sequence[Section]) -> list[DocumentSymbol]:
    """Sections in reading order as a tree."""
    made: list[DocumentSymbol] = []
    at = 0
    while at < len(sections):
        one = sections[at]
        after = at + 1
        while after < len(sections) and sections[after].level > one.level:
            after += 1
        made.append(
            DocumentSymbol(
                _name(linted, one),
                _kind(one),
                linted.range(one.span),
                linted.range(one.heading),
                children=_nested(linted, sections[at + 1 : after]),
            )
        )
        at = after
    return made


def _name(linted: Linted, one: Section) -> str:
    said = linted.document[Span(one.heading.start, max(one.title.end, one.heading.start))].strip()
    return said or linted.document[one.heading].strip() or "—"


def _kind(one: Section) -> SymbolKind:
    return _KINDS.get(one.level, SymbolKind.Field)
