"""GitLab's code quality report: a list of issues."""

from hashlib import sha256
from typing import Any

import msgspec

from linter.model.finding import Finding
from linter.model.result import Result, Run
from linter.reporters.view import View

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(run: Run, view: View) -> bytes:
    """New findings, and files that could not be checked as blockers. Fingerprints differ from file to file."""
    issues = [
        _issue(result, finding, view.lang)
        for result in run.results
        for finding in result.findings
        if finding.state == "new"
    ]
    issues += [
        {
            "description": one.reason.say(view.lang),
            "check_name": one.kind,
            "fingerprint": _fingerprint(one.path, one.kind),
            "severity": "blocker",
            "location": {"path": one.path, "lines": {"begin": 1}},
        }
        for one in run.failed
    ]
    return msgspec.json.format(msgspec.json.encode(issues), indent=2) + b"\n"


def _issue(result: Result, finding: Finding, lang: str) -> dict[str, Any]:
    document = result.report.document
    span = document.source_span(finding.span)
    return {
        "description": finding.message.say(lang),
        "check_name": finding.rule,
        "fingerprint": _fingerprint(document.path, finding.fingerprint),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": document.path,
            "lines": {"begin": document.line_column(span.start)[0], "end": document.line_column(span.end)[0]},
        },
    }


def _fingerprint(path: str, rest: str) -> str:
    return sha256(f"{path}\0{rest}".encode()).hexdigest()
