"""The statutory skeleton: what the law and the form make every report say, and what is set aside for that."""

from collections.abc import Iterator

from linter.language.anchors import holding
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
    ("申请", ("未收到", "没有收到", "未接到", "没有接到", "未接收", "0件", "0 件", "零申请", "无依申请")),
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
        if part.section is not None:
            left = list(_without(part.span, aside))
            spans += left
            places += [(part.section, part.topic)] * len(left)
    return tuple(spans), tuple(places)


def _statutory(report: Report) -> Iterator[Span]:
    text = report.document.text
    for word, others in _SENTENCES:
        for sentence in holding(report, (word,)) if word in text else ():
            said = report[sentence.span]
            if not others or any(one in said for one in others):
                yield sentence.span
    for word, others in _CLAUSES:
        for sentence in holding(report, (word,)) if word in text else ():
            yield from _clauses(report[sentence.span], sentence.span.start, word, others)


def _clauses(said: str, offset: int, word: str, others: tuple[str, ...]) -> Iterator[Span]:
    """What stands between semicolons, where it says `word` and one of the others."""
    for clause in said.split("；"):
        if word in clause and any(one in clause for one in others):
            yield Span(offset, offset + len(clause))
        offset += len(clause) + 1


def _without(span: Span, aside: list[Span]) -> Iterator[Span]:
    """What is left of `span`."""
    at = span.start
    for start, end in aside:
        if end <= at or start >= span.end:
            continue
        if start > at:
            yield Span(at, start)
        at = max(at, end)
    if at < span.end:
        yield Span(at, span.end)
