"""Defects planted one at a time in composed reports, with the finding that each of them should bring."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from tests.composing.enumerations import HAN
from tests.composing.lines import Line
from tests.composing.report import Composed


@dataclass(frozen=True, slots=True)
class Planted:
    """A text with one defect: rule `rule` should point at `text[start:end]`, and nothing else should be found."""

    text: str
    rule: str
    start: int
    end: int

    @property
    def marked(self) -> str:
        """What stands at the place of the defect."""
        return self.text[self.start : self.end]


Plant = Callable[[Composed, random.Random], Planted | None]
"""Makes a defect; None where the report offers no place for it."""

_MARKS = (
    re.compile(r"(?:(?<=[。；：])|^　*)([一二三四五六七八九])是"),
    re.compile(r"(?:(?<=[。；：])|^　*)第([一二三四五六七八九])(?=，)"),
    re.compile(r"(?:(?<=[。；：])|^　*)（([1-9])）"),
    re.compile(r"(?<=[。；：])([①-⑨])"),
)
_SELF = {"乡": "镇", "镇": "乡", "街道": "镇", "民族乡": "镇", "县": "乡"}
_PAIRS = (
    ("及时性和准确性", "及时性和及时性"),
    ("互动性和实效性", "互动性和互动性"),
    ("教育、医疗、养老", "教育、教育、养老"),
    ("意见建议", "意见意见建议"),
    ("通过", "可通过可以通过"),
)
_STUTTERS = re.compile(r"(?<=[，。；：])(开展|推进|落实|建立|加强|完善|修订|规范|组织|公布|安排)(?=[一-鿿])")
_OF = re.compile(r"(?<=[一-鿿])的(?=[一-鿿])")


def repeated_ordinal(report: Composed, rng: random.Random) -> Planted | None:
    """一是…二是…二是…"""
    return _renumbered(report, rng, 3, lambda count: count - 2)


def skipped_ordinal(report: Composed, rng: random.Random) -> Planted | None:
    """一是…二是…四是…"""
    return _renumbered(report, rng, 3, lambda count: count)


def backward_ordinal(report: Composed, rng: random.Random) -> Planted | None:
    """一是…二是…三是…二是…"""
    return _renumbered(report, rng, 4, lambda _: 1)


def paragraph_ordinal(report: Composed, rng: random.Random) -> Planted | None:
    """1.… 2.… 2.… in paragraphs of their own."""
    found = []
    for index, (one, other) in enumerate(pairwise(report.lines)):
        before, after = (re.match(r"　*([1-9])\.", line.text) for line in (one, other))
        if one.role == other.role == "prose" and before and after and before[1] != "1":
            found.append((index + 1, after.start(1), before[1]))
    if not found:
        return None
    index, at, number = rng.choice(found)
    return _edited(report, index, at, at + 1, number, "enumeration-order", at, at + 2)


def doubled_pair(report: Composed, rng: random.Random) -> Planted | None:
    """互动性和互动性, 教育、教育, 意见意见, 可通过可以通过"""
    lines = _prose(report)
    found = [
        (n, line.text.index(right), right, wrong)
        for n, line in lines
        for right, wrong in _PAIRS
        if right in line.text
    ]
    if not found:
        return None
    index, at, right, wrong = rng.choice(found)
    length = {"教育、教育、养老": 5, "意见意见建议": 4, "可通过可以通过": 7}.get(wrong, len(wrong))
    return _edited(report, index, at, at + len(right), wrong, "duplicate-wording", at, at + length)


def stutter(report: Composed, rng: random.Random) -> Planted | None:
    """推进推进"""
    found = [(n, one) for n, line in _prose(report) for one in _STUTTERS.finditer(line.text)]
    if not found:
        return None
    index, match = rng.choice(found)
    at, doubled = match.start(), match[1] * 2
    return _edited(report, index, at, match.end(), doubled, "duplicate-wording", at, at + len(doubled))


def doubled_particle(report: Composed, rng: random.Random) -> Planted | None:
    """的的"""
    found = [(n, one.start()) for n, line in _prose(report) for one in _OF.finditer(line.text)]
    if not found:
        return None
    index, at = rng.choice(found)
    return _edited(report, index, at, at + 1, "的的", "duplicate-wording", at, at + 2)


def unfinished(report: Composed, rng: random.Random) -> Planted | None:
    """A paragraph without 。 before a heading."""
    found = [
        n
        for n, (one, other) in enumerate(pairwise(report.lines))
        if one.text.endswith("。") and one.section in (1, 5) and other.role in ("section", "topic")
    ]
    index = rng.choice(found)
    end = len(report.lines[index].text) - 1
    return _edited(report, index, end, end + 1, "", "missing-ending", end - 1, end)


def wrong_level(report: Composed, rng: random.Random) -> Planted | None:
    """我镇 in the report of a 乡"""
    word = report.unit.me
    wrong = _SELF.get(report.unit.level)
    if wrong is None or not word.startswith("我"):
        return None
    found = [(n, line.text.index(word)) for n, line in _prose(report) if word in line.text]
    if not found:
        return None
    index, at = rng.choice(found)
    return _edited(report, index, at, at + len(word), f"我{wrong}", "unit-level", at, at + 1 + len(wrong))


def wrong_section_number(report: Composed, rng: random.Random) -> Planted | None:
    """四、 once more for section five"""
    section = rng.randint(2, 6)
    index = next(
        n for n, line in enumerate(report.lines) if line.role == "section" and line.section == section
    )
    at = report.lines[index].text.index("、") - 1
    return _edited(report, index, at, at + 1, HAN[section - 2], "section-numbering", at, at + 2)


def wrong_sum(report: Composed, rng: random.Random) -> Planted | None:
    """A part that does not fit the total"""
    pattern = re.compile(r"(?<=政府信息)(\d+)条[，。：](?:其中|从公开渠道看)?[^。]*?(\d+)条，[^。]*?(\d+)条")
    partial = re.compile(r"条等，|比\d+年(?:增加|减少)")
    for index, line in _prose(report):
        match = pattern.search(line.text)
        if (
            match
            and ("其中" in match[0] or "渠道看" in match[0] or "类" in match[0])
            and not partial.search(match[0])
        ):
            part = str(int(match[3]) + rng.randint(1, 9))
            start, end = match.span(1)
            return _edited(report, index, *match.span(3), part, "itemised-sum", start, end + 1)
    return None


def _renumbered(report: Composed, rng: random.Random, least: int, to: Callable[[int], int]) -> Planted | None:
    """The last mark of a list within one paragraph with the number `to` (from 0) of its count of items."""
    found = []
    for index, line in _prose(report):
        for pattern in _MARKS:
            marks = list(pattern.finditer(line.text))
            counts = "".join(mark[1] for mark in marks)
            names = next((one for one in (HAN, "123456789", "①②③④⑤⑥⑦⑧⑨") if one.startswith(counts)), None)
            if names and len(marks) >= least:
                found.append((index, marks[-1], names[to(len(marks))]))
    if not found:
        return None
    index, mark, number = rng.choice(found)
    start = mark.start() + (len(mark[0]) - len(mark[0].lstrip("　")))
    return _edited(report, index, *mark.span(1), number, "enumeration-order", start, mark.end())


def _prose(report: Composed) -> list[tuple[int, Line]]:
    """Lines of running text with their places; a topic's own line is none."""
    return [
        (n, line)
        for n, line in enumerate(report.lines)
        if line.role in ("lead", "prose") or (line.role == "topic" and line.text.endswith(("。", "；")))
    ]


def _edited(
    report: Composed, index: int, start: int, end: int, new: str, rule: str, mark_start: int, mark_end: int
) -> Planted:
    """Line `index` with `new` for its characters `start` to `end`; the marks count in the line as edited."""
    at, text = report.offset(index), report.text
    return Planted(text[: at + start] + new + text[at + end :], rule, at + mark_start, at + mark_end)


DEFECTS: Mapping[str, Plant] = {
    "repeated ordinal": repeated_ordinal,
    "skipped ordinal": skipped_ordinal,
    "backward ordinal": backward_ordinal,
    "ordinal of a paragraph": paragraph_ordinal,
    "doubled pair": doubled_pair,
    "stutter": stutter,
    "doubled particle": doubled_particle,
    "unfinished paragraph": unfinished,
    "wrong level word": wrong_level,
    "wrong section number": wrong_section_number,
    "wrong sum": wrong_sum,
}
"""The defects by name that lie in a few characters. Others: `omissions`."""
