"""Constructions that begin in one way and end in another, too far apart for a clause: 包括……等六个部分组成."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from linter.language import expressions
from linter.language.anchors import spans_holding
from linter.language.expressions import compiled
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Severity, Words
from linter.model.report import Report


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`find`: a regular expression, looked for in a sentence; its group `opening` is how the construction begins,
    `closing` how it ends. `right`: what to put in the place of the opening.
    `having`: words one of which stands in the sentence; `unless`: expressions for what makes it right. Neither
    opening nor closing stands in 《》 “” ‘’; what is between may. `severity`: if not the rule's own."""

    find: str
    right: str
    having: tuple[str, ...]
    unless: tuple[str, ...] = ()
    severity: Severity | None = None


def objection(frames: Sequence[Frame]) -> Words | None:
    """Why one of the frames cannot be used."""
    for one in frames:
        if not one.having or not all(one.having):
            return Words("having 里至少要有一个词", "having needs at least one word")
        for expression in (one.find, *one.unless):
            if reason := expressions.objection(expression):
                return reason
        if not {"opening", "closing"} <= set(compiled(one.find).groupindex):
            return Words("find 里要有 opening 和 closing 两个组", "find needs the groups opening and closing")
    return None


def framed(report: Report, frames: Sequence[Frame]) -> Iterator[Hit]:
    """A hit on each such construction: `found` (how it begins and ends), `right` and `advice` for the message."""
    for one in frames:
        for span in spans_holding(report, one.having):
            text = report[span]
            found = tuple(compiled(one.find).finditer(text))
            if not found or any(compiled(expression).search(text) for expression in one.unless):
                continue
            quotes = quoted(text)
            for match in found:
                (low, high), (least, most) = match.span("opening"), match.span("closing")
                if not covered(quotes, low, high) and not covered(quotes, least, most):
                    yield _hit(span.start, match, one)


def _hit(offset: int, match: re.Match[str], frame: Frame) -> Hit:
    opening, closing, right = match["opening"], match["closing"], frame.right
    start = offset + match.start("opening")
    advice = Words(f"“{opening}”宜改为“{right}”", f"write “{right}” for “{opening}”")
    values = {"found": f"{opening}……{closing}", "right": right, "advice": advice}
    fix = Fix(False, (Edit(Span(start, start + len(opening)), right),))
    return Hit(Span(start, offset + match.end("closing")), values, fix=fix, severity=frame.severity)
