"""Planting a defect in a composed report, at a place that is known."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import yaml

from benchmarks.quality.clauses import FOLDER
from benchmarks.quality.reports import Written
from tests.composing.lines import Line, joined


@dataclass(frozen=True, slots=True)
class Mutant:
    """A report with one defect, at `text[start:end]`; `right` is the same report without it, `previous` the text
    of last year's where the defect shows only beside it (`right_previous` where that is another for the right
    text); `also` are other places where the defect may be found; `entails`: rules that the defect concerns too,
    wherever they speak of it. An empty place lies between two characters."""

    text: str
    start: int
    end: int
    right: str
    previous: str | None = None
    also: tuple[tuple[int, int], ...] = ()
    entails: tuple[str, ...] = ()
    right_previous: str | None = None


Mutator = Callable[[Written, random.Random], Mutant | None]
"""Plants a defect of one rule; None where the report has no place for it."""

_CHANGE = re.compile(r"⟦([^⟦⟧→]*)→([^⟦⟧]*)⟧")
_LISTED = re.compile(r"[一二三]是|第[一二三]，|（\d）|[①②③]|首先|^　*\d\.|分别|如下")
_PLACES = {"active": 1, "on-request": 2, "management": 3, "platform": 4, "supervision": 5}
_ANYWHERE = ("active", "management", "platform", "supervision")


def replaced(report: Written, start: int, end: int, new: str, *, before: int = 0, behind: int = 0) -> Mutant:
    """The report with `new` for `text[start:end]`; the defect is `new` with so many characters on either side."""
    text = report.text
    changed = text[:start] + new + text[end:]
    return Mutant(changed, start - before, start + len(new) + behind, text)


def swapped(report: Written, rng: random.Random, pattern: re.Pattern[str], new: str) -> Mutant | None:
    """One match of the pattern in running text replaced; `new` may name its groups. The defect is what is new."""
    found = list(matches(report, pattern))
    if not found:
        return None
    start, match = rng.choice(found)
    return replaced(report, start + match.start(), start + match.end(), match.expand(new))


def matches(
    report: Written, pattern: re.Pattern[str], roles: Sequence[str] = ("prose", "lead", "topic")
) -> list[tuple[int, re.Match[str]]]:
    """Matches in lines of running text, each with the place where its line begins."""
    return [
        (report.offset(n), match)
        for n, line in enumerate(report.lines)
        if line.role in roles and (line.role != "topic" or line.text.endswith(("。", "；")))
        for match in pattern.finditer(line.text)
    ]


def edited(report: Written, edits: Sequence[tuple[int, int, str]]) -> Mutant:
    """The report with several stretches replaced, in reading order; the defect is in any of them."""
    text, places, grown = report.text, list[tuple[int, int]](), 0
    for start, end, new in edits:
        text = text[: start + grown] + new + text[end + grown :]
        places.append((start + grown, start + grown + len(new)))
        grown += len(new) - (end - start)
    return Mutant(text, *places[0], report.text, also=tuple(places[1:]))


def relined(
    report: Written, lines: Sequence[Line], index: int, start: int = 0, end: int | None = None
) -> Mutant:
    """The report with other lines; the defect lies in line `index`, without its indent unless said otherwise."""
    at = sum(len(line.text) + 1 for line in lines[:index])
    text = lines[index].text
    begin = start or len(text) - len(text.lstrip("　"))
    return Mutant(joined(list(lines)), at + begin, at + (len(text) if end is None else end), report.text)


def with_text(line: Line, text: str) -> Line:
    """The line with another text."""
    return Line(text, line.role, line.section, line.topic, line.addresses)


def said(report: Written, rng: random.Random, sentence: str, place: str = "") -> Mutant | None:
    """A sentence with a defect, put into the report: `⟦wrong→right⟧` is the defect, or what stands in ⟪ ⟫ with
    it. `place`: a topic, `lead`, `problems`, `other`; otherwise any topic but 依申请公开, `own` there in a paragraph
    of its own."""
    filled = sentence.format_map(report.facts)
    wrong, right = (_CHANGE.sub(rf"\{group}", filled) for group in (1, 2))
    spot = _spot(report, rng, place or rng.choice(_ANYWHERE))
    if spot is None:
        return None
    at, lead, tail = spot
    text = report.text
    start, end, wrong = _marked(filled, wrong)
    right = right.replace("⟪", "").replace("⟫", "")
    begin = at + len(lead)
    return Mutant(
        text[:at] + lead + wrong + tail + text[at:],
        begin + start,
        begin + end,
        text[:at] + lead + right + tail + text[at:],
    )


def _marked(filled: str, wrong: str) -> tuple[int, int, str]:
    """Where the defect stands in the wrong sentence, and that sentence without marks."""
    if "⟪" in wrong:
        start = wrong.index("⟪")
        return start, wrong.index("⟫") - 1, wrong.replace("⟪", "").replace("⟫", "")
    change = _CHANGE.search(filled)
    if change is None:
        return 0, len(wrong), wrong
    return change.start(), change.start() + len(change[1]), wrong


def _spot(report: Written, rng: random.Random, place: str) -> tuple[int, str, str] | None:
    """Where a sentence goes in: the offset, and what goes before and behind it. At the end of a paragraph
    without a list, or as a paragraph of its own behind the last one."""
    alone = place in ("problems", "other", "own")
    place = rng.choice(_ANYWHERE) if place == "own" else place
    chosen = [n for n, line in enumerate(report.lines) if _belongs(line, place) and line.text.endswith("。")]
    if not chosen:
        return None
    plain = [n for n in chosen if not _LISTED.search(report.lines[n].text)]
    if plain and not alone and (place == "lead" or rng.random() < 0.5):
        index = rng.choice(plain)
        return report.offset(index) + len(report.lines[index].text), "", ""
    index = chosen[-1]
    indent = "　　" if report.lines[index].text.startswith("　") else ""
    return report.offset(index) + len(report.lines[index].text), "\n" + indent, ""


def _belongs(line: Line, place: str) -> bool:
    match place:
        case "lead":
            return line.role == "lead"
        case "problems":
            return line.role == "prose" and line.section == 5
        case "other":
            return line.role == "prose" and line.section == 6
    return line.role in ("prose", "topic") and line.section == 1 and line.topic == _PLACES[place]


@cache
def sentences() -> Mapping[str, tuple[str, ...]]:
    """The sentences with defects by rule, from `sentences/*.yaml`."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted((FOLDER / "sentences").glob("*.yaml")):
        read: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        found |= {rule: tuple(texts) for rule, texts in read.items()}
    return found


def saying(rule: str) -> Mutator:
    """Plants one of the sentences of that rule. `TS> ` keeps a sentence for some kinds of units, `县> ` for
    townships and sub-districts of a county or district, `局> ` for departments, `2021> ` for reports from that year on, `@problems ` for
    a place."""

    def plant(report: Written, rng: random.Random) -> Mutant | None:
        choice = []
        for sentence in sentences()[rule]:
            kinds, mark, rest = sentence.partition("> ")
            if not mark or _suits(report, kinds):
                choice.append(rest if mark else sentence)
        if not choice:
            return None
        sentence, place = rng.choice(choice), ""
        if sentence.startswith("@"):
            place, _, sentence = sentence[1:].partition(" ")
        return said(report, rng, sentence, place)

    return plant


def _suits(report: Written, kinds: str) -> bool:
    if kinds == "县":
        return report.unit.kind in "TS" and report.unit.parents[-1][-1] in "县区"
    if kinds == "局":
        return report.unit.level == "部门"
    return report.year >= int(kinds) if kinds.isdigit() else report.unit.kind in kinds
