"""Headings on a line of their own that end in a stop."""

from collections.abc import Iterator

import msgspec

from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Report, Section


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`stops`: marks that do not stand behind a heading on a line of its own."""

    stops: str = "。．.；;：:，,、"


def check(report: Report, options: Options) -> Iterator[Hit]:
    """One hit for all sections and topics whose heading ends in a stop, on the first; its fix is for all. A
    heading that the text runs on behind needs its stop; of other headings one cannot tell whether they are items."""
    damaged = report.document.damaged
    found: list[tuple[Section, Span]] = []
    for one in report.sections:
        stop = None if one.run_in or one.kind is None else _stop(report, one, options.stops)
        if stop and not covered(damaged, stop.start, stop.end):
            found.append((one, stop))
    if found:
        first, stop = found[0]
        values = {
            "heading": report[first.title].rstrip(options.stops),
            "mark": report[stop],
            "count": len(found),
        }
        edits = tuple(Edit(span, "") for _, span in found)
        yield Hit(stop, values, fix=Fix(safe=True, edits=edits))


def _stop(report: Report, one: Section, stops: str) -> Span | None:
    """The stop that the heading of a section or topic ends in, where it stands on its own line above text."""
    text = report.document.text
    end = text.find("\n", one.title.start)
    start = end = len(text) if end < 0 else end
    if text[end - 1] not in stops or (one.level > 1 and not report[one.body].strip()):
        return None
    title = report[one.title]
    if "了" in title or "，" in title:  # 会议还研究了其他事项。: a sentence
        return None
    while start > one.title.start and text[start - 1] in stops:
        start -= 1
    return Span(start, end) if start < end else None
