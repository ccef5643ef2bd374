"""Problems and what is done about them, each in a list: fewer remedies than problems, or a problem without one."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from linter.language.late import late
from linter.language.matching import any_of
from linter.language.ordinals import spellings
from linter.model.document import Span
from linter.model.finding import Hit, Note, Words
from linter.model.report import Enumeration, Report, Section

_LOOK_BACK = 80
_PART = late(
    r"[、，.．\s]{0,2}(?:(?:当前|目前)?(?:存在)?的?(?:主要)?(?:问题|不足|困难)"
    r"|(?:改进|整改)的?(?:情况|措施)|(?:下一?步|今后)[^，。：]{0,6}(?:打算|计划|措施|工作))"
)
_HERE = Words("问题在这里列出", "the problems are listed here")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`problems` and `remedies`: words of the sentence or the heading before a list that tell which it is of; with
    one of the latter it is of remedies. `labels`: words before the remedy of a problem in its own item.
    `more`: words with which a remedy goes on beyond its own (此外)."""

    problems: tuple[str, ...]
    remedies: tuple[str, ...]
    labels: tuple[str, ...]
    more: tuple[str, ...] = ()


def anchors(_options: Options) -> tuple[str, ...]:
    """Without a second problem there is no list."""
    return ("二是", "第二", "（二）", "(二)", "2.", "2、", "（2）", "(2)", "②", "2．")


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on the first mark of the remedies where they are fewer, or on a problem's mark that has none."""
    section = report.section("problems")
    if section is None or any(one.overlaps(section.span) for one in report.document.damaged):
        return
    lists = [
        one
        for one in report.lists
        if one.section == "problems" and len(one.items) > 1 and not _names_parts(report, one)
    ]
    if len(lists) == 2 and all(_counts(one) for one in lists) and not _goes_on(report, lists[1]):
        yield from _fewer(report, lists[0], lists[1], options)
    for one in lists:
        if len(one.items) > 2 and _counts(one):
            yield from _unmet(report, section, one, options)


def _names_parts(report: Report, one: Enumeration) -> bool:
    """Whether the items are the parts of the section: （一）主要问题 （二）改进情况."""
    return any(_PART.match(report.document.text, item.mark.end) for item in one.items)


def _goes_on(report: Report, last: Enumeration) -> bool:
    """Whether an item of the same style stands behind the list, with a wrong number."""
    after = last.items[-1].mark.end
    alike = (one for one in report.lists if one.style == last.style and one.section == last.section)
    return any(one.items[0].mark.start > after for one in alike)


def _counts(one: Enumeration) -> bool:
    return [item.number for item in one.items] == list(range(1, len(one.items) + 1))


def _fewer(report: Report, first: Enumeration, second: Enumeration, options: Options) -> Iterator[Hit]:
    """A hit where the first list is of problems, the second of remedies and shorter."""
    if len(second.items) >= len(first.items) or first.items[-1].mark.start > second.items[0].mark.start:
        return
    if _role(report, first, options) != "problems" or _role(report, second, options) != "remedies":
        return
    listed = report[Span(first.items[0].mark.start, first.items[-1].mark.start)]
    rest = report[Span(second.items[-1].mark.start, second.items[-1].span.end)]
    more = (*options.more, *spellings(second.style, len(second.items) + 1))
    if any_of(options.labels).search(listed) or any_of(more).search(rest):
        return
    values = {"problems": len(first.items), "remedies": len(second.items)}
    fault = Words(
        "列出了{problems}个问题，只有{remedies}项改进措施".format(**values),
        "{problems} problems are listed and only {remedies} remedies".format(**values),
    )
    yield Hit(second.items[0].mark, {"fault": fault}, (Note(_HERE, first.items[0].mark),))


def _role(report: Report, one: Enumeration, options: Options) -> str:
    """What a list is of, by the words that lead to it."""
    start = one.items[0].mark.start
    text = report[Span(max(0, start - _LOOK_BACK), start)].rstrip("\n \u3000：:，,。")
    lead = re.split(r"[。；\n]", text)[-1]
    if any_of(options.remedies).search(lead):
        return "remedies"
    return "problems" if any_of(options.problems).search(lead) else ""


def _unmet(report: Report, section: Section, one: Enumeration, options: Options) -> Iterator[Hit]:
    """A hit on the only item that tells no remedy where each of the others does."""
    found = any_of(options.labels)
    without = [
        item.mark
        for item, span in zip(one.items, _spans(report, section, one), strict=True)
        if not found.search(report[span])
    ]
    if len(without) == 1:
        fault = Words("这一个问题后面没有写改进措施", "no remedy follows this problem")
        yield Hit(without[0], {"fault": fault})


def _spans(report: Report, section: Section, one: Enumeration) -> Sequence[Span]:
    """The items, the last one to the next heading of its level or the end of its section."""
    last = one.items[-1]
    after = bisect_left(report.sections, last.mark.end, key=lambda each: each.heading.start)
    starts = [each.heading.start for each in report.sections[after : after + 1]]
    end = min([section.span.end, *starts])
    return [*(item.span for item in one.items[:-1]), Span(last.span.start, max(end, last.span.end))]
