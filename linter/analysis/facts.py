"""The numbers that the running text states, by address (`text.received`), as `rules/facts.yaml` declares them.

A number is read only where its role, its year and what it counts stand in one clause; else it is none."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from linter.analysis.stating import STATES, Said, promises, stated
from linter.language.anchors import first_from
from linter.language.declarations import Declared, declared
from linter.language.quantities import quantities
from linter.model.document import Span
from linter.model.report import Fact, Report, Sentence, Title

_NEAR = 300  # characters
_BODIES = ("人民政府", "政府", "街道办事处", "办事处")
_OWN_WORDS = {
    "镇": "全镇 镇政府 镇人民政府",
    "乡": "全乡 乡政府 乡人民政府",
    "民族乡": "全乡 乡政府 乡人民政府",
    "街道": "全街道 街道 街道办 街道办事处 办事处",
    "县级市": "全市",
    "部门": "全局 全委 全系统",
    **{level: f"全{level}" for level in "省市州盟县区旗"},
}
_PLACES = "省市州盟县区旗"


class _Before(NamedTuple):
    """What stands before a sentence in its paragraph: the last noun, whether it speaks of the report's own year; and
    where the paragraph's text begins."""

    noun: str | None
    now: bool
    begun: int


def facts(report: Report, declarations: Declared | None = None) -> tuple[Fact, ...]:
    """The numbers stated of the report's own year, in reading order."""
    wanted = declarations or declared()
    text, damaged, names = report.document.text, report.document.damaged, own_names(report.title)
    found: list[Fact] = []
    before = _Before(None, True, 0)
    waiting: list[Sentence] = []  # read only if a later sentence of the paragraph may state something
    end = 0
    promise = promises(wanted.anchors, wanted.units)
    for one in report.sentences:
        start = one.span.start
        promised = promise(text[start : one.span.end])
        if not promised:
            continue
        line = text.rfind("\n", end, start)
        if line >= 0:
            before, waiting = _Before(None, True, first_from(report.sentences, line + 1).span.start), []
        end = one.span.end
        if damaged and any(bad.overlaps(one.span) for bad in damaged):
            continue
        waiting.append(one)
        if promised == STATES:
            for sentence in waiting:
                made, before = _said(report, sentence, before, names, wanted)
                found += made
            waiting = []
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.address)))


def _said(
    report: Report, one: Sentence, before: _Before, names: Sequence[str], wanted: Declared
) -> tuple[list[Fact], _Before]:
    """The facts of a sentence, and what the next one has before it."""
    start, end = one.span
    text = report.document.text
    words, stretch = text[start:end], text[max(before.begun, start - _NEAR) : end]
    near = frozenset([word for word in wanted.hints if word in stretch])
    own = tuple([name for name in names if name in words])
    said = Said(one.section, one.topic, before.noun, before.now, near, own, report.title.year)
    counted = quantities(words)
    facts, noun, now = stated(words, said, counted, wanted)
    made = []
    by_start = {one.span.start: one for one in counted} if facts else {}
    for address, first, last, is_counted in facts:
        value, unit = (by_start[first].value, by_start[first].unit) if is_counted else (Decimal(0), None)
        made.append(Fact(address, Span(start + first, start + last), words[first:last], value, unit))
    return made, _Before(noun, now, before.begun)


def own_names(title: Title) -> tuple[str, ...]:
    """How a report may name its own unit: in full, without 人民政府, with or without the names above it."""
    if not title.unit:
        return ()
    short = next((title.unit.removesuffix(body) for body in _BODIES if title.unit.endswith(body)), title.unit)
    names = {title.unit, short}
    if title.level == "部门":
        names |= {
            title.unit[at:] for n, char in enumerate(title.unit[:-3]) if char in _PLACES for at in (n, n + 1)
        }
    chains = ("".join(title.parents[n:]) for n in range(len(title.parents)))
    names |= {chain + name for chain in chains for name in (title.unit, short)}
    names.update(_OWN_WORDS.get(title.level or "", "").split())
    return tuple(sorted(name for name in names if len(name) > 1))
