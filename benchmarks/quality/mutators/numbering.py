"""Defects of numbering: marks that do not count, and numbers of items that are not those of the list."""

import random
import re
from itertools import pairwise

from benchmarks.quality.houses import HOUSES
from benchmarks.quality.mutators.structure import heading
from benchmarks.quality.planting import Mutant, edited, matches, relined, replaced, with_text
from benchmarks.quality.reports import Written
from tests.composing.enumerations import HAN

_ANNOUNCED = re.compile(
    r"[两三四五](?=(?:个方面|个问题|个特点|个要点|个|项工作|项措施|项任务|项|点差距|点|件事|类阵地|方面的不足|步推进)[^。：；，]{0,9}：(?:一是|第一，|（1）|①|$))"
)
_MARKS = (
    (re.compile(r"(?:(?<=[。；：])|^　*)([一二三四五六七八九])是"), HAN),
    (re.compile(r"(?:(?<=[。；：])|^　*)第([一二三四五六七八九])(?=，)"), HAN),
    (re.compile(r"(?<=[。；：])（([1-9])）"), "123456789"),
    (re.compile(r"(?<=[。；：])([①-⑨])"), "①②③④⑤⑥⑦⑧⑨"),
)
_STOPS = (
    (re.compile(r"(?:(?<=[。；：])|^　*)[一二三四五六七八九]是"), ("，", "、", "：")),
    (re.compile(r"(?<=[。；：])（[1-9]）"), ("、", "．", "，")),
    (re.compile(r"(?<=[。；：])[①-⑨]"), ("、", "．")),
)


def announced_count(report: Written, rng: random.Random) -> Mutant | None:
    """Another number of items than follow."""
    found = matches(report, _ANNOUNCED)
    if not found:
        return None
    start, match = rng.choice(found)
    new = rng.choice([one for one in "三四五六" if one != match[0]])
    return replaced(report, start + match.start(), start + match.end(), new, behind=1)


def wrong_mark(report: Written, rng: random.Random) -> Mutant | None:
    """The last mark of a list repeats the one before, skips one, or goes back."""
    found = []
    for n, line in enumerate(report.lines):
        for pattern, names in _MARKS if line.role in ("prose", "topic") else ():
            marks = list(pattern.finditer(line.text))
            if len(marks) >= 3 and names.startswith("".join(mark[1] for mark in marks)):
                found.append((report.offset(n), marks[-1], names, len(marks)))
    if not found:
        return None
    at, mark, names, count = rng.choice(found)
    new = names[rng.choice((count - 2, count - 2, count, 0 if count > 3 else count - 2))]
    start = at + mark.start(1)
    return replaced(
        report, start, start + 1, new, before=mark.start(1) - mark.start(), behind=mark.end() - mark.end(1)
    )


def wrong_mark_of_paragraph(report: Written, rng: random.Random) -> Mutant | None:
    """Of items in paragraphs of their own, one repeats the number of the item before."""
    pattern = re.compile(r"　*(?:([1-9])\.|([一二三四五六七八九])是|（([1-9])）)")
    found = []
    for n, (one, other) in enumerate(pairwise(report.lines)):
        first, second = pattern.match(one.text), pattern.match(other.text)
        if one.role == other.role == "prose" and first and second and first.lastindex == second.lastindex:
            group = second.lastindex or 1
            if second[group] not in "1一2二":
                found.append((report.offset(n + 1) + second.start(group), first[group]))
    if not found:
        return None
    start, number = rng.choice(found)
    return replaced(report, start, start + 1, number, before=1, behind=1)


def wrong_topic_mark(report: Written, rng: random.Random) -> Mutant | None:
    """The mark of a topic repeats the one before, or skips one."""
    house = HOUSES[report.house]
    if house.labels == "none":
        return None
    names = "123456" if house.mark == "1." else HAN
    topic = rng.randint(3, 5)
    index = next(n for n, one in enumerate(report.lines) if one.role == "topic" and one.topic == topic)
    start = report.offset(index) + report.lines[index].text.index(names[topic - 1])
    new = names[topic - 2] if topic < 5 or rng.random() < 0.5 else names[topic]
    return replaced(report, start, start + 1, new, before=1 if house.mark != "1." else 0, behind=1)


def wrong_stop(report: Written, rng: random.Random) -> Mutant | None:
    """A wrong stop behind every mark of a list."""
    found = []
    for n, line in enumerate(report.lines):
        for pattern, stops in _STOPS if line.role in ("prose", "topic") else ():
            marks = list(pattern.finditer(line.text))
            if len(marks) >= 2:
                found.append((report.offset(n), marks, stops))
    if not found:
        return None
    at, marks, stops = rng.choice(found)
    stop = rng.choice(stops)
    return edited(report, [(at + mark.start(), at + mark.end(), mark[0] + stop) for mark in marks])


def wrong_stop_of_topics(report: Written, _rng: random.Random) -> Mutant | None:
    """（一）、 or 1、 before the topics."""
    house = HOUSES[report.house]
    if house.labels == "none":
        return None
    edits = []
    for n, line in enumerate(report.lines):
        if line.role == "topic" and line.section == 1:
            indent = len(line.text) - len(line.text.lstrip("　"))
            start = report.offset(n) + indent
            end = start + len(house.mark)
            mark = report.text[start:end]
            edits.append((start, end, mark.replace(".", "、") if house.mark == "1." else mark + "、"))
    return edited(report, edits)


def wrong_section_number(report: Written, rng: random.Random) -> Mutant:
    """The number of a section repeats the one before, or skips one."""
    section = rng.randint(2, 6)
    index = heading(report.lines, section)
    line = report.lines[index]
    new = HAN[section - 2] if section < 6 or rng.random() < 0.7 else HAN[section]
    text = line.text.replace(HAN[section - 1] + "、", new + "、", 1)
    return relined(report, [*report.lines[:index], with_text(line, text), *report.lines[index + 1 :]], index)


def bracket_width(report: Written, rng: random.Random) -> Mutant | None:
    """(二) among （一） to （五）."""
    house = HOUSES[report.house]
    if house.labels == "none" or house.mark == "1.":
        return None
    mark = f"（{rng.choice('二三四')}）"
    index = next(n for n, line in enumerate(report.lines) if line.role == "topic" and mark in line.text[:6])
    start = report.offset(index) + report.lines[index].text.index(mark)
    return replaced(report, start, start + 3, rng.choice((f"({mark[1]})", f"（{mark[1]})")))


def empty_item(report: Written, rng: random.Random) -> Mutant | None:
    """A mark with nothing behind it."""
    found = []
    for n, line in enumerate(report.lines):
        if line.role in ("prose", "topic"):
            pattern = re.compile("(?<=[；：])([一二三四五六]是|（\\d）|[①-⑨])([^；。：]{8,})(?=[；])")
            found += [(report.offset(n), match) for match in pattern.finditer(line.text)]
    if not found:
        return None
    at, match = rng.choice(found)
    return replaced(report, at + match.start(2), at + match.end(2), "", before=len(match[1]), behind=1)


def mixed_marks(report: Written, rng: random.Random) -> Mutant | None:
    """二要 among 一是 and 三是."""
    found = []
    for n, line in enumerate(report.lines):
        if line.role in ("prose", "topic"):
            marks = list(_MARKS[0][0].finditer(line.text))
            if len(marks) >= 3 and "一二三四五六七八九".startswith("".join(one[1] for one in marks)):
                found += [report.offset(n) + one.start(1) for one in marks]
    if not found:
        return None
    at = rng.choice(found)
    return replaced(report, at + 1, at + 2, "要", before=1)


def repeated_label(report: Written, rng: random.Random) -> Mutant | None:
    """Two items of a list under one label."""
    pattern = re.compile("[一二三四五六]是([^：；。，]{3,8})[：。]")
    found = []
    for n, line in enumerate(report.lines):
        labels = list(pattern.finditer(line.text)) if line.role in ("prose", "topic") else []
        if len(labels) >= 3:
            found.append((report.offset(n), labels))
    if not found:
        return None
    at, labels = rng.choice(found)
    return replaced(report, at + labels[-1].start(1), at + labels[-1].end(1), labels[0][1])
