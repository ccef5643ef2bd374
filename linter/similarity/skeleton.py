"""The statutory skeleton: what the law and the form make every report say, and what is set aside for that."""

import re
from collections.abc import Iterator

from linter.language.anchors import around
from linter.language.kept import kept
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

_SUSPECT = re.compile("|".join(word for word, _ in (*_SENTENCES, *_CLAUSES)))

Place = tuple[str | None, str | None]
"""A kind of section and of topic."""


def compared_spans(report: Report) -> tuple[tuple[Span, ...], tuple[Place, ...]]:
    """What of a report is compared, in order: running text below a section's heading (headings, tables, contact
    lines and what stands before section one are none), without statutory sentences; and to which section and
    topic each stretch belongs."""
    text = report.document.text
    spans, places = list[Span](), list[Place]()
    for part in report.prose:
        if part.section is None:
            continue
        start, end = part.span
        left = [part.span]
        if _SUSPECT.search(text, start, end):
            found = around(report, [one.start() for one in _SUSPECT.finditer(text, start, end)])
            left = list(_without(part.span, [cut for one in found for cut in _aside(report, one.span)]))
        spans += left
        places += [(part.section, part.topic)] * len(left)
    return tuple(spans), tuple(places)


def _aside(report: Report, sentence: Span) -> list[Span]:
    """What of a sentence is statutory, where it stands in the report."""
    start = sentence.start
    return [Span(start + first, start + last) for first, last in _statutory(report[sentence])]


@kept(most=1024)
def _statutory(said: str) -> tuple[tuple[int, int], ...]:
    """What of a sentence is statutory, in order."""
    for word, others in _SENTENCES:
        if word in said and (not others or any(one in said for one in others)):
            return ((0, len(said)),)
    return tuple(
        sorted({one for word, others in _CLAUSES if word in said for one in _clauses(said, word, others)})
    )


def _clauses(said: str, word: str, others: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """What stands between semicolons, where it says `word` and one of the others."""
    start = 0
    for clause in said.split("；"):
        if word in clause and (not others or any(one in clause for one in others)):
            yield start, start + len(clause)
        start += len(clause) + 1


def _without(span: Span, aside: list[Span]) -> Iterator[Span]:
    """What is left of `span` without the stretches `aside`, each of which overlaps it."""
    at = span.start
    for start, end in aside:
        if start > at:
            yield Span(at, start)
        at = max(at, end)
    if at < span.end:
        yield Span(at, span.end)
