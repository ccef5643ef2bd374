"""A report in a form that another has taken the place of: the labels of its tables, its headings."""

from collections.abc import Iterator

import msgspec

from linter.model.document import Span
from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Report

_TOO = Words("这里也是旧格式", "this is of the old form too")
_MOST_NOTES = 4


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`form`: the name of the old form of the tables; `until`: the last report year for which it held; `labels`:
    what only its tables print. `headings`: words of section headings from before any uniform form. `notices`: the
    documents that brought a form, each by the first report year for which it holds, in order. `place`: the
    section whose heading the hit stands on if no label is found."""

    form: str
    until: int
    labels: tuple[str, ...]
    notices: dict[int, str]
    headings: tuple[str, ...] = ()
    place: str = "disclosure"


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """One hit for all labels of the old form, one for all headings that are older still."""
    year = report.title.year
    if year is None:
        yield NotAssessed(Words("看不出是哪一年的报告", "the year of the report is unknown"))
        return
    if report.form is None:
        yield NotAssessed(
            Words("没有读到统计表，看不出是哪种格式", "no table was read that would show its form")
        )
    elif report.form == options.form and year > options.until:
        yield _hit(report, options, _labels(report, options) or [_place(report, options)])
    older = [
        one.heading
        for one in report.sections
        if one.level == 1 and any(word in report[one.title] for word in options.headings)
    ]
    if older and year >= min(options.notices):
        yield _hit(report, options, older)


def _labels(report: Report, options: Options) -> list[Span]:
    """Where the labels of the old form stand first, in reading order."""
    text = report.document.text
    body = next((one.body for one in report.sections if one.kind == options.place), Span(0, len(text)))
    found = ((text.find(label, body.start, body.end), len(label)) for label in options.labels)
    return sorted(Span(at, at + length) for at, length in found if at >= 0)


def _place(report: Report, options: Options) -> Span:
    section = report.section(options.place)
    return section.heading if section else report.title.span


def _hit(report: Report, options: Options, places: list[Span]) -> Hit:
    first, *others = places
    year = report.title.year or 0
    notice = [one for since, one in options.notices.items() if since <= year][-1]
    notes = tuple(Note(_TOO, one) for one in others[:_MOST_NOTES])
    return Hit(first, {"found": report[first], "year": year, "notice": notice}, notes)
