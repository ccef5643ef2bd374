"""`nianbao-check/1`: all that was found, for programs. Its shape is a promise; our types may change."""

from typing import Any

import msgspec

from linter.model.document import Document, Span
from linter.model.finding import Finding, Fix, Note
from linter.model.pieces import source_edits
from linter.model.report import Report
from linter.model.result import Failed, Result, Run
from linter.model.score import Score
from linter.reporters.view import View


def render(run: Run, view: View) -> bytes:
    """One object, indented by two; the same run gives the same bytes."""
    value = {
        "schema": "nianbao-check/1",
        "tool": {
            "name": "nianbao",
            "version": run.tool.version,
            "rules": run.tool.rules,
            "profile": _profile(run),
        },
        # Each is made into bytes at once: thousands of them would fill the memory as values.
        "reports": [msgspec.Raw(msgspec.json.encode(_report(one, view.lang))) for one in run.results],
        "failed": [_failed(one, view.lang) for one in run.failed],
    }
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def _profile(run: Run) -> str | None:
    """The profile asked for, or the one that all reports were scored by; None if they differ."""
    used = {one.profile for one in run.results}
    return run.tool.profile or (used.pop() if len(used) == 1 else None)


def _report(result: Result, lang: str) -> dict[str, Any]:
    report = result.report
    document, title = report.document, report.title
    alike = result.similarity
    return {
        "path": document.path,
        "format": document.format,
        "encoding": document.encoding,
        "unit": title.unit,
        "level": title.level,
        "year": title.year,
        "form": report.form,
        "score": score_value(result.score),
        "similarity": {
            "boilerplate": alike.boilerplate,
            "previous": alike.previous,
            "largest_unit": alike.largest_unit,
            "any_unit": alike.any_unit,
            "residual": alike.residual,
            "compared_chars": alike.compared_chars,
        },
        "assessed": {
            "rules": result.assessed,
            "not_assessed": [
                {"rule": one.rule, "reason": one.reason.say(lang)} for one in result.not_assessed
            ],
        },
        "findings": [finding_value(report, one, lang) for one in result.findings],
    }


def score_value(score: Score) -> dict[str, Any]:
    """A score as `nianbao-check/1` has it. Total and grade are null where no group could be assessed."""
    return {
        "total": score.total if score.parts else None,
        "grade": score.grade if score.parts else None,
        "parts": [
            {
                "group": part.group,
                "weight": _plain(part.weight),
                "earned": part.earned,
                "deductions": [
                    {"fingerprint": one.fingerprint, "points": one.points} for one in part.deductions
                ],
            }
            for part in score.parts
        ],
    }


def _plain(weight: float) -> float:
    """15 rather than 15.0."""
    return int(weight) if weight == int(weight) else weight


def finding_value(report: Report, finding: Finding, lang: str) -> dict[str, Any]:
    """A finding as `nianbao-check/1` has it."""
    document = report.document
    span = document.source_span(finding.span)
    return {
        "rule": finding.rule,
        "group": finding.group,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message.say(lang),
        "why": finding.why.say(lang),
        "basis": [{"document": one.document, "article": one.article} for one in finding.basis],
        "span": _span(span),
        "start": _position(document, span.start),
        "end": _position(document, span.end),
        "place": _place(document, finding.span),
        "text": document[finding.span],
        "section": finding.section,
        "notes": [_note(report, one, lang) for one in finding.notes],
        "fix": _fix(document, finding.fix),
        "fingerprint": finding.fingerprint,
        "state": finding.state,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _position(document: Document, source_offset: int) -> dict[str, int]:
    line, column = document.line_column(source_offset)
    return {"line": line, "column": column}


def _place(document: Document, span: Span) -> dict[str, Any]:
    place = document.place(span)
    if place is None:
        return {"page": None, "box": None, "paragraph": None, "cell": None}
    return {"page": place.page, "box": place.box, "paragraph": place.paragraph, "cell": place.cell}


def _note(report: Report, note: Note, lang: str) -> dict[str, Any]:
    if not (note.previous and report.previous):
        return {"message": note.message.say(lang), "span": _span(report.document.source_span(note.span))}
    document = report.previous.document
    return {
        "message": note.message.say(lang),
        "span": _span(document.source_span(note.span)),
        "path": document.path,
    }


def _fix(document: Document, fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [part for one in fix.edits for part in source_edits(document, one)]
    return {"safe": fix.safe, "edits": [{"span": _span(one.span), "text": one.text} for one in edits]}


def _failed(failed: Failed, lang: str) -> dict[str, str]:
    return {"path": failed.path, "reason": failed.reason.say(lang), "kind": failed.kind}
