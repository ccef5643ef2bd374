"""Brackets and quotation marks that lack their other half: 《 without 》, “ without ”."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from linter.language.late import late
from linter.language.marks import ordinal
from linter.language.paragraphs import paragraphs
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, NotAssessed, Note, Words
from linter.model.report import Report

_FAMILIES = ("《》", "〈〉", "（）()", "〔〕﹝﹞", "【】", "［］[]", "「」", "『』", "“”")
_OPENERS = {family[n]: family for family in _FAMILIES for n in range(0, len(family), 2)}
_CLOSERS = {family[n]: family for family in _FAMILIES for n in range(1, len(family), 2)}
_QUOTES = "“”"
_TITLE = "《》"
_STRAIGHT = '"'
_MARK = late("[" + re.escape("".join(_FAMILIES)) + '"]')
_MARKS_AND_LINES = late(_MARK.pattern[:-1] + "\n]")
_PAIRS = (*(one + other for family in _FAMILIES for one in family[::2] for other in family[1::2]), '""')
_DEEPEST = 4
_ORDINAL = late(r"(?:\A|[\s。；：，、;:,])([一二三四五六七八九十]{1,3}|\d{1,2}|[A-Za-z]|[①-⑳])\Z")
_WHOLE_ORDINAL = late(r"(?<!第)[（(]([一二三四五六七八九十]{1,3}|\d{1,2})[)）]")
_LONGEST_ORDINAL = 4
_TABLED = ("disclosure", "requests", "disputes")
_NEAR = 60  # characters between two marks that were meant for each other
_SENTENCE = late("[。，；]")
_LOSABLE = frozenset((_TITLE, "〔〕﹝﹞", _QUOTES))  # what a conversion drops, with 年 and 月, from web pages
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
    """A mark without its other half; `paragraph` is the number of the one it stands in, `ordinal` what a closing
    bracket makes a list mark of: 二）."""

    at: int
    family: str
    opens: bool
    paragraph: int
    ordinal: str = ""


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each mark whose partner is missing, unless a conversion has lost it."""
    if _is_balanced(report.document.text):
        return
    left, whole = [], Counter[str]()
    resumed = set()
    for number, (span, section) in enumerate(paragraphs(report)):
        text = report[span]
        if section in _TABLED and not _SENTENCE.search(text):
            continue  # the cells of a table that could not be read
        left += _unpaired(text, span.start, number, whole)
        if text.startswith(_QUOTES[0]):
            resumed.add(number)
    if not left:
        return
    left = [one for one in left if one.family != _QUOTES or not one.opens or one.paragraph + 1 not in resumed]
    faults = list(_faults(report, _without_far(_without_list_marks(report, left), options.reach)))
    lost = _lost(report, [marks[0] for marks in faults if len(marks) == 1], whole)
    damaged = tuple((span.start, span.end) for span in _spoilt(report))
    excused = False
    for marks in faults:
        one = marks[-1]
        if len(marks) == 1 and one.family in lost:
            excused = True
        elif not covered(damaged, marks[0].at, one.at + 1):
            yield _alone(report, one) if len(marks) == 1 else _together(report, *marks)
    if excused:
        yield _LOST


def _is_balanced(text: str) -> bool:
    """A quick look: whether in each line nothing is left of the marks, once pairs are taken out from within."""
    marks = "".join(_MARKS_AND_LINES.findall(text))
    for _ in range(_DEEPEST):
        for pair in _PAIRS:
            marks = marks.replace(pair, "")
        if not marks.strip("\n"):
            return True
    return False


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
        else:
            lone.append(replace(mark, ordinal=_ordinal(text, match.start())))
    return sorted([*lone, *opened], key=lambda one: one.at)


def _is_inch(text: str, at: int) -> bool:
    return text[at] == _STRAIGHT and text[at - 1 : at].isdecimal()


def _ordinal(text: str, at: int) -> str:
    """The ordinal that a closing bracket belongs to: 1） 一）; empty where it belongs to none."""
    found = _ORDINAL.search(text[max(0, at - _LONGEST_ORDINAL) : at]) if text[at] in "）)" else None
    return found[1] if found else ""


def _without_list_marks(report: Report, left: Sequence[_Mark]) -> list[_Mark]:
    """Those that are not meant to be one bracket only: 二） is a fault where （一） and （三） stand in its section,
    but no （二）."""
    sections = [one.span for one in report.sections if one.level == 1]
    starts = [span.start for span in sections]
    whole: dict[int, set[tuple[bool, int | None]]] = {}
    kept = []
    for one in left:
        number = bisect_right(starts, one.at) - 1
        if one.ordinal and number not in whole:
            text = report[sections[number]] if number >= 0 else ""
            whole[number] = {(said.isascii(), ordinal(said)) for said in _WHOLE_ORDINAL.findall(text)}
        if not one.ordinal or _is_missed(one.ordinal, whole[number]):
            kept.append(one)
    return kept


def _is_missed(said: str, whole: Container[tuple[bool, int | None]]) -> bool:
    """Whether an ordinal is not among those that have both brackets, but its neighbour is."""
    kind, number = said.isascii(), ordinal(said)
    if number is None or (kind, number) in whole:
        return False
    return (kind, number - 1) in whole or (kind, number + 1) in whole


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


def _lost(report: Report, alone: Sequence[_Mark], pairs: Counter[str]) -> frozenset[str]:
    """The families of marks that a conversion has taken out of this text."""
    if any(True for _ in _spoilt(report)):
        return _LOSABLE
    count = Counter((one.family, one.opens) for one in alone)
    return frozenset(
        family
        for (family, _), number in count.items()
        if family in _LOSABLE
        and (number > max(2, pairs[family]) or (family == _TITLE and number > 1 > pairs[_TITLE]))
    )


def _faults(report: Report, left: Sequence[_Mark]) -> Iterator[tuple[_Mark, ...]]:
    """The marks without partner, two by two where they were meant for each other."""
    n = 0
    while n < len(left):
        size = 2 if n + 1 < len(left) and _belong(report, left[n], left[n + 1]) else 1
        yield tuple(left[n : n + size])
        n += size


def _belong(report: Report, one: _Mark, other: _Mark) -> bool:
    """”甲“ “甲“ ”甲”, and （甲】."""
    if (
        one.paragraph != other.paragraph
        or other.at - one.at > _NEAR
        or "。" in report[Span(one.at, other.at)]
    ):
        return False
    if one.family == other.family:
        return one.family == _QUOTES
    return one.opens and not other.opens and _QUOTES not in (one.family, other.family)


def _together(report: Report, one: _Mark, other: _Mark) -> Hit:
    """A quotation mark turned round, or a bracket of another kind."""
    wrong, right = (one, other) if one.family == other.family and not one.opens else (other, one)
    if one.family == other.family:
        fault = Words("方向用反了", "faces the wrong way")
    else:
        opener = report.document.text[one.at]
        fault = Words(f"与前面的 {opener} 不成对", f"does not match the {opener} before it")
    edits = [Edit(Span(one.at, one.at + 1), one.family[0])] * (not one.opens)
    edits += [Edit(Span(other.at, other.at + 1), one.family[1])] * (other.opens or one.family != other.family)
    note = Note(Words("另一半在这里", "its other half is here"), Span(right.at, right.at + 1))
    return _hit(report, wrong, fault, (note,), Fix(False, tuple(edits)))


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
