"""The statutory skeleton: what the law and the form make every report say, and what is set aside for that."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from linter.model.document import Span
from linter.model.report import Report

_SENTENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("信息公开条例》", ("编制", "制作", "撰写", "公布", "现将", "现发布", "形成", "本报告")),
    ("本报告", ("组成", "部分", "疑问", "疑义", "联系", "下载", "查阅", "查询", "统计", "电子版")),
    ("本年度报告", ("组成", "部分", "疑问", "疑义", "联系", "下载", "查阅", "统计", "电子版")),
    ("统计期限", ()),
    ("统计时限", ()),
    ("电子版", ("下载", "查阅", "查询", "网站")),
    ("信息处理费", ()),
    ("需要报告", ("没有", "无", "暂", "其他", "其它")),
    ("需要说明", ("没有", "无", "暂")),
)
"""A sentence with the first word and one of the others (none given: whatever else) is statutory."""

_CLAUSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("行政复议", ("未", "无", "没有", "零", "0")),
    ("行政诉讼", ("未", "无", "没有", "零", "0")),
    *((word, ("申请",)) for word in ("未收到", "没有收到", "未接到", "没有接到", "未接收", "0件", "0 件")),
    ("零申请", ()),
    ("无依申请", ()),
)
"""The same for what stands between semicolons: that nothing came in is said in much the same words by all."""

Place = tuple[str | None, str | None]
"""A kind of section and of topic."""


def compared_spans(report: Report) -> tuple[tuple[Span, ...], tuple[Place, ...]]:
    """What of a report is compared, in order: running text below a section's heading (headings, tables, contact
    lines and what stands before section one are none), without statutory sentences; and to which section and
    topic each stretch belongs."""
    aside = sorted(set(_statutory(report)))
    spans, places = list[Span](), list[Place]()
    for part in report.prose:
        if part.section is None:
            continue
        start, end = part.span
        cut = [one for one in aside if one.start < end and start < one.end]
        left = list(_without(part.span, cut)) if cut else [part.span]
        spans += left
        places += [(part.section, part.topic)] * len(left)
    return tuple(spans), tuple(places)


def _statutory(report: Report) -> Iterator[Span]:
    text = report.document.text
    spans = [one.span for one in report.sentences]
    starts = [start for start, _ in spans]
    for word, others in _SENTENCES:
        for span in _holding(text, word, spans, starts):
            said = text[span.start : span.end]
            if not others or any(one in said for one in others):
                yield span
    for word, others in _CLAUSES:
        for span in _holding(text, word, spans, starts):
            yield from _clauses(text[span.start : span.end], span.start, word, others)


def _holding(text: str, word: str, spans: Sequence[Span], starts: Sequence[int]) -> Iterator[Span]:
    """The sentences that hold the word, in order."""
    at = text.find(word)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        end = spans[number].end if number >= 0 else 0
        if at < end:
            yield spans[number]
        at = text.find(word, max(end, at + 1))


def _clauses(said: str, offset: int, word: str, others: tuple[str, ...]) -> Iterator[Span]:
    """What stands between semicolons, where it says `word` and one of the others."""
    for clause in said.split("；"):
        if word in clause and (not others or any(one in clause for one in others)):
            yield Span(offset, offset + len(clause))
        offset += len(clause) + 1


def _without(span: Span, aside: list[Span]) -> Iterator[Span]:
    """What is left of `span` without the stretches `aside`, each of which overlaps it."""
    at = span.start
    for start, end in aside:
        if start > at:
            yield Span(at, start)
        at = max(at, end)
    if at < span.end:
        yield Span(at, span.end)
