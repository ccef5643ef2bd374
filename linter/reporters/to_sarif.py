"""SARIF 2.1.0 (OASIS): for code scanning and for editors that read it."""

from typing import Any
from urllib.parse import quote

import msgspec

from linter.model.document import Document, Span
from linter.model.finding import Finding, Fix, Note
from linter.model.pieces import source_edits
from linter.model.report import Report
from linter.model.result import Failed, Result, Run
from linter.model.rule import Rule
from linter.reporters.view import View
from linter.reporters.wording import advice, grounds

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "nianbao/v1"


def render(run: Run, view: View) -> bytes:
    """One run; baselined findings are `unchanged`, suppressed ones carry their suppression."""
    numbers = {rule.id: number for number, rule in enumerate(run.rules)}
    value = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(run, view.lang)},
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": not run.failed,
                        "toolExecutionNotifications": [_notification(one, view.lang) for one in run.failed],
                    }
                ],
                "results": [
                    _result(one, finding, numbers, run, view.lang)
                    for one in run.results
                    for finding in one.findings
                ],
            }
        ],
    }
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def _driver(run: Run, lang: str) -> dict[str, Any]:
    return {
        "name": "nianbao",
        "version": run.tool.version,
        "properties": {"rules": run.tool.rules},
        "rules": [_rule(one, lang) for one in run.rules],
    }


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    why, basis = rule.why.say(lang), grounds(rule.basis, lang)
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title.say(lang)},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\n{basis}" if basis else why},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"group": rule.group, "confidence": rule.confidence},
    }


def _notification(failed: Failed, lang: str) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": failed.reason.say(lang)},
        "descriptor": {"id": failed.kind},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(failed.path)}}}],
    }


def _result(result: Result, finding: Finding, numbers: dict[str, int], run: Run, lang: str) -> dict[str, Any]:
    report = result.report
    value: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": finding.message.say(lang)},
        "locations": [_location(report.document, finding.span)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": {
            "confidence": finding.confidence,
            "basis": grounds(finding.basis, lang),
            "section": finding.section,
        },
    }
    if finding.rule in numbers:
        value["ruleIndex"] = numbers[finding.rule]
    if finding.notes:
        value["relatedLocations"] = [_related(report, n, note, lang) for n, note in enumerate(finding.notes)]
    if finding.fix:
        value["fixes"] = [_fix(report.document, finding.fix, lang)]
    if run.baseline:
        value["baselineState"] = "unchanged" if finding.state == "baselined" else "new"
    if finding.state == "suppressed":
        value["suppressions"] = [_suppression(finding)]
    return value


def _suppression(finding: Finding) -> dict[str, Any]:
    said = finding.suppression
    value: dict[str, Any] = {
        "kind": "inSource" if said and said.where == "comment" else "external",
        "status": "accepted",
    }
    if said and said.reason:
        value["justification"] = said.reason
    return value


def _related(report: Report, number: int, note: Note, lang: str) -> dict[str, Any]:
    place = report.previous if note.previous and report.previous else report
    return {"id": number, "message": {"text": note.message.say(lang)}, **_location(place.document, note.span)}


def _location(document: Document, span: Span) -> dict[str, Any]:
    source = document.source_span(span)
    region = _region(document, source)
    region["snippet"] = {"text": document.source[source.start : source.end]}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(document.path)}, "region": region}}


def _region(document: Document, source: Span) -> dict[str, Any]:
    (line, column), (end_line, end_column) = (
        document.line_column(source.start),
        document.line_column(source.end),
    )
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": source.start,
        "charLength": len(source),
    }


def _fix(document: Document, fix: Fix, lang: str) -> dict[str, Any]:
    parts = [part for edit in fix.edits for part in source_edits(document, edit)]
    replacements = [
        {"deletedRegion": _region(document, one.span), "insertedContent": {"text": one.text}} for one in parts
    ]
    return {
        "description": {"text": advice(document, fix, lang)},
        "artifactChanges": [{"artifactLocation": {"uri": _uri(document.path)}, "replacements": replacements}],
        "properties": {"safe": fix.safe},
    }


def _uri(path: str) -> str:
    """The path as a relative reference; an absolute one as a file's address."""
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)
