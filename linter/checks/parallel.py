"""Items that are not built alike: most begin with a label (二是网站优化：…) or end in 类, and some do not."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from linter.language.anchors import number_at
from linter.language.late import late
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Hit, Note, Words
from linter.model.report import Enumeration, Item, Report

_LABEL = late(
    r"[，、：:.．\s]{0,2}(?P<label>[^，。；：、,;:!?！？“”‘’《》（）()\d]{2,30})[：:](?!//|http|www)"
)
_DOUBTFUL = late(r"[^，。；]{0,40}[：:]|[^，。；：:]{2,12}。")  # 一是公布网址：… 一是健全制度。…
_KIND = late(r"类(?:政府)?(?:信息)?\s?\d")
_COUNTED = late(
    r"(?:[，、；：:（(]|(?<![^\n。！？]))(?:其中)?\s?(?P<label>[一-鿿]{2,12}?)(?P<kind>类?(?:政府)?(?:信息)?)\s?\d{1,7}\s?[条件项篇则个次](?=[，、；。）)])"
)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`longest`: characters that a label may have. `least`: items that a list must have. `no_labels`: words that
    end or make up what stands before a colon without being a label (如下, 包括); those of `opening` may begin one
    (明确属性：). `rests`: what needs no 类 (其他)."""

    longest: int = 12
    least: int = 3
    no_labels: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on the mark of the first item without a label where more than half of at least two have one."""
    text = report.document.text
    damaged = report.document.damaged
    heads: tuple[set[Span | None], set[Span | None]] | None = None
    for one in report.lists:
        start, end = one.items[0].mark.start, one.items[-1].span.end
        if len(one.items) < options.least or text.count("：", start, end) + text.count(":", start, end) < 2:
            continue
        heads = heads or _heads(report)
        if not _are_headings(one, *heads) and not covered(damaged, start, end):
            yield from _judged(report, one, heads[1], options)
    for sentence in _speaking_of_kinds(report, options.least):
        if not covered(damaged, *sentence):
            yield from _kinds(report, sentence, options)


def _speaking_of_kinds(report: Report, least: int) -> Sequence[Span]:
    """The sentences that give so many numbers of kinds (安全生产类2条), or more."""
    places = [one.start() for one in _KIND.finditer(report.document.text)]
    if len(places) < least:
        return ()
    said = Counter([number_at(report.sentences, at) for at in places])
    return [report.sentences[n].span for n, count in said.items() if n is not None and count >= least]


def _heads(report: Report) -> tuple[set[Span | None], set[Span | None]]:
    """The marks of headings that name a section or a topic, and of those that stand on a line of their own."""
    return (
        {one.mark for one in report.sections if one.kind},
        {one.mark for one in report.sections if not one.run_in},
    )


def _are_headings(one: Enumeration, topics: set[Span | None], headings: set[Span | None]) -> bool:
    """Whether an item is the heading of a topic, or two of them are headings of any kind."""
    marks = {item.mark for item in one.items}
    return not topics.isdisjoint(marks) or len(marks & headings) > 1


def _kinds(report: Report, sentence: Span, options: Options) -> Iterator[Hit]:
    """安全生产类2条，公共文化服务3条，社会救助类2条: a note on the first without 类 where more than twice as many
    have it."""
    run: list[re.Match[str]] = []
    for match in (*_COUNTED.finditer(report.document.text, *sentence), None):
        if match and (not run or (run[-1].end() == match.start() and run[-1]["label"] not in options.rests)):
            run.append(match)
            continue
        odd = [one for one in run if not one["kind"] and one["label"] not in options.rests]
        named = [one for one in run if one["kind"].startswith("类")]
        if odd and len(named) >= options.least and len(named) > 2 * len(odd):
            fault = Words(
                f"{len(run)} 类中有 {len(named)} 类带“类”字（如“{named[0]['label']}类”），“{odd[0]['label']}”没有",
                f"{len(named)} of {len(run)} kinds end in 类 (“{named[0]['label']}类”), “{odd[0]['label']}” does not",
            )
            yield Hit(Span(*odd[0].span("label")), {"fault": fault}, severity="note", confidence="guess")
        run = [match] if match else []


def _judged(report: Report, one: Enumeration, headings: set[Span | None], options: Options) -> Iterator[Hit]:
    """A heading on a line of its own is a label without a colon."""
    labels = {item: _label(report, item, options) for item in one.items if item.mark not in headings}
    named = {item: label for item, label in labels.items() if label}
    odd = [item for item, label in labels.items() if label == ""]
    if len(named) < 2 or not odd or 2 * len(named) <= len(labels):
        return
    shown, said = next(iter(named.items()))
    begins = Words(f"这一项以“{said}：”开头", f"this one begins “{said}：”")
    neither = Words("这一项也没有", "neither has this one")
    notes = (Note(begins, _start(report, shown, said)), *(Note(neither, item.mark) for item in odd[1:]))
    mark = report[odd[0].mark]
    fault = Words(
        f"{len(labels)} 项中有 {len(named)} 项以“小标题：”开头（如“{said}：”），“{mark}”这一项没有",
        f"{len(named)} of the {len(labels)} items open with a label and a colon (“{said}：”), “{mark}” does not",
    )
    yield Hit(odd[0].mark, {"fault": fault}, notes)


def _label(report: Report, item: Item, options: Options) -> str | None:
    """The label of an item; empty where it clearly has none, None where one may doubt it."""
    text = report[Span(item.mark.end, min(item.span.end, item.mark.end + 3 * options.longest))]
    match = _LABEL.match(text)
    label = match["label"].strip() if match else ""
    rest = next((label.removeprefix(word) for word in options.opening if label.startswith(word)), "") or label
    if match and len(label) <= options.longest and not any(word in rest for word in options.no_labels):
        return label
    return None if _DOUBTFUL.match(text) else ""


def _start(report: Report, item: Item, said: str) -> Span:
    at = report.document.text.index(said, item.mark.end)
    return Span(item.mark.start, at + len(said))
