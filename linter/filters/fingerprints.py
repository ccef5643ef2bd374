"""What a finding is known by from one run to the next, so that a baseline can accept it."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from linter.model.document import Span
from linter.model.finding import Finding
from linter.model.report import Report

_AROUND = 12
"""Characters on either side, white space not counted."""

_REACH = 64
"""How far to look for them: what is further off is white space."""


def fingerprints(findings: Iterable[Finding], report: Report) -> tuple[Finding, ...]:
    """The findings with their fingerprints: SHA-256 of rule, section title, excerpt and what stands around
    it, white space folded away. Text elsewhere, page breaks and wraps do not change it. Only findings that
    are alike in all of that are told apart by their number."""
    seen: dict[str, int] = {}
    marked = []
    for one in findings:
        basis = "\x00".join((one.rule, _section_title(report, one.span), *_excerpt(report, one.span)))
        tied = seen.get(basis, 0)
        seen[basis] = tied + 1
        text = f"{basis}\x00{tied}" if tied else basis
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        marked.append(replace(one, fingerprint=f"sha256:{digest}"))
    return tuple(marked)


def _section_title(report: Report, span: Span) -> str:
    """The words of the nearest heading above, without its number: renumbering is no new fault."""
    above = report.section_at(span.start)
    return _folded(report[above[-1].title]) if above else ""


def _excerpt(report: Report, span: Span) -> tuple[str, str, str]:
    text = report.document.text
    before = _folded(text[max(0, span.start - _REACH) : span.start])[-_AROUND:]
    after = _folded(text[span.end : span.end + _REACH])[:_AROUND]
    return before, _folded(text[span.start : span.end]), after


def _folded(text: str) -> str:
    return "".join(text.split())
