"""Two levels of headings that are marked alike: 1、总体情况 and right below it 1、主动公开."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from linter.language.headings import RUN_IN_TOPIC, topic_kind
from linter.language.labels import fold, is_label
from linter.language.marks import LINE_MARK, SECTION_MARK, is_finished, ordinal, style_and_number
from linter.model.document import Block, Paragraph, Span
from linter.model.report import Report

_LONGEST, _BACK = 25, 4
_FIRST = ("一", "（一", "(一", "1", "（1", "(1", "①", "第一")
_BEGINS = frozenset(one[0] for one in _FIRST)
_NOT_PLAIN = "，。；！？,;!?"


class _Marked(NamedTuple):
    """The mark at the front of a paragraph: its style, its number, where it stands."""

    style: str
    number: int
    span: Span


def twin_marks(report: Report) -> tuple[Span, Span] | None:
    """The mark of the first heading whose count is taken up again further down, and that of the heading right
    below it, which begins to count anew in the same style."""
    text = report.document.text
    following: dict[tuple[str, int], list[int]] = {}
    blocks = report.document.blocks
    for n, block in enumerate(blocks):
        start = block.span.start
        if text[start : start + 1] not in _BEGINS or not text.startswith(_FIRST, start):
            continue
        marked = _heading_mark(report, block) or _run_in_mark(report, block)
        before = (
            _above(report, blocks[max(0, n - _BACK) : n], block) if marked and marked.number == 1 else None
        )
        if before and marked and marked.style == before.style:
            following = following or _numbered(report)
            again = following.get((before.style, before.number + 1), [])
            later = len(again) - bisect_right(again, marked.span.start)
            if later >= (2 if before.number == 1 else 1) and not is_label(fold(report[block.span])):
                return before.span, marked.span
    return None


def _above(report: Report, blocks: Sequence[Block], below: Block) -> _Marked | None:
    """The heading right above; before the name of a topic also one with unmarked text under it."""
    for distance, block in enumerate(reversed(blocks)):
        found = _heading_mark(report, block)
        if found:
            return found if distance == 0 or _names_topic(report, below) else None
        if not isinstance(block, Paragraph) or _mark(report.document.text, block.span):
            return None
    return None


def _run_in_mark(report: Report, block: Block) -> _Marked | None:
    """The mark of a paragraph that begins with the name of a topic and a stop: 一、主动公开情况。全年公开…"""
    mark = _mark(report.document.text, block.span) if isinstance(block, Paragraph) else None
    named = RUN_IN_TOPIC.match(report.document.text, mark.span.end) if mark else None
    return (
        mark if named and report.document.text[named.end() : named.end() + 1] in ("。", "：", ":") else None
    )


def _names_topic(report: Report, block: Block) -> bool:
    return topic_kind(report[block.span][:_LONGEST]) is not None


def _numbered(report: Report) -> dict[tuple[str, int], list[int]]:
    """Where the paragraphs with a mark begin, by its style and number."""
    found: dict[tuple[str, int], list[int]] = {}
    for block in report.document.blocks:
        mark = _mark(report.document.text, block.span) if isinstance(block, Paragraph) else None
        if mark:
            found.setdefault((mark.style, mark.number), []).append(block.span.start)
    return found


def _heading_mark(report: Report, block: Block) -> _Marked | None:
    """The mark of a paragraph that is a heading by its looks: short, and no sentence."""
    span = block.span
    if not isinstance(block, Paragraph) or span.end - span.start > _LONGEST:
        return None
    found = _looks(report[span])
    if found is None:
        return None
    style, number, length = found
    return _Marked(style, number, Span(span.start, span.start + length))


@lru_cache(maxsize=1024)
def _looks(text: str) -> tuple[str, int, int] | None:
    """The style, the number and the length of the mark of a short text that looks like a heading."""
    mark = _mark(text, Span(0, len(text)))
    if mark is None or is_finished(text) or any(char in _NOT_PLAIN for char in text[len(mark.span) :]):
        return None
    return mark.style, mark.number, len(mark.span)


def _mark(text: str, span: Span) -> _Marked | None:
    """The mark that begins a paragraph; 1、 and 1. are of one style."""
    found = LINE_MARK.match(text, *span)
    styled = style_and_number(found) if found else None
    if found and styled and not (found["is"] or found["nth"]):
        style, group, number = styled
        return _Marked("1." if style == "1、" else style, number, Span(span.start, found.end(group)))
    top = SECTION_MARK.match(text, *span)
    if top is None:
        return None
    return _Marked("一、", ordinal(top["number"] or top["part"]) or 0, Span(span.start, top.end()))
