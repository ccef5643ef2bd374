"""Bracketed marks of headings and lists, （一） and （1）, whose brackets are not of one width throughout."""

from linter.language.late import late
from linter.model.document import Span
from linter.model.report import Report

_TABLED = ("disclosure", "requests", "disputes")
_MARK = late(r"([（(])\s*[一二三四五六七八九十\d]{1,3}\s*([)）])")


def uneven_marks(report: Report) -> tuple[Span, ...]:
    """The marks with a half-width bracket, in order, in a report that also writes them with full-width ones
    (or both in one mark); none where all are alike. Tables do not count."""
    text = report.document.text
    if "(" not in text and ")" not in text:
        return ()
    marks = {item.mark for one in report.lists if one.section not in _TABLED for item in one.items}
    found = [match for span in sorted(marks) if (match := _MARK.fullmatch(text, *span))]
    uneven = tuple(Span(*match.span()) for match in found if "(" in match[1] or ")" in match[2])
    half = [match for match in found if match[1] == "(" and match[2] == ")"]
    return () if len(half) == len(found) else uneven
