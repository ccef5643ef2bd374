"""Last year's reports: one given, or a folder in which the one of the same unit is found by register or titles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from linter.analysis import analyse, is_annual_report
from linter.analysis.register import folded, registered, unit_in
from linter.cache import key_of
from linter.model.errors import UnreadableReport, UsageError
from linter.model.finding import Words
from linter.model.register import Register, Unit
from linter.model.report import Report, Title
from linter.pipeline.titles import Read, titles
from linter.readers import load, read_bytes
from linter.readers.folders import File, files, is_folder

if TYPE_CHECKING:
    from linter.model.register import Level

_NAMED = 3
"""So many files are named where several could be meant."""


@dataclass(frozen=True, slots=True)
class Past:
    """The reports among which last year's is looked for: `given` (one file, meant for every report), or those of a
    folder, by year and unit. `key` changes with all of them and with their names; `remarks` name the files that
    could not be read."""

    place: str
    given: Read | None = None
    reports: Mapping[tuple[int, str], tuple[Read, ...]] = field(default_factory=dict)
    encoding: str | None = None
    key: str = ""
    remarks: tuple[Words, ...] = ()


def past_in(place: Path, encoding: str | None = None) -> Past:
    """The reports at `place`, a file or a folder, each read once for its title. UsageError for a path that is not
    there, a folder without a file that could be read, and a given file that holds no report."""
    name = str(place)
    try:
        found = files(name)
    except UnreadableReport as error:
        raise UsageError(f"--previous {name}：{error.zh}", f"--previous {name}: {error.en}") from None
    if not found:
        zh, en = "文件夹里没有可读的报告", "no file in this folder that can be read"
        raise UsageError(f"--previous {name}：{zh}", f"--previous {name}: {en}")
    read = titles(found, encoding)
    sums = (part for one in read for part in (one.file.name.encode("utf-8", "replace"), one.sum))
    key = key_of((name.encode("utf-8", "replace"), (encoding or "").encode(), *sums))
    if not is_folder(place):
        return Past(name, _given(read[0], encoding), encoding=encoding, key=key)
    reports: dict[tuple[int, str], tuple[Read, ...]] = {}
    for one in read:
        if one.title and one.title.year and one.title.unit:
            at = one.title.year, folded(one.title.unit)
            reports[at] = (*reports.get(at, ()), one)
    lost = ((one.file.name, one.fault) for one in read if one.fault)
    remarks = tuple(
        Words(f"上年报告 {name}：{why.zh}，没有用它", f"last year's report {name}: {why.en}; it was not used")
        for name, why in lost
    )
    return Past(name, None, reports, encoding, key, remarks)


def with_previous(
    report: Report, past: Past, register: Register | None = None
) -> tuple[Report, Words | None]:
    """The report with last year's of the same unit; or as it is, and why there is none."""
    found = (
        _among(report.title, past, register) if past.given is None else _if_fits(report.title, past, register)
    )
    if isinstance(found, Words):
        return report, found
    try:
        previous = _analysed(found.file, found.sum, past.encoding)
    except UnreadableReport as error:  # it was there a moment ago
        name = found.file.name
        return report, Words(
            f"上年报告 {name} 读不出来：{error.zh}", f"last year's report {name} cannot be read: {error.en}"
        )
    if register:
        previous = registered(previous, register)
    return replace(report, previous=previous), None


def _given(one: Read, encoding: str | None) -> Read:
    """The file, as it holds a report."""
    name = one.file.name
    if one.fault:
        raise UsageError(f"--previous {name}：{one.fault.zh}", f"--previous {name}: {one.fault.en}")
    if not is_annual_report(_analysed(one.file, one.sum, encoding)):
        zh, en = "不像政府信息公开工作年度报告", "this is no annual report"
        raise UsageError(f"--previous {name}：{zh}", f"--previous {name}: {en}")
    return one


def _among(title: Title, past: Past, register: Register | None) -> Read | Words:
    """The one report of that unit of the year before; or why it is not known."""
    if not title.unit or not title.year:
        return Words(
            f"标题没有写明单位或年份，不能在 {past.place} 里找上年报告；可用 --previous 指定那一个文件",
            f"the title names no unit or no year, so last year's report cannot be found in {past.place}; name the"
            " file with --previous",
        )
    year = title.year - 1
    own = unit_in(register, title) if register else None
    names = dict.fromkeys(folded(name) for name in (title.unit, *(own.names if own else ())))
    every = [one for name in names for one in past.reports.get((year, name), ())]
    fitting = [one for one in every if one.title and is_same_unit(title, one.title, register)]
    if not fitting:
        return Words(
            f"{past.place} 里没有{title.unit}{year}年的报告，前后年度的规则没有判断",
            f"{past.place} holds no report of {title.unit} for {year}; the rules of history were not judged",
        )
    if len({one.sum for one in fitting}) > 1:
        names_zh, names_en = _named(fitting)
        return Words(
            f"{past.place} 里有 {len(fitting)} 份{title.unit}{year}年的报告（{names_zh}），不知道用哪一份，都没有用",
            f"{past.place} holds {len(fitting)} reports of {title.unit} for {year} ({names_en}); none was used",
        )
    return fitting[0]


def _named(found: Iterable[Read]) -> tuple[str, str]:
    names = [one.file.name for one in found]
    more = len(names) > _NAMED
    return "、".join(names[:_NAMED]) + "等" * more, ", ".join(names[:_NAMED]) + " …" * more


def _if_fits(title: Title, past: Past, register: Register | None) -> Read | Words:
    """The file that was given, unless its title says that it is another unit's or another year's."""
    one = cast(Read, past.given)
    other = one.title or title
    wrong_year = title.year and other.year and other.year != title.year - 1
    wrong_unit = title.unit and other.unit and not is_same_unit(title, other, register)
    if not wrong_year and not wrong_unit:
        return one
    return Words(
        f"--previous 给的 {one.file.name} 是{_whose(other.unit, other.year).zh}报告，"
        f"不是{_whose(title.unit, title.year and title.year - 1).zh}，没有用它",
        f"{one.file.name}, given with --previous, is the report{_whose(other.unit, other.year).en}, "
        f"not that{_whose(title.unit, title.year and title.year - 1).en}; it was not used",
    )


def _whose(unit: str | None, year: int | None) -> Words:
    """青禾镇2023年的"""
    zh = f"{unit or ''}{f'{year}年' if year else ''}的"
    return Words(zh, (f" of {unit}" if unit else "") + (f" for {year}" if year else ""))


def is_same_unit(one: Title, other: Title, register: Register | None = None) -> bool:
    """Whether two titles name the same unit: by the register, if it knows either of them; else by the names, with
    or without 人民政府 and the like, no upper level speaking against it."""
    if register:
        known = unit_in(register, one), unit_in(register, other)
        if any(known):
            return known[0] is known[1]
    if one.unit is None or other.unit is None:
        return False
    unit = Unit(one.unit, cast("Level", one.level or "部门"), one.parents)
    return unit_in(Register((unit,)), other) is not None


@lru_cache(maxsize=4)
def _analysed(file: File, content: bytes, encoding: str | None) -> Report:  # noqa: ARG001  (tells versions apart)
    """The whole report; a text being fixed or edited is linted many times beside the same one."""
    data = load(file.path)
    return analyse(replace(read_bytes(file.path, data, encoding), path=file.name))
