"""Who and when under a report: a signature of another body, a date that cannot be."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from linter.language.dates import Date
from linter.language.late import late
from linter.language.places import own_places, places
from linter.language.quotes import covered
from linter.language.signature import signature
from linter.model.document import Span
from linter.model.finding import Hit, Words
from linter.model.report import Report, Title

_BODY = late(
    r"(?:人民政府|政府)?(?:(?:党政|党政综合|综合|行政)?办公室|街道办事处|办事处|管理委员会|管委会|人民政府|政府)?(?:[（(]盖?章[)）])?$"
)
_TOWNSHIPS = frozenset(("乡", "民族乡", "镇", "街道"))


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`of`: judge the body that signs, or the date."""

    of: Literal["unit", "date"]


def check(report: Report, options: Options) -> Iterator[Hit]:
    """At most one hit, on the name or the date at the end of the report."""
    found = signature(report.document)
    damaged = report.document.damaged
    if options.of == "unit" and found.unit and not covered(damaged, *found.unit):
        yield from _of_another(report, found.unit)
    if options.of == "date" and found.date and not covered(damaged, *found.date.span):
        yield from _out_of_time(report, found.date)


def _of_another(report: Report, span: Span) -> Iterator[Hit]:
    unit = report.title.unit
    name = "".join(report[span].split())
    if unit and not _is_own(name, unit, report):
        yield Hit(span, {"found": report[span], "unit": unit})


def _is_own(name: str, unit: str, report: Report) -> bool:
    """Whether the report's unit may sign by that name; true too for what cannot be told."""
    title, short = report.title, _short(name, report.title)
    if unit in name or name in report.names or not short or _abbreviates(short, _short(unit, title)):
        return True
    own, signed = own_places(title), tuple(places(name))
    match title.level:
        case "部门":
            return not (name.endswith("局") and unit.endswith("局"))
        case level if level in _TOWNSHIPS and own:
            town = next((one for one in signed if one.kind == "township"), None)
            return town is None or name[slice(*town.span)] in unit
        case "县":
            return not any(one.kind == "county" and not any(map(one.may_be, own)) for one in signed)
        case _:
            return True


def _short(name: str, title: Title) -> str:
    """A name without those above it and without 人民政府, 办公室."""
    for parent in title.parents:
        name = name.removeprefix(parent)
    return _BODY.sub("", name)


def _abbreviates(short: str, full: str) -> bool:
    """Whether one has all characters of the other in their order: 教体局, 教育和体育局."""
    short, full = sorted((short, full), key=len)
    rest = iter(full)
    return all(char in rest for char in short)


def _out_of_time(report: Report, date: Date) -> Iterator[Hit]:
    own = report.title.year
    if own is None or date.year is None or not date.exists:
        return
    values = {"found": report[date.span], "year": own}
    if date.year <= own:
        last = date.year == own and date.month == 12
        fault = Words(
            f"{own}年还没有结束，报告写到12月31日，落款应当在{own + 1}年",
            f"{own} was not over; a report up to 31 December is signed in {own + 1}",
        )
        yield Hit(date.span, {**values, "fault": fault}, severity="warning" if last else None)
    elif date.year > own + 1:
        fault = Words(
            f"{own}年度报告应当在{own + 1}年公布，请核对年份",
            f"the report for {own} is due in {own + 1}; check the year",
        )
        yield Hit(date.span, {**values, "fault": fault}, severity="warning", confidence="likely")
