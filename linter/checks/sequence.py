"""Numbers that count: the marks of a list, the headings of the sections; each one more than the one before.

The numbers are read against their places. A mark that alone is out of step is wrong itself; where all that
follow are out of step with it, the count jumped there. Either is one fault: one hit, where it shows.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import msgspec

from linter.language.ordinals import respell, spellings
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Note, Words
from linter.model.report import Enumeration, Report, Section

_LARGEST = 99
_JUMPS = 8
_LOOK_BACK = 400


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`of`: count the marks of each list (`lists`) or the headings of level one (`sections`).
    `form`: kinds of sections in the form's order; a heading that bears the form's number for its kind is
    never wrong (what is missing or displaced there is another fault).
    """

    of: Literal["lists", "sections"]
    form: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark, its number, and the number that its place asks for (unmarked headings have places too)."""

    span: Span
    number: int
    place: int
    excused: bool = False


@dataclass(frozen=True, slots=True)
class _Fault:
    """Mark `at` (its place in the series) should be `expected`; `jump`: the rest is out of step with it;
    `swap`: it and the next have each other's number."""

    at: int
    expected: int
    jump: bool = False
    swap: bool = False


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each mark at which the count goes wrong, the fewest that explain it."""
    if options.of == "sections":
        for series in _sections(report, options.form):
            yield from _judge(report, series, "一、")
        return
    for one in report.lists:
        for series in _items(report.document.text, one):
            yield from _judge(report, series, one.style)


def _items(text: str, one: Enumeration) -> Iterator[tuple[_Mark, ...]]:
    """The marks of a list, without references to a law (第（五）项); after a comma 一是 begins anew."""
    series: list[_Mark] = []
    for item in one.items:
        before, after = text[item.mark.start - 1 : item.mark.start], text[item.mark.end : item.mark.end + 1]
        if before == "第" or after in ("项", "款"):
            continue
        if item.number == 1 and before in ("，", ","):
            yield tuple(series)
            series = []
        series.append(_Mark(item.mark, item.number, len(series) + 1))
    yield tuple(series)


def _sections(report: Report, form: tuple[str, ...]) -> Iterator[tuple[_Mark, ...]]:
    """The numbered headings of level one; after the form's sections an annex may count anew."""
    series: list[_Mark] = []
    place = 0
    for one in report.sections:
        if one.level != 1:
            continue
        if one.number == 1 and one.kind is None and place >= len(form):
            yield tuple(series)
            series, place = [], 0
        place += 1
        if one.mark and one.number is not None:
            series.append(_Mark(one.mark, one.number, place, _by_form(one, form)))
    yield tuple(series)


def _by_form(one: Section, form: tuple[str, ...]) -> bool:
    return one.kind in form and form.index(str(one.kind)) + 1 == one.number


def _judge(report: Report, series: Sequence[_Mark], style: str) -> Iterator[Hit]:
    """The hits of one series; none if so much is out of step that it is no series."""
    if len(series) < 2 or max(one.number for one in series) > _LARGEST:
        return
    if all(one.number == one.place for one in series):
        return
    faults = _swapped(series, _faults(series))
    if len(faults) > max(1, len(series) // 3):
        return
    fix = _fix(report, series, faults)
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for fault in faults:
        mark = series[fault.at]
        back = series[fault.at - 1].span.end if fault.at else max(0, mark.span.start - _LOOK_BACK)
        if (
            mark.excused
            or covered(damaged, back, mark.span.end)
            or _otherwise_marked(report, style, fault, mark, back)
        ):
            continue
        yield Hit(mark.span, _values(report, series, fault), tuple(_notes(report, series, fault)), fix)


def _otherwise_marked(report: Report, style: str, fault: _Fault, mark: _Mark, back: int) -> bool:
    """Whether a number that seems left out stands before the mark in another form: 一要…二是…"""
    missing = range(max(fault.expected, mark.number - 3), mark.number)
    before = report.document.text[back : mark.span.start]
    return any(one in before for number in missing for one in spellings(style, number))


def _faults(series: Sequence[_Mark]) -> tuple[_Fault, ...]:
    """The fewest faults that explain the numbers; a lone wrong mark before a jump.

    A step is what a number is ahead of its place. The count keeps a step until it jumps to another (cost 1);
    a mark that is not in step costs 1. Only steps held by two marks in a row are worth a jump."""
    steps = [one.number - one.place for one in series]
    held = Counter(one for one, other in pairwise(steps) if one == other)
    states = [0, *(step for step, _ in held.most_common(_JUMPS) if step != 0)]
    costs = {state: (int(state != 0), int(state != 0)) for state in states}
    ways: list[dict[int, int]] = []
    for at, step in enumerate(steps):
        if at:
            best = min(states, key=lambda state: costs[state])
            jumped = (costs[best][0] + 1, costs[best][1] + 1)
            way = {state: best if jumped < costs[state] else state for state in states}
            costs = {state: min(jumped, costs[state]) for state in states}
            ways.append(way)
        costs = {state: (cost + (state != step), jumps) for state, (cost, jumps) in costs.items()}
    state = min(states, key=lambda one: costs[one])
    path = [state]
    for way in reversed(ways):
        state = way[state]
        path.append(state)
    return tuple(_along(series, path[::-1]))


def _along(series: Sequence[_Mark], path: Sequence[int]) -> Iterator[_Fault]:
    """The faults that a way through the steps means."""
    current = 0
    for at, (mark, step) in enumerate(zip(series, path, strict=True)):
        if step != current:
            yield _Fault(at, mark.place + current, True)
            current = step
        if mark.number - mark.place != step:
            yield _Fault(at, mark.place + step, False)


def _swapped(series: Sequence[_Mark], faults: Sequence[_Fault]) -> tuple[_Fault, ...]:
    """The faults, two of them being one where two neighbours have each other's number."""
    kept: list[_Fault] = []
    for fault in faults:
        last = kept[-1] if kept else None
        if (
            last is not None
            and not (last.jump or last.swap or fault.jump)
            and last.at == fault.at - 1
            and (series[last.at].number, series[fault.at].number) == (fault.expected, last.expected)
        ):
            kept[-1] = replace(last, swap=True)
        else:
            kept.append(fault)
    return tuple(kept)


def _fix(report: Report, series: Sequence[_Mark], faults: Sequence[_Fault]) -> Fix | None:
    """Count anew from the only fault on. Safe where a single mark is wrong and its number is used twice, or
    the marks after it go on rightly: where nothing can be missing and nothing else has to change."""
    if len(faults) != 1:
        return None
    fault = faults[0]
    if fault.jump and fault.at == 0:
        return None
    until = len(series) if fault.jump else fault.at + 2 if fault.swap else fault.at + 1
    wrong = [one for one in series[fault.at : until] if one.number != one.place]
    numbers = [one.number for one in series]
    last = fault.at == len(series) - 1
    safe = len(wrong) == 1 and not fault.jump and (not last or numbers[fault.at] in numbers[: fault.at])
    edits = tuple(Edit(one.span, respell(report[one.span], one.place)) for one in wrong)
    return Fix(safe, edits)


def _values(report: Report, series: Sequence[_Mark], fault: _Fault) -> dict[str, object]:
    mark = series[fault.at]
    name, expected = report[mark.span], respell(report[mark.span], fault.expected)
    if any(one.number == mark.number for one in series[: fault.at]):
        said = Words("重复", "is there twice")
    elif mark.number < fault.expected:
        said = Words("倒退", "goes back")
    elif fault.at == 0:
        said = Words(f"前面没有“{expected}”", f"has no “{expected}” before it")
    else:
        said = Words(f"跳过了“{expected}”", f"skips “{expected}”")
    return {"mark": name, "expected": expected, "fault": said}


def _notes(report: Report, series: Sequence[_Mark], fault: _Fault) -> Iterator[Note]:
    """The marks on either side, the one after only where it says the same."""
    mark = series[fault.at]
    if fault.at:
        before = series[fault.at - 1]
        name = report[before.span]
        also = ("也", "also ") if before.number == mark.number else ("", "")
        yield Note(Words(f"前一项{also[0]}是“{name}”", f"the item before is {also[1]}“{name}”"), before.span)
    if fault.at + 1 < len(series) and (fault.swap or series[fault.at + 1].number == mark.number):
        after = series[fault.at + 1]
        name = report[after.span]
        also = ("", "") if fault.swap else ("也", "also ")
        yield Note(Words(f"后一项{also[0]}是“{name}”", f"the item after is {also[1]}“{name}”"), after.span)
