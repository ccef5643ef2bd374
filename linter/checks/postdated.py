"""Documents and events of a time in which the report should long have been public."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from linter.language.anchors import holding
from linter.language.citations import numbers
from linter.language.dates import dates
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Confidence, Hit, NotAssessed, Words
from linter.model.report import Report


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`plans`: words of a sentence that may well speak of a later time."""

    plans: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each number of a document and each date of a year later than the one after the report's."""
    own = report.title.year
    if own is None:
        yield NotAssessed(Words("标题里看不出是哪一年的报告", "the title does not say of which year it is"))
        return
    if not _later(own).search(report.document.text):
        return
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for hit in (*_documents(report, own), *_events(report, own, options)):
        if not covered(damaged, *hit.span):
            yield hit


def _years(own: int) -> range:
    """The years that are too late."""
    return range(own + 2, own + 8)


@lru_cache(maxsize=32)
def _later(own: int) -> re.Pattern[str]:
    """Finds a year that is too late."""
    return re.compile("|".join(map(str, _years(own))))


def _documents(report: Report, own: int) -> Iterator[Hit]:
    text = report.document.text
    for one in numbers(text):
        if one.year and one.year > own + 1:
            year = text.index(str(one.year), one.span.start)
            span = Span(year, one.span.end)
            yield _hit(
                report, span, own, Words(f"文件的年份是{one.year}年", f"the document is of {one.year}")
            )


def _events(report: Report, own: int, options: Options) -> Iterator[Hit]:
    years = tuple(f"{year}年" for year in _years(own))
    said = Words("说的是以后的事", "it lies in the future")
    for sentence in holding(report, years):
        text, start = report[sentence.span], sentence.span.start
        if any(word in text for word in options.plans):
            continue
        quotes = quoted(text)
        for one in dates(text):
            if one.year and one.year > own + 1 and not covered(quotes, *one.span):
                span = Span(start + one.span.start, start + one.span.end)
                yield _hit(report, span, own, said, "likely")


def _hit(report: Report, span: Span, own: int, fault: Words, confidence: Confidence | None = None) -> Hit:
    values = {"found": report[span], "year": own, "fault": fault}
    return Hit(span, values, severity="warning" if confidence else None, confidence=confidence)
