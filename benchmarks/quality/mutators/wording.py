"""Defects of wording that lie in the text itself; others are sentences in `sentences/wording.yaml`."""

import random
import re
from dataclasses import replace

from benchmarks.quality.planting import Mutant, edited, matches, replaced
from benchmarks.quality.reports import Written

_STUTTERED = re.compile(
    r"(?<=[，。；：])(?:开展|推进|落实|建立|加强|完善|修订|规范|公布|安排|明确|调整|设置|清理|邀请|更新|配合|监测)(?=[\u4e00-\u9fff])"
)
_OF = re.compile(r"(?<=[\u4e00-\u9fff])的(?=[\u4e00-\u9fff])")
_TWICE = re.compile(r"(?<=[，。；：、])([\u4e00-\u9fff]{2,4})[、和]([\u4e00-\u9fff]{2,4})(?=[、，。；])")
_SENTENCE = re.compile(
    r"(?<=[。；])(?![一二三四五六七八九]是|第[一二三四五六七八九]，|（|[①-⑨]|首先|其次|再次|最后|\d)[^。；：“”]{18,60}。"
)
_PASSAGE = re.compile(
    r"(?<=[。；])(?![一二三四五六七八九]是|第[一二三四五六七八九]，|（|[①-⑨]|首先|其次|再次|最后|\d)[^。；：“”]{34,80}。"
)
_LABELLED = re.compile(r"(?:[一二三四五六七八九]是)([^：；。]{2,8}：)(?=[\u4e00-\u9fff])")
_COUNT = re.compile(r"\d|未|没有|无|联系|电话|邮")


def stutter(report: Written, rng: random.Random) -> Mutant | None:
    """推进推进, 的的"""
    found = matches(report, rng.choice((_STUTTERED, _STUTTERED, _OF)))
    if not found:
        return None
    at, match = rng.choice(found)
    return replaced(report, at + match.start(), at + match.end(), match[0] * 2)


def same_twice(report: Written, rng: random.Random) -> Mutant | None:
    """甲、甲 or 甲和甲"""
    found = [one for one in matches(report, _TWICE) if one[1][1] != one[1][2]]
    if not found:
        return None
    at, match = rng.choice(found)
    start, end = match.span(2)
    before = start - match.start()
    return replaced(report, at + start, at + end, match[1], before=before)


def repeated_sentence(report: Written, rng: random.Random) -> Mutant | None:
    """A sentence of one topic once more in another."""
    return _again(report, rng, _SENTENCE, "")


def repeated_passage(report: Written, rng: random.Random) -> Mutant | None:
    """A long passage of one topic, a little changed, in another."""
    return _again(report, rng, _PASSAGE, "工作中，")


def _again(report: Written, rng: random.Random, pattern: re.Pattern[str], before: str) -> Mutant | None:
    """What the pattern finds, in a paragraph of its own at the end of a later topic."""
    topics = {report.offset(n): line.topic for n, line in enumerate(report.lines) if line.section == 1}
    found = [one for one in matches(report, pattern) if topics.get(one[0]) and not _COUNT.search(one[1][0])]
    ends = {
        line.topic: report.offset(n) + len(line.text)
        for n, line in enumerate(report.lines)
        if line.section == 1 and line.topic and line.text.endswith("。")
    }
    if not found:
        return None
    at, match = rng.choice(found)
    later = [end for topic, end in ends.items() if topic > topics[at] and end > at + match.end()]
    if not later:
        return None
    end = rng.choice(later)
    mutant = replaced(report, end, end, f"\n{before}{match[0]}")
    return replace(mutant, start=mutant.start + 1, also=((at + match.start(), at + match.end()),))


def unlabelled_item(report: Written, rng: random.Random) -> Mutant | None:
    """One item of a list without the label that the others have."""
    found = [(at, marks) for at, marks in _lists(report) if len(marks) >= 3]
    if not found:
        return None
    at, marks = rng.choice(found)
    mark = rng.choice(marks)
    mutant = edited(report, [(at + mark.start(1), at + mark.end(1), "")])
    return Mutant(mutant.text, mutant.start - 2, mutant.end + 8, mutant.right)


def _lists(report: Written) -> list[tuple[int, list[re.Match[str]]]]:
    return [
        (report.offset(n), list(_LABELLED.finditer(line.text)))
        for n, line in enumerate(report.lines)
        if line.role in ("prose", "topic")
    ]
