"""Workflow commands of GitHub Actions: each new finding as an annotation at its lines."""

from linter.model.finding import Finding
from linter.model.result import Result, Run
from linter.reporters.view import View
from linter.reporters.wording import BASIS, grounds

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(run: Run, view: View) -> bytes:
    """`::error file=…,line=…,col=…::message` per new finding; failures as errors of their file."""
    lines = [
        _annotation(result, finding, view.lang)
        for result in run.results
        for finding in result.findings
        if finding.state == "new"
    ]
    lines += [
        f"::error file={_property(one.path)},title={one.kind}::{_data(one.reason.say(view.lang))}"
        for one in run.failed
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _annotation(result: Result, finding: Finding, lang: str) -> str:
    document = result.report.document
    span = document.source_span(finding.span)
    (line, column), (end_line, end_column) = document.line_column(span.start), document.line_column(span.end)
    # Columns are inclusive there, and only shown where the annotation lies on one line.
    place = f"line={line},endLine={end_line}"
    if line == end_line:
        place += f",col={column},endColumn={max(end_column - 1, column)}"
    message = finding.message.say(lang)
    if finding.basis:
        message += f"\n{BASIS.say(lang)}: {grounds(finding.basis, lang)}"
    title = _property(f"nianbao {finding.rule}")
    return f"::{_COMMANDS[finding.severity]} file={_property(document.path)},{place},title={title}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
