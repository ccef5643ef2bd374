"""A list most of whose items begin with a label (二是网站优化：…) and some do not."""

import re
from collections.abc import Iterator

import msgspec

from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Hit, Note, Words
from linter.model.report import Enumeration, Item, Report

_LABEL = re.compile(
    r"[，、：:.．\s]{0,2}(?P<label>[^，。；：、,;:!?！？“”‘’《》（）()\d]{2,30})[：:](?!//|http|www)"
)
_DOUBTFUL = re.compile(r"[^，。；]{0,40}[：:]|[^，。；：:]{2,12}。")  # 一是公布网址：… 一是健全制度。…


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`longest`: characters that a label may have. `least`: items that a list must have. `no_labels`: words that
    end or make up what stands before a colon without being a label (如下, 包括)."""

    longest: int = 12
    least: int = 3
    no_labels: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on the mark of the first item without a label where more than half of at least two have one."""
    topics = {one.mark for one in report.sections if one.kind}
    headings = {one.mark for one in report.sections if not one.run_in}
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for one in report.lists:
        marks = {item.mark for item in one.items}
        if len(one.items) < options.least or marks & topics or len(marks & headings) > 1:
            continue
        if not covered(damaged, one.items[0].mark.start, one.items[-1].span.end):
            yield from _judged(report, one, options)


def _judged(report: Report, one: Enumeration, options: Options) -> Iterator[Hit]:
    labels = {item: _label(report, item, options) for item in one.items}
    named = {item: label for item, label in labels.items() if label}
    odd = [item for item, label in labels.items() if label == ""]
    if len(named) < 2 or not odd or 2 * len(named) <= len(labels):
        return
    shown, said = next(iter(named.items()))
    begins = Words(f"这一项以“{said}：”开头", f"this one begins “{said}：”")
    neither = Words("这一项也没有", "neither has this one")
    notes = (Note(begins, _start(report, shown, said)), *(Note(neither, item.mark) for item in odd[1:]))
    values = {"mark": report[odd[0].mark], "label": said, "count": len(named), "of": len(labels)}
    yield Hit(odd[0].mark, values, notes)


def _label(report: Report, item: Item, options: Options) -> str | None:
    """The label of an item; empty where it clearly has none, None where one may doubt it."""
    text = report[Span(item.mark.end, min(item.span.end, item.mark.end + 3 * options.longest))]
    match = _LABEL.match(text)
    label = match["label"].strip() if match else ""
    if match and len(label) <= options.longest and not any(word in label for word in options.no_labels):
        return label
    return None if _DOUBTFUL.match(text) else ""


def _start(report: Report, item: Item, said: str) -> Span:
    at = report.document.text.index(said, item.mark.end)
    return Span(item.mark.start, at + len(said))
