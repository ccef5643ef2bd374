"""Paragraphs that begin with a stop."""

from collections.abc import Iterator

import msgspec

from linter.language.quotes import covered
from linter.model.document import Paragraph, Span
from linter.model.finding import Hit
from linter.model.report import Report

_TITLE_END = "年度报告"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`stops`: marks with which no paragraph begins."""

    stops: tuple[str, ...] = ("，", "。", "、", "；", "：", "！", "？")


def anchors(options: Options) -> tuple[str, ...]:
    """A stop right behind a line break."""
    return tuple(f"\n{stop}" for stop in options.stops)


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each stop with which a paragraph of words begins. Behind a line that is a title, it may be the rest of
    a sentence that was wrapped right there (现公布…年度报告，内容…)."""
    text = report.document.text
    if not any(word in text for word in anchors(options)):
        return
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for block in report.document.blocks:
        span = Span(block.span.start, block.span.start + 1)
        starts = (
            isinstance(block, Paragraph)
            and len(block.span) > 1
            and text.startswith(options.stops, span.start)
            and not text.endswith(_TITLE_END, 0, max(0, span.start - 1))
        )
        if starts and text[span.end] not in options.stops and not covered(damaged, *span):
            yield Hit(span, {"found": text[span.start]})
