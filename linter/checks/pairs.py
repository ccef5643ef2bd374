"""Brackets and quotation marks that lack their other half: 《 without 》, “ without ”."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from linter.language.paragraphs import paragraphs
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, NotAssessed, Note, Words
from linter.model.report import Report

_FAMILIES = ("《》", "〈〉", "（）()", "〔〕﹝﹞", "【】", "［］[]", "「」", "『』", "“”")
_OPENERS = {family[n]: family for family in _FAMILIES for n in range(0, len(family), 2)}
_CLOSERS = {family[n]: family for family in _FAMILIES for n in range(1, len(family), 2)}
_QUOTES = "“”"
_STRAIGHT = '"'
_MARK = re.compile("[" + re.escape("".join(_FAMILIES)) + '"]')
_ORDINAL = re.compile(r"(?:\A|[\s。；：，、;:,])(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Za-z]|[①-⑳])\Z")
_LONGEST_ORDINAL = 4
_TABLED = ("disclosure", "requests", "disputes")
_NEAR = 60  # characters between two marks that were meant for each other
_SENTENCE = re.compile("[。，；]")
_LOSABLE = frozenset(("《》", "〔〕﹝﹞", _QUOTES))  # what a conversion drops, with 年 and 月, from web pages
_LOST = NotAssessed(
    Words(
        "这份文件在转换时丢失了括号、书名号或引号，无法判断是否成对",
        "marks were lost when this file was converted: whether they came in pairs cannot be told",
    )
)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`reach`: how many paragraphs on a quotation may end that begins in one."""

    reach: int = 5


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark without its other half; `paragraph` is the number of the one it stands in."""

    at: int
    family: str
    opens: bool
    paragraph: int


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each mark whose partner is missing, unless a conversion has lost it."""
    left, whole = [], Counter[str]()
    for number, (span, section) in enumerate(paragraphs(report)):
        text = report[span]
        if section in _TABLED and not _SENTENCE.search(text):
            continue  # the cells of a table that could not be read
        left += _unpaired(text, span.start, number, whole)
    if not left:
        return
    left = _without_far(left, options.reach)
    lost = _lost(report, left, whole)
    damaged = tuple((span.start, span.end) for span in _spoilt(report))
    kept = [one for one in left if one.family not in lost and not covered(damaged, one.at, one.at + 1)]
    yield from _hits(report, kept)
    if len(kept) < len(left):
        yield _LOST


def _unpaired(text: str, offset: int, paragraph: int, pairs: Counter[str]) -> list[_Mark]:
    """The marks of a paragraph that have no partner in it, in order; `pairs` counts those that have."""
    lone: list[_Mark] = []
    opened: list[_Mark] = []
    count = Counter[str]()
    for match in _MARK.finditer(text):
        family = _OPENERS.get(match[0]) or _CLOSERS.get(match[0]) or _QUOTES
        opens = match[0] in _OPENERS or (match[0] == _STRAIGHT and not count[family])
        mark = _Mark(offset + match.start(), family, opens, paragraph)
        if opens:
            if not _is_inch(text, match.start()):
                opened.append(mark)
                count[family] += 1
        elif count[family]:
            while opened[-1].family != family:
                count[opened[-1].family] -= 1
                lone.append(opened.pop())
            opened.pop()
            count[family] -= 1
            pairs[family] += 1
        elif not _is_list_mark(text, match.start()):
            lone.append(mark)
    return sorted([*lone, *opened], key=lambda one: one.at)


def _is_inch(text: str, at: int) -> bool:
    return text[at] == _STRAIGHT and text[at - 1 : at].isdecimal()


def _is_list_mark(text: str, at: int) -> bool:
    """Whether a closing bracket belongs to an ordinal: 1） 一）."""
    return text[at] in "）)" and bool(_ORDINAL.search(text[max(0, at - _LONGEST_ORDINAL) : at]))


def _without_far(left: Sequence[_Mark], reach: int) -> list[_Mark]:
    """Those that find no partner in a neighbouring paragraph either (a wrap that looks like a paragraph's end),
    or, for quotes, further on."""
    paired: set[int] = set()
    opened: dict[str, list[_Mark]] = {}
    for one in left:
        stack = opened.setdefault(one.family, [])
        if one.opens:
            stack.append(one)
        elif stack and one.paragraph - stack[-1].paragraph <= (reach if one.family == _QUOTES else 1):
            paired |= {stack.pop().at, one.at}
    return [one for one in left if one.at not in paired]


def _spoilt(report: Report) -> Iterator[Span]:
    """What a conversion has spoilt, but for titles without 》: those are looked at here."""
    for span in report.document.damaged:
        if not (report[Span(max(0, span.start - 1), span.start)] == "《" or "**" in report[span]):
            yield span


def _lost(report: Report, left: Sequence[_Mark], pairs: Counter[str]) -> frozenset[str]:
    """The families of marks that a conversion has taken out of this text."""
    if any(True for _ in _spoilt(report)):
        return _LOSABLE
    count = Counter(one.family for one in left)
    return frozenset(
        family
        for family in _LOSABLE
        if count[family] > max(2, pairs[family])
        or (count[family] == 2 and not pairs[family] and family != _QUOTES)
    )


def _hits(report: Report, left: Sequence[_Mark]) -> Iterator[Hit]:
    """Two that were meant for each other are one fault."""
    n = 0
    while n < len(left):
        one, other = left[n], left[n + 1] if n + 1 < len(left) else None
        hit = _together(report, one, other) if other else None
        n += 2 if hit else 1
        yield hit or _alone(report, one)


def _together(report: Report, one: _Mark, other: _Mark) -> Hit | None:
    """”甲“ “甲“ ”甲”, a quotation mark turned round, and （甲】."""
    between = report[Span(one.at + 1, other.at)]
    if one.paragraph != other.paragraph or len(between) > _NEAR or "。" in between:
        return None
    if one.family == other.family == _QUOTES:
        wrong, right = (other, one) if one.opens else (one, other)
        fault = Words("方向用反了", "faces the wrong way")
        turned = [(mark, mark is one) for mark in (one, other) if mark.opens != (mark is one)]
    elif one.opens and not other.opens:
        wrong, right = other, one
        opener = report[Span(one.at, one.at + 1)]
        fault = Words(f"与前面的 {opener} 不成对", f"does not match the {opener} before it")
        turned = [(other, False)]
    else:
        return None
    edits = tuple(Edit(Span(mark.at, mark.at + 1), one.family[0 if opens else 1]) for mark, opens in turned)
    note = Note(Words("另一半在这里", "its other half is here"), Span(right.at, right.at + 1))
    return _hit(report, wrong, fault, (note,), Fix(False, edits))


def _alone(report: Report, one: _Mark) -> Hit:
    if report.document.text[one.at] == _STRAIGHT:
        fault = Words("的个数是单数，缺一个", "stands an odd number of times: one is missing")
    elif one.opens:
        fault = Words(f"后面没有与它成对的 {one.family[1]}", f"has no {one.family[1]} after it")
    else:
        fault = Words(f"前面没有与它成对的 {one.family[0]}", f"has no {one.family[0]} before it")
    return _hit(report, one, fault)


def _hit(
    report: Report, one: _Mark, fault: Words, notes: tuple[Note, ...] = (), fix: Fix | None = None
) -> Hit:
    span = Span(one.at, one.at + 1)
    straight = report[span] == _STRAIGHT
    values = {"mark": report[span], "fault": fault}
    return Hit(span, values, notes, fix, confidence="likely" if straight else None)
