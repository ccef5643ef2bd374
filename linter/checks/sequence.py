"""Numbers that count: the marks of a list, the headings of the sections; each one more than the one before.

One fault is one hit, on the mark where it shows: a mark that alone is out of step, or the first from which on
all are.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import Literal, NamedTuple

import msgspec
from msgspec import structs

from linter.language.counting import Slip, slips
from linter.language.marks import HAN
from linter.language.ordinals import respell, spellings
from linter.language.quotes import covered
from linter.language.twins import twin_marks
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Note, Words
from linter.model.report import Enumeration, Item, Report

_LARGEST = 99
_LOOK_BACK = 400
_REFERRED = ("项", "款")
_BEFORE_A_MARK = "\n，。；：！？,;:!?、（( \u3000"


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


class _Heads(NamedTuple):
    """Where the headings of a report begin, in order, and their levels."""

    starts: Sequence[int]
    levels: Sequence[int]


Series = Sequence[_Mark]
Stretch = tuple[int, int]


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each mark at which a count goes wrong, the fewest that explain it."""
    found = list(_sections_hits(report, options) if options.of == "sections" else _list_hits(report))
    twins = twin_marks(report) if found else None
    for one in found:  # of two levels marked alike another rule speaks
        if twins is None or _shape(report[one.span]) != _shape(report[twins[0]]):
            yield one


def _shape(mark: str) -> str:
    """What stands in a mark beside its number."""
    return "".join(char for char in mark if not char.isdigit() and char not in HAN)


def _sections_hits(report: Report, options: Options) -> Iterator[Hit]:
    for series in _sections(report, options.form):
        yield from _judge(report, series, None, ())


def _list_hits(report: Report) -> Iterator[Hit]:
    if all(_counts_on(report.document.text, one.items) for one in report.lists):
        return
    counted = tuple(
        (item.mark.start, item.mark.end) for one in report.lists if len(one.items) > 1 for item in one.items
    )
    for one in _rejoined(report):
        for series in _series(report.document.text, one):
            yield from _judge(report, series, one.style, counted)


def _counts_on(text: str, items: Sequence[Item]) -> bool:
    """Whether the items of a list, two or more, count from 1 on, and none is a reference (第（五）项): such a list is
    right, and goes on from none before it."""
    return len(items) > 1 and all(
        item.number == number
        and text[item.mark.start - 1 : item.mark.start] != "第"
        and text[item.mark.end : item.mark.end + 1] not in _REFERRED
        for number, item in enumerate(items, start=1)
    )


def _rejoined(report: Report) -> Iterator[Enumeration]:
    """The lists; where one goes on as if the one before had not ended, the two are one list with a wrong 一.
    Lists of headings may go on in another topic."""
    heads = _Heads([one.span.start for one in report.sections], [one.level for one in report.sections])
    levels = dict(zip(heads.starts, heads.levels, strict=True))
    places: dict[tuple[str | None, ...], list[Enumeration]] = {}
    for one in report.lists:
        of_headings = one.items[0].mark.start in levels
        near: str | None = "" if of_headings else one.topic
        places.setdefault((one.style, one.section, near), []).append(one)
    for (*_, near), lists in places.items():
        level = levels[lists[0].items[0].mark.start] if near == "" else None
        follows = partial(_follows, report.document.text, heads, level=level)
        joined = lists[0]
        for one, after in zip_longest(lists[1:], lists[2:]):
            leads = after is not None and (_resumes(one, after) or follows(one, after))
            if _resumes(joined, one) or (not leads and follows(joined, one)):
                joined = structs.replace(joined, items=joined.items + one.items)
            else:
                yield joined
                joined = one
        yield joined


def _resumes(before: Enumeration, one: Enumeration) -> bool:
    """Whether a list begins with 一 and goes on with the next but one after the list before: 一 二, 一 四."""
    following = len(before.items) + 2
    return following <= _LARGEST and [item.number for item in one.items[:2]] == [1, following]


def _follows(text: str, heads: _Heads, before: Enumeration, one: Enumeration, *, level: int | None) -> bool:
    """Whether a lone 一 comes after a list, with nothing to lead in to a list of its own: in the next paragraph at most,
    or, of headings of that level, before the next heading above them."""
    if [item.number for item in one.items] != [1] or len(before.items) >= _LARGEST:
        return False
    last, mark = before.items[-1].mark.end, one.items[0].mark.start
    if level is None:
        near = text.count("\n", last, mark) <= 1
    else:
        between = bisect_right(heads.starts, last), bisect_left(heads.starts, mark)
        near = all(level <= other for other in heads.levels[slice(*between)])
    return near and text[mark - 1] in "。；;！？\n"


def _series(text: str, one: Enumeration) -> Iterator[Series]:
    """The marks of a list, without references to a law (第（五）项); after a comma 一是 begins anew."""
    series: list[_Mark] = []
    for item in one.items:
        before, after = text[item.mark.start - 1 : item.mark.start], text[item.mark.end : item.mark.end + 1]
        if before == "第" or after in _REFERRED:
            continue
        if item.number == 1 and before in ("，", ","):
            yield series
            series = []
        series.append(_Mark(item.mark, item.number, len(series) + 1))
    yield series


def _sections(report: Report, form: Sequence[str]) -> Iterator[Series]:
    """The numbered headings of level one; after the form's sections an annex may count anew."""
    rank = {kind: number for number, kind in enumerate(form, start=1)}
    series: list[_Mark] = []
    place = 0
    for one in report.sections:
        if one.level != 1:
            continue
        if one.number == 1 and one.kind is None and place >= len(form):
            yield series
            series, place = [], 0
        place += 1
        if one.mark and one.number is not None:
            series.append(_Mark(one.mark, one.number, place, excused=rank.get(str(one.kind)) == one.number))
    yield series


def _judge(report: Report, series: Series, style: str | None, counted: Sequence[Stretch]) -> Iterator[Hit]:
    """The hits of one series; none if so much is out of step that it is no series."""
    if len(series) < 2 or max(one.number for one in series) > _LARGEST:
        return
    found = slips([one.number for one in series], [one.place for one in series])
    if len(found) > max(1, len(series) // 3):
        return
    fix = _fix(report, series, found[0]) if len(found) == 1 else None
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for slip in found:
        mark = series[slip.at]
        back = series[slip.at - 1].span.end if slip.at else _lead_in(report, mark.span.start)
        if mark.excused or covered(damaged, back, mark.span.end):
            continue
        missing = range(max(slip.expected, mark.number - 3), mark.number) if style else ()
        others = (spelling for number in missing for spelling in spellings(style or "", number))
        if not any(_begins_item(report.document.text, one, back, mark.span.start, counted) for one in others):
            yield Hit(mark.span, _values(report, series, slip), tuple(_notes(report, series, slip)), fix)


def _lead_in(report: Report, offset: int) -> int:
    """Where the text begins that leads up to a list: after the last heading, but not far back."""
    place = bisect_right(report.sections, offset, key=lambda one: one.heading.end)
    return max(report.sections[place - 1].heading.end if place else 0, offset - _LOOK_BACK)


def _begins_item(text: str, mark: str, start: int, end: int, counted: Sequence[Stretch]) -> bool:
    """Whether between `start` and `end` an item begins that is marked in another form (一要…二是…)."""
    at = text.find(mark, start, end)
    while at > start and (text[at - 1] not in _BEFORE_A_MARK or covered(counted, at, at + len(mark))):
        at = text.find(mark, at + 1, end)
    return at >= start


def _fix(report: Report, series: Series, slip: Slip) -> Fix | None:
    """Count anew where it slipped. Safe where one mark changes whose number is there twice, or which others
    follow rightly: there nothing can be missing and nothing else changes."""
    if slip.jump and slip.at == 0:
        return None
    until = len(series) if slip.jump else slip.at + (2 if slip.swap else 1)
    wrong = [one for one in series[slip.at : until] if one.number != one.place]
    last = slip.at == len(series) - 1
    twice = any(one.number == series[slip.at].number for one in series[: slip.at])
    safe = len(wrong) == 1 and not slip.jump and (twice or not last)
    return Fix(safe, tuple(Edit(one.span, respell(report[one.span], one.place)) for one in wrong))


def _values(report: Report, series: Series, slip: Slip) -> dict[str, object]:
    mark = series[slip.at]
    name, expected = report[mark.span], respell(report[mark.span], slip.expected)
    if any(one.number == mark.number for one in series[: slip.at]):
        said = Words("重复", "is there twice")
    elif mark.number < slip.expected:
        said = Words("倒退", "goes back")
    elif slip.at == 0:
        said = Words(f"前面没有“{expected}”", f"has no “{expected}” before it")
    else:
        said = Words(f"跳过了“{expected}”", f"skips “{expected}”")
    return {"mark": name, "expected": expected, "fault": said}


def _notes(report: Report, series: Series, slip: Slip) -> Iterator[Note]:
    """The mark before, and the one after where it says the same or has changed places."""
    number = series[slip.at].number
    if slip.at:
        yield _note(report, series[slip.at - 1], "前", "before", number)
    if slip.at + 1 < len(series) and (slip.swap or series[slip.at + 1].number == number):
        yield _note(report, series[slip.at + 1], "后", "after", number)


def _note(report: Report, other: _Mark, side_zh: str, side_en: str, number: int) -> Note:
    name = report[other.span]
    also_zh, also_en = ("也", "also ") if other.number == number else ("", "")
    zh, en = f"{side_zh}一项{also_zh}是“{name}”", f"the item {side_en} is {also_en}“{name}”"
    return Note(Words(zh, en), other.span)
