"""Findings to edits: which fixes can be made at once, and the source after them."""

import re
from collections.abc import Iterable, Sequence

from linter.model.document import Document, Span, Table
from linter.model.finding import Edit, Finding
from linter.model.pieces import source_edits
from linter.model.report import Report

_QUOTED = re.compile(
    "|".join(rf"{one}[^{one}{end}\n]{{1,80}}{end}" for one, end in ("《》", "“”", "‘’", "「」", "『』"))
)


def fixable(report: Report, findings: Iterable[Finding], *, unsafe: bool) -> tuple[Finding, ...]:
    """The findings whose fixes can be made together, in reading order: safe ones (or all, if `unsafe`), none
    of which touches another, a table, a name or what stands in quotes. Accepted findings are left alone."""
    offered = [one for one in findings if one.state == "new" and one.fix and (one.fix.safe or unsafe)]
    guarded = _guarded(report) if offered else ()
    taken: list[Span] = []
    chosen = []
    for finding in sorted(offered, key=lambda one: one.span):
        spans = [edit.span for edit in finding.fix.edits] if finding.fix else []
        if any(_touches(span, other) for span in spans for other in (*guarded, *taken)):
            continue
        taken += spans
        chosen.append(finding)
    return tuple(chosen)


def apply_fixes(document: Document, findings: Iterable[Finding]) -> str:
    """The source after the fixes of `findings`, which must be `fixable` together."""
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    return apply_edits(document.source, [part for edit in edits for part in source_edits(document, edit)])


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """The text after `edits`, which are in its offsets and do not overlap."""
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _guarded(report: Report) -> tuple[Span, ...]:
    """What is never changed: statutory tables, names of the reporting body and its upper levels, and what is
    quoted, title of a document or words of another."""
    document = report.document
    tables = [block.span for block in document.blocks if isinstance(block, Table)]
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(document.text)]
    names = [
        Span(match.start(), match.end())
        for name in report.names
        for match in re.finditer(re.escape(name), document.text)
    ]
    return tuple(sorted([*tables, *quoted, *names]))


def _touches(span: Span, other: Span) -> bool:
    """Whether an edit of `span` changes `other` or the same place; one that only stands beside it does not."""
    if span.start == span.end or other.start == other.end:
        return span == other or other.start < span.start < other.end or span.start < other.start < span.end
    return span.overlaps(other)
