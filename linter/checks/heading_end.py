"""Headings on a line of their own that end in a stop."""

from collections.abc import Iterator

import msgspec

from linter.language.late import late
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Report, Section

_DIGIT = late(r"\d")
_ITEM = late(r"\s{0,8}(?:一是|第一|首先|1[.．、]|[（(]1[）)]|①)")
"""Below a line without a mark that ends in a colon: it leads to a list, 主动公开情况：一是…"""


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`stops`: marks that do not stand behind a heading on a line of its own. `words`: other headings than those of
    sections and topics that are no sentences (概述)."""

    stops: str = "。．.；;：:，,、"
    words: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit]:
    """One hit for all sections and topics whose heading ends in a stop, on the first; its fix is for all. A
    heading that the text runs on behind needs its stop; of other headings one cannot tell whether they are items,
    unless they stand beside one that is none."""
    damaged = report.document.damaged
    ended: list[tuple[int, Section, Span]] = []
    part = 0
    for one in report.sections:
        part += one.level == 1
        stop = None if one.run_in else _stop(report, one, options.stops)
        if stop and not covered(damaged, stop.start, stop.end):
            ended.append((part, one, stop))
    sure = {
        (part, one.level)
        for part, one, _ in ended
        if one.kind or report[one.title].rstrip(options.stops) in options.words
    }
    found = [(one, stop) for part, one, stop in ended if (part, one.level) in sure and _is_title(report, one)]
    if found:
        first, stop = found[0]
        values = {
            "heading": report[first.title].rstrip(options.stops),
            "mark": report[stop],
            "count": len(found),
        }
        edits = tuple(Edit(span, "") for _, span in found)
        yield Hit(stop, values, fix=Fix(safe=True, edits=edits))


def _is_title(report: Report, one: Section) -> bool:
    """Whether a heading counts nothing, as a sentence does that stands among headings: 公开信息36条。"""
    return one.kind is not None or not _DIGIT.search(report[one.title])


def _stop(report: Report, one: Section, stops: str) -> Span | None:
    """The stop that the heading of a section or topic ends in, where it stands on its own line above text."""
    text = report.document.text
    end = text.find("\n", one.title.start)
    start = end = len(text) if end < 0 else end
    if text[end - 1] not in stops or (one.level > 1 and not report[one.body].strip()):
        return None
    if one.mark is None and text[end - 1] in "：:" and _ITEM.match(text, end):
        return None
    title = report[one.title]
    if "了" in title or "，" in title:  # 会议还研究了其他事项。: a sentence
        return None
    while start > one.title.start and text[start - 1] in stops:
        start -= 1
    return Span(start, end) if start < end else None
