"""`nianbao-compare/1`: what two reports share, for programs. Its shape is a promise; our types may change."""

from typing import Any

import msgspec

from linter import __version__
from linter.compare.comparison import Comparison, Shared
from linter.model.alike import Similarity
from linter.model.document import Document, Span
from linter.model.report import Report


def render(one: Comparison, lang: str) -> bytes:  # noqa: ARG001  (programs speak no language)
    """One object, indented by two; the same reports give the same bytes."""
    value = {
        "schema": "nianbao-compare/1",
        "tool": {"name": "nianbao", "version": __version__},
        "a": _report(one.a),
        "b": _report(one.b),
        "shared": {"a": one.shared_a, "b": one.shared_b},
        "similarity": {"a": _similarity(one.similarity_a), "b": _similarity(one.similarity_b)},
        "nearest": [
            {
                "unit": near.source.unit,
                "year": near.source.year,
                "path": near.source.path,
                "cosine": near.cosine,
            }
            for near in one.near
        ],
        "matches": [_match(one, match) for match in one.matches],
    }
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def _report(report: Report) -> dict[str, Any]:
    title = report.title
    return {"path": report.document.path, "unit": title.unit, "level": title.level, "year": title.year}


def _similarity(one: Similarity) -> dict[str, Any]:
    return {
        "boilerplate": one.boilerplate,
        "previous": one.previous,
        "largest_unit": one.largest_unit,
        "any_unit": one.any_unit,
        "residual": one.residual,
        "compared_chars": one.compared_chars,
    }


def _match(one: Comparison, match: Shared) -> dict[str, Any]:
    a, b = match.a, match.b
    return {
        "a": _span(one.a.document, a),
        "b": _span(one.b.document, b),
        "kind": match.kind,
        "chars": match.chars,
        "text": {"a": one.a[a], "b": one.b[b]},
        "changes": [
            {
                "a": _span(one.a.document, Span(a.start + change.start, a.start + change.end)),
                "b": _span(one.b.document, Span(b.start + change.other_start, b.start + change.other_end)),
                "from": one.a[a][change.start : change.end],
                "to": one.b[b][change.other_start : change.other_end],
            }
            for change in match.changes
        ],
    }


def _span(document: Document, span: Span) -> dict[str, int]:
    found = document.source_span(span)
    return {"start": found.start, "end": found.end}
