"""Findings as diagnostics."""

from collections.abc import Iterator
from pathlib import Path

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Location,
    Position,
    Range,
)

from linter.lsp.client import Client
from linter.lsp.lines import lines_of
from linter.lsp.linting import Linted
from linter.lsp.uris import uri_of
from linter.model.finding import Finding, Note, Severity
from linter.model.rule import Rule

SOURCE = "nianbao"
SEVERITIES: dict[Severity, DiagnosticSeverity] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "note": DiagnosticSeverity.Information,
}
_SUPERSEDED = frozenset(("superseded-form", "legal-basis"))
"""Rules about what was right once."""

NOWHERE = Range(Position(0, 0), Position(0, 0))


def diagnostics(linted: Linted, client: Client, lang: str) -> list[Diagnostic]:
    """What is to be shown of a text in the editor, in reading order."""
    return [_diagnostic(linted, one, client, lang) for one in linted.findings]


def _diagnostic(linted: Linted, finding: Finding, client: Client, lang: str) -> Diagnostic:
    rule = linted.rules.get(finding.rule)
    related = list(_related(linted, finding, lang)) if client.related else []
    return Diagnostic(
        range=linted.range(finding.span),
        message=finding.message.say(lang),
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=_page(rule) if client.links and rule else None,
        source=SOURCE,
        tags=_tags(finding, client),
        related_information=related or None,
        data={"fingerprint": finding.fingerprint},
    )


def _page(rule: Rule) -> CodeDescription | None:
    """The rule's file: title, reasons, examples."""
    return CodeDescription(uri_of(Path(rule.path))) if rule.path else None


def _tags(finding: Finding, client: Client) -> list[DiagnosticTag] | None:
    """What is superfluous as a whole is shown faded, what is no longer in force struck out."""
    edits = finding.fix.edits if finding.fix else ()
    superfluous = len(edits) == 1 and edits[0].text == "" and edits[0].span == finding.span
    tag = (
        DiagnosticTag.Deprecated
        if finding.rule in _SUPERSEDED
        else DiagnosticTag.Unnecessary
        if superfluous
        else None
    )
    return [tag] if tag is not None and tag.value in client.tags else None


def _related(linted: Linted, finding: Finding, lang: str) -> Iterator[DiagnosticRelatedInformation]:
    for note in finding.notes:
        place = _earlier(linted, note) if note.previous else Location(linted.of.uri, linted.range(note.span))
        if place:
            yield DiagnosticRelatedInformation(place, note.message.say(lang))


def _earlier(linted: Linted, note: Note) -> Location | None:
    """A place in last year's report; of a file that has no lines, the file."""
    previous = linted.result.report.previous
    if previous is None:
        return None
    document = previous.document
    uri = uri_of(Path(document.path))
    if document.place(note.span) is not None:
        return Location(uri, NOWHERE)
    lines = lines_of(document.source, linted.lines.encoding)
    return Location(uri, lines.range(document.source_span(note.span)))
