"""The ranking as a workbook: every number of `ranking.json`, to be sorted and added up."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from linter.batch.pages.about import About
from linter.batch.pages.alike import matrix_units, shares
from linter.batch.pages.frequent import frequent, lost_to
from linter.batch.pages.wording import say
from linter.batch.standing import County
from linter.language.names import GROUP, SEVERITY

_MADE = datetime(2021, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The same reports give the same bytes, whenever."""

_MATRIX = 200
_ROWS = 1_048_000
"""A sheet holds no more."""

Row = Sequence[Any]


def write(county: County, about: About, path: Path, *, whole: bool = False) -> None:
    """Write the workbook. `whole`: of all counties, of which each has its details in a workbook of its own. OSError
    if that cannot be done."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties({"title": county.name, "created": _MADE})
    _summary(book, county, about)
    for sheet in () if whole else (_deductions, _findings, _checks, _alike):
        sheet(book, county, about)
    _frequent(book, county, about)
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(0, str(error)) from None


def _summary(book: Any, county: County, about: About) -> None:
    """The ranking, with bars, and a chart of it."""
    lang = about.lang
    heads = [say(name, lang) for name in ("place", "unit", "level", "score", "grade")]
    heads += [f"{say('interval', lang)} {end}" for end in ("↓", "↑")]
    heads += [say(name, lang) for name in ("errors", "warnings", "notes")]
    heads += [GROUP[name].say(lang) if name in GROUP else name for name in about.groups]
    heads += [say(name, lang) for name in ("last", "change", "file")]
    rows = []
    for one in county.ranking:
        severities = [finding.severity for finding in one.report.findings]
        counts = [severities.count(name) for name in ("error", "warning", "note")]
        earned = {part.group: part.earned for part in one.score.parts}
        moved = None if one.last is None else round(one.score.total - one.last, 1)
        rows.append(
            (
                one.place,
                one.unit,
                one.report.level,
                one.score.total,
                one.score.grade,
                *one.interval,
                *counts,
                *(earned.get(name) for name in about.groups),
                one.last,
                moved,
                one.report.name,
            )
        )
    name = say("summary", lang)
    sheet = _sheet(book, name, heads, rows, {1: 26, len(heads) - 1: 50})
    if rows:
        bars = {
            "type": "data_bar",
            "bar_color": "#5B9BD5",
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": 100,
        }
        sheet.conditional_format(1, 3, len(rows), 3, bars)
        chart = book.add_chart({"type": "bar"})
        last = min(len(rows), 60)
        chart.add_series(
            {
                "name": say("score", lang),
                "categories": [name, 1, 1, last, 1],
                "values": [name, 1, 3, last, 3],
                "data_labels": {"value": True},
            }
        )
        chart.set_title({"name": say("ranking", lang)})
        chart.set_y_axis({"reverse": True})
        chart.set_legend({"none": True})
        chart.set_size({"width": 720, "height": 160 + 22 * last})
        sheet.insert_chart(1, len(heads) + 1, chart)


def _deductions(book: Any, county: County, about: About) -> None:
    """Every point lost, with the finding it was lost to; they add up to what the groups have lost."""
    lang = about.lang
    heads = [
        say(n, lang)
        for n in ("place", "unit", "category", "rule", "message", "where", "points", "fingerprint")
    ]
    rows = []
    for one in county.ranking:
        known = {finding.fingerprint: finding for finding in one.report.findings}
        for part in one.score.parts:
            group = GROUP[part.group].say(lang) if part.group in GROUP else part.group
            for lost in part.deductions:
                found = known[lost.fingerprint]
                rows.append(
                    (
                        one.place,
                        one.unit,
                        group,
                        found.rule,
                        found.message,
                        found.where,
                        lost.points,
                        lost.fingerprint,
                    )
                )
    _sheet(book, say("detail", lang), heads, rows, {1: 26, 3: 24, 4: 60, 7: 20})


def _findings(book: Any, county: County, about: About) -> None:
    """Every finding, also those that cost nothing."""
    lang = about.lang
    names = (
        "place",
        "unit",
        "level",
        "severity",
        "category",
        "rule",
        "message",
        "text",
        "section",
        "where",
        "points",
        "file",
    )
    rows = []
    for one in county.ranking:
        spent = lost_to(one)
        for found in one.report.findings:
            rows.append(
                (
                    one.place,
                    one.unit,
                    one.report.level,
                    SEVERITY[found.severity].say(lang),
                    GROUP[found.group].say(lang) if found.group in GROUP else found.group,
                    found.rule,
                    found.message,
                    found.text,
                    found.section,
                    found.where,
                    spent.get(found.fingerprint, 0.0),
                    one.report.name,
                )
            )
    _sheet(
        book,
        say("findings", lang),
        [say(one, lang) for one in names],
        rows,
        {1: 26, 5: 24, 6: 60, 7: 40, 8: 30, 11: 40},
    )


def _checks(book: Any, county: County, about: About) -> None:
    """By unit, whether the arithmetic holds: each rule on tables and numbers."""
    lang, rules = about.lang, about.checked
    heads = [say("unit", lang), *(about.title(rule) for rule in rules)]
    rows = []
    for one in county.ranking:
        broken = {finding.rule for finding in one.report.findings}
        unjudged = {rule for rule, _ in one.report.not_assessed}
        states = ("not-ok" if rule in broken else "unjudged" if rule in unjudged else "ok" for rule in rules)
        rows.append((one.unit, *(say(state, lang) for state in states)))
    _sheet(book, say("checks", lang), heads, rows, {0: 26})


def _alike(book: Any, county: County, about: About) -> None:
    """How much of the row's report stands in the column's."""
    units, known = matrix_units(county)[:_MATRIX], shares(county)
    names = [county.ranking[n].unit for n in units]
    rows = [
        (county.ranking[n].unit, *(known.get((n, other), (None, None))[0] for other in units)) for n in units
    ]
    sheet = _sheet(book, say("alike-sheet", about.lang), [say("unit", about.lang), *names], rows, {0: 26})
    if rows:
        sheet.set_column(1, len(units), 10, book.add_format({"num_format": "0%"}))
        sheet.conditional_format(
            1,
            1,
            len(rows),
            len(units),
            {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#9CC3E2"},
        )


def _frequent(book: Any, county: County, about: About) -> None:
    lang = about.lang
    names = ("rule", "message", "category", "units", "times", "lost", "example")
    rows = [
        (
            one.rule,
            about.title(one.rule),
            GROUP[one.group].say(lang) if one.group in GROUP else one.group,
            one.units,
            one.times,
            one.lost,
            f"{one.unit.unit}：{one.example.message}",
        )
        for one in frequent(county.ranking)
    ]
    _sheet(book, say("frequent-sheet", lang), [say(one, lang) for one in names], rows, {0: 24, 1: 40, 6: 70})


def _sheet(book: Any, name: str, heads: Sequence[str], rows: Iterable[Row], wide: dict[int, int]) -> Any:
    """A sheet with a frozen head and filters."""
    sheet = book.add_worksheet(name)
    sheet.write_row(0, 0, heads, book.add_format({"bold": True, "bg_color": "#E3E8EC", "text_wrap": True}))
    count = 0
    for count, row in enumerate(rows, start=1):
        if count > _ROWS:
            break
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(count, column, value)
            elif value is not None:
                sheet.write_number(count, column, value)
    sheet.freeze_panes(1, 2 if len(heads) > 5 else 1)
    sheet.autofilter(0, 0, max(count, 1), len(heads) - 1)
    for column, width in wide.items():
        sheet.set_column(column, column, width)
    return sheet
