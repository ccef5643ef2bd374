"""Defects of headings, and of where and how long things are."""

import random
from dataclasses import replace

from benchmarks.quality.clauses import pick
from benchmarks.quality.houses import HOUSES
from benchmarks.quality.mutators.structure import heading
from benchmarks.quality.planting import Mutant, edited, relined, replaced, with_text
from benchmarks.quality.reports import Written
from tests.composing.enumerations import HAN
from tests.composing.lines import Line, joined

_OUTLINE = (
    "section-numbering",
    "section-order",
    "enumeration-order",
    "empty-section",
    "missing-topic",
    "repeated-heading",
    "missing-section",
)
"""Nobody knows what belongs where once the levels are lost."""
_TAILS = ("情况", "方面")


def topics(report: Written) -> list[int]:
    """Where the headings of topics stand."""
    return [n for n, line in enumerate(report.lines) if line.role == "topic" and line.section == 1]


def marks(report: Written) -> list[tuple[int, int]]:
    """The marks of topics."""
    length = len(HOUSES[report.house].mark)
    found = []
    for n in topics(report):
        text = report.lines[n].text
        start = report.offset(n) + len(text) - len(text.lstrip("　"))
        found.append((start, start + length))
    return found


def same_level(report: Written, _rng: random.Random) -> Mutant | None:
    """一、 before the topics of 一、总体情况."""
    if HOUSES[report.house].labels == "none":
        return None
    mutant = edited(report, [(*span, f"{HAN[n]}、") for n, span in enumerate(marks(report))])
    return replace(mutant, entails=_OUTLINE)


def other_mark(report: Written, rng: random.Random) -> Mutant | None:
    """3. among （一） to （五）, or （三） among 1. to 5."""
    if HOUSES[report.house].labels == "none":
        return None
    topic = rng.randint(1, 3)
    start, end = marks(report)[topic]
    new = f"（{HAN[topic]}）" if HOUSES[report.house].mark == "1." else f"{topic + 1}."
    return replace(replaced(report, start, end, new), entails=_OUTLINE)


def run_in(report: Written, rng: random.Random) -> Mutant | None:
    """A topic's name without the stop that parts it from the text."""
    if HOUSES[report.house].labels != "stop":
        return None
    found = []
    for n in topics(report):
        label, _, rest = report.lines[n].text.partition("。")
        if rest.startswith((str(report.year), report.unit.me, "一是")):
            found.append((report.offset(n), len(label)))
    if not found:
        return None
    at, length = rng.choice(found)
    return replaced(report, at + length, at + length + 1, "", before=length)


def separators(report: Written, rng: random.Random) -> Mutant | None:
    """One 。 or ， among the ； of a list."""
    found = []
    for n, line in enumerate(report.lines):
        if line.role in ("prose", "topic"):
            places = [
                i for i, one in enumerate(line.text) if one == "；" and line.text[i + 2 : i + 3] == "是"
            ]
            if len(places) >= 2 and all(
                one in "一二三四五六七" for one in (line.text[i + 1] for i in places)
            ):
                found += [report.offset(n) + i for i in places]
    if not found:
        return None
    at = rng.choice(found)
    return replaced(report, at, at + 1, rng.choice("。，"))


def repeated_heading(report: Written, rng: random.Random) -> Mutant | None:
    """A topic under the name of another."""
    house = HOUSES[report.house]
    if house.labels == "none":
        return None
    one, other = rng.sample(range(5), 2)
    found = topics(report)[other]
    text = report.lines[found].text
    at = report.offset(found) + text.index(house.topics[other])
    mutant = replaced(report, at, at + len(house.topics[other]), house.topics[one])
    first = topics(report)[one]
    start = report.offset(first)
    grown = len(mutant.text) - len(report.text) if first > found else 0
    also = ((start + grown, start + grown + len(house.mark) + len(house.topics[one]) + 2),)
    return replace(mutant, also=also, entails=("missing-topic", "topic-order", "topic-mismatch"))


def topic_order(report: Written, rng: random.Random) -> Mutant | None:
    """Two neighbouring topics changed about, counted in the order in which they stand."""
    house = HOUSES[report.house]
    if house.labels == "none":
        return None
    first = rng.randint(1, 4)
    order = {first: first + 1, first + 1: first}
    start, end = heading(report.lines, 1), heading(report.lines, 2)
    inside = sorted(report.lines[start:end], key=lambda line: order.get(line.topic, line.topic))
    names = "12345" if house.mark == "1." else HAN
    lines = [*report.lines[:start], *inside, *report.lines[end:]]
    number, places = 0, []
    for n, line in enumerate(lines):
        if line.role == "topic" and line.section == 1:
            lines[n] = with_text(line, line.text.replace(names[line.topic - 1], names[number], 1))
            number += 1
            if line.topic in order:
                places.append(n)
    one, other = (relined(report, lines, n) for n in places)
    return Mutant(one.text, one.start, one.end, one.right, also=((other.start, other.end),))


def other_tail(report: Written, rng: random.Random) -> Mutant | None:
    """One topic 情况 or 方面, the others not."""
    house = HOUSES[report.house]
    if house.labels == "none" or house.topics[0] not in ("主动公开", "主动公开情况", "主动公开方面"):
        return None
    topic = rng.randrange(5)
    name = house.topics[topic]
    bare = next((name.removesuffix(tail) for tail in _TAILS if name.endswith(tail)), name)
    new = rng.choice([one for one in (bare, *(bare + tail for tail in _TAILS)) if one != name])
    n = topics(report)[topic]
    at = report.offset(n) + report.lines[n].text.index(name)
    return replaced(report, at, at + len(name), new, before=2)


def misplaced_table(report: Written, rng: random.Random) -> Mutant:
    """The tables of section two under another heading."""
    section = [line for line in report.lines if line.role == "table" and line.section == 2]
    rest = [line for line in report.lines if line not in section]
    index = heading(rest, rng.choice((3, 4, 6)))
    lines = [*rest[: index + 1], *section, *rest[index + 1 :]]
    at = sum(len(line.text) + 1 for line in lines[: index + 1])
    return Mutant(joined(lines), at, at + len(joined(section)), report.text)


def long_sentence(report: Written, rng: random.Random) -> Mutant:
    """A sentence of more than 150 characters without a stop."""
    return _added(report, rng, "，".join(_unsaid(report, rng, "platform")[:6]) + "。")


def long_paragraph(report: Written, rng: random.Random) -> Mutant | None:
    """A paragraph of more than 500 characters."""
    said = [*_unsaid(report, rng, "management"), *_unsaid(report, rng, "platform")]
    text, count = "", 0
    while len(text) < 560 and count < len(said):
        text, count = text + said[count] + "。", count + 1
    return _added(report, rng, text) if len(text) > 520 else None


def long_overview(report: Written, rng: random.Random) -> Mutant:
    """A section one of more than a thousand characters; the finding is on its heading."""
    said = [*_unsaid(report, rng, "management"), *_unsaid(report, rng, "platform")]
    lines = [Line(one + "。", "prose", 1, 5) for one in said]
    lines += [
        Line(one, "prose", 1, 5)
        for one in pick(rng, report.facts, "active", "fields", 14)
        if one not in report.text
    ]
    end, start = heading(report.lines, 2), heading(report.lines, 1)
    return relined(report, [*report.lines[:end], *lines, *report.lines[end:]], start)


def _unsaid(report: Written, rng: random.Random, topic: str) -> list[str]:
    """Items of a topic that the report has not, without end marks."""
    said = (one.partition(" // ")[2] for one in pick(rng, report.facts, topic, "items", 13))
    return [one for one in said if one.partition("，")[2] not in report.text]


def _added(report: Written, rng: random.Random, text: str) -> Mutant:
    """A paragraph of its own at the end of a topic."""
    topic = rng.randint(3, 5)
    index = max(n for n, line in enumerate(report.lines) if line.section == 1 and line.topic == topic) + 1
    return relined(
        report, [*report.lines[:index], Line(text, "prose", 1, topic), *report.lines[index:]], index
    )
