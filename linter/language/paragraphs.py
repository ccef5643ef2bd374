"""The paragraphs of a report that hold a heading or running text, whole: what its sentences were cut from."""

from bisect import bisect_right
from collections.abc import Iterator

from linter.model.document import Span
from linter.model.report import Report, SectionKind


def paragraphs(report: Report) -> Iterator[tuple[Span, SectionKind | None]]:
    """Each with the section it stands in, in order. Tables, captions, contact lines and signatures are none."""
    blocks = report.document.blocks
    starts = [block.span.start for block in blocks]
    last = -1
    for sentence in report.sentences:
        number = bisect_right(starts, sentence.span.start) - 1
        if number > last:
            last = number
            yield blocks[number].span, sentence.section
