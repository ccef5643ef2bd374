"""Bracketed marks of which some have half-width brackets and some full-width ones."""

from collections.abc import Iterator

import msgspec

from linter.language.bracketed import uneven_marks
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Report

_WIDE = str.maketrans("()", "（）")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """None: the marks are those of the report's lists and headings."""


def anchors(_options: Options) -> tuple[str, ...]:
    """A half-width bracket."""
    return ("(", ")")


def check(report: Report, _options: Options) -> Iterator[Hit]:
    """One hit, on the first mark with a half-width bracket; the fix is for all of them."""
    damaged = report.document.damaged
    marks = [one for one in uneven_marks(report) if not covered(damaged, *one)]
    if not marks:
        return
    found = report[marks[0]]
    values = {"found": found, "right": found.translate(_WIDE), "count": len(marks)}
    ends = [at for one in marks for at in (one.start, one.end - 1) if report.document.text[at] in "()"]
    edits = tuple(Edit(Span(at, at + 1), report.document.text[at].translate(_WIDE)) for at in ends)
    yield Hit(marks[0], values, fix=Fix(safe=True, edits=edits))
