"""Composed texts through the linter as a file goes through it, and what it finds in terms of the source."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from linter.pipeline import Setup, lint, prepare
from linter.readers.folders import File
from linter.rulebook import load_rules


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A finding: `start` and `end` count in the text of the file, `text` is what stands there, wraps undone."""

    start: int
    end: int
    rule: str
    severity: str
    text: str


@cache
def setup() -> Setup:
    """The setup of a run with all rules that ship, made once."""
    return prepare(load_rules())


def found(content: str | bytes) -> tuple[Found, ...]:
    """All findings in the content of a text file, in order."""
    data = content.encode() if isinstance(content, str) else content
    result = lint(File("report.txt", Path("report.txt"), data), setup())
    document = result.report.document
    spans = [(document.source_span(one.span), one) for one in result.findings]
    return tuple(
        sorted(Found(span.start, span.end, one.rule, one.severity, document[one.span]) for span, one in spans)
    )


def faults(findings: Sequence[Found]) -> tuple[Found, ...]:
    """The errors and warnings among them."""
    return tuple(one for one in findings if one.severity != "note")


def words(findings: Sequence[Found]) -> tuple[tuple[str, str], ...]:
    """Rule and text of each, for comparing the same report in another dress."""
    return tuple((one.rule, one.text) for one in findings)
