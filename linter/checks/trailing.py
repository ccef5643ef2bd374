"""Paragraphs before a heading, or at the end, that stop with a mark which says that more follows."""

from collections.abc import Iterator

import msgspec

from linter.language.marks import LINE_MARK
from linter.language.quotes import covered
from linter.model.document import Span, Table
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Report


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`marks`: marks after which more must follow. `ending`: what belongs in their place."""

    marks: tuple[str, ...] = ("；",)
    ending: str = "。"


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on the mark that closes a paragraph before the heading of a section or topic, a table or the end."""
    text = report.document.text
    ends = [
        part.span.end for part in report.prose if part.last and text.endswith(options.marks, 0, part.span.end)
    ]
    if not ends:
        return
    damaged = report.document.damaged
    follow = {one.span.start for one in report.sections if one.kind is not None}
    follow |= {block.span.start for block in report.document.blocks if isinstance(block, Table)}
    for end in ends:
        closes = end + 1 in follow or not LINE_MARK.match(text, end + 1)
        if closes and not covered(damaged, end - 1, end):
            span = Span(end - 1, end)
            values = {"ending": text[max(0, end - 12) : end], "mark": options.ending}
            yield Hit(span, values, fix=Fix(safe=True, edits=(Edit(span, options.ending),)))
