"""Defects that show beside last year's report only."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from benchmarks.quality.planting import Mutant, edited, said
from benchmarks.quality.prose import FAULTS, PLANS
from benchmarks.quality.reports import Written, before
from tests.composing.lines import Line, joined

_TEXT = ("text-table-mismatch", "percentage", "previous-figure", "year-on-year")
_NUMBER = re.compile(r"[1-9]\d+(?=[条件篇])")
_YEAR = re.compile(r"20\d\d")


def carried_over(report: Written, rng: random.Random) -> Mutant:
    """More requests carried over than last year left."""
    more = rng.randint(1, 4)
    rows = [
        f"t3.{row}.{column}" for row in ("carried", "granted", "handled") for column in ("natural", "total")
    ]
    return _changed(report, [(row, more) for row in rows])


def document_stock(report: Written, rng: random.Random) -> Mutant | None:
    """More documents in force than last year's and this year's make."""
    if report.form != "2021" or report.year == 2021 or not report.busy:
        return None
    return _changed(report, [("t2.normative.valid", rng.randint(1, 9))])


def previous_figure(report: Written, rng: random.Random) -> Mutant | None:
    """A difference from last year that is none."""
    last = before(report)
    now, then = (int(one.facts["new"]) for one in (report, last))
    if now == then:
        return None
    right, wrong = _difference(now - then), _difference(now - then + rng.randint(1, 9))
    sentence = rng.choice(
        ("收到政府信息公开申请{new}件，⟦%s→%s⟧。", "政府信息公开申请全年新收{new}件，⟦%s→%s⟧，均已登记。")
    )
    return _said(report, rng, sentence % (wrong, right), last)


def year_on_year(report: Written, rng: random.Random) -> Mutant | None:
    """A percentage on last year that is none."""
    last = before(report)
    now, then = (int(one.facts["new"]) for one in (report, last))
    if now == then or not then:
        return None
    percent = Decimal(abs(now - then) * 100) / then
    word = "增长" if now > then else "下降"
    wrong = percent + rng.randint(5, 30)
    sentence = f"全年收到政府信息公开申请{{new}}件，⟦同比{word}{wrong:.1f}%→同比{word}{percent:.1f}%⟧。"
    return _said(report, rng, sentence, last)


def same_figures(report: Written, _rng: random.Random) -> Mutant | None:
    """What was made public is what it was last year, number by number."""
    said = "".join(line.text for line in report.lines if _of_active(line))
    if len(_NUMBER.findall(said)) < 3:
        return None
    return _kept(report, _of_active)


def same_problems(report: Written, _rng: random.Random) -> Mutant | None:
    """Last year's problems once more."""
    return _kept(report, lambda line: line.section == 5 and line.topic == FAULTS)


def same_plans(report: Written, _rng: random.Random) -> Mutant | None:
    """Last year's measures once more."""
    return _kept(report, lambda line: line.section == 5 and line.topic == PLANS)


def same_table(report: Written, rng: random.Random) -> Mutant | None:
    """Table two or three of last year once more."""
    section = rng.choice((2, 3))
    large = [one for address, one in report.cells.items() if address.startswith(f"t{section}.") and one >= 10]
    if len(large) < 5 or report.year in (2019, 2021):
        return None
    return _kept(report, lambda line: line.section == section and line.role == "table")


def _changed(report: Written, changes: list[tuple[str, int]]) -> Mutant:
    edits = [(*report.cell(address), f"{report.cells[address] + more:f}") for address, more in changes]
    previous = before(report).text
    return replace(edited(report, sorted(edits)), previous=previous, entails=_TEXT)


def _said(report: Written, rng: random.Random, sentence: str, last: Written) -> Mutant | None:
    mutant = said(report, rng, sentence, "on-request")
    return mutant and replace(mutant, previous=last.text)


def _kept(report: Written, chosen: Callable[[Line], bool]) -> Mutant | None:
    """The same lines in last year's report, but for the years in them."""
    last = before(report)
    mine = [n for n, line in enumerate(report.lines) if chosen(line)]
    theirs = [n for n, line in enumerate(last.lines) if chosen(line)]
    if not mine or not theirs:
        return None
    moved = [
        replace(report.lines[n], text=_YEAR.sub(lambda year: str(int(year[0]) - 1), report.lines[n].text))
        for n in mine
    ]
    others = [line for n, line in enumerate(last.lines) if n not in theirs]
    lines = [*others[: theirs[0]], *moved, *others[theirs[0] :]]
    start, end = report.offset(mine[0]), report.offset(mine[-1]) + len(report.lines[mine[-1]].text)
    entails = ("carried-over", "document-stock", "same-figures", *_TEXT)
    text = report.text
    return Mutant(text, start, end, text, joined(lines), entails=entails, right_previous=last.text)


def _difference(number: int) -> str:
    if number == 0:
        return "与上年持平"
    return f"比上年{'增加' if number > 0 else '减少'}{abs(number)}件"


def _of_active(line: Line) -> bool:
    """A paragraph on 主动公开."""
    return line.section == 1 and line.topic == 1 and line.role == "prose"


def copied_report(report: Written, _rng: random.Random) -> Mutant:
    """Last year's report once more, with other years and other numbers in the tables."""
    last = before(report)
    lines = [
        replace(line, text=_YEAR.sub(lambda year: str(int(year[0]) - 1), line.text))
        for line in report.lines
        if line.role != "table"
    ]
    entails = ("same-figures", "same-plans", "same-problems", "carried-over", "document-stock", *_TEXT)
    start = report.text.index("一、")
    text = report.text
    return Mutant(text, start, len(text), text, joined(lines), entails=entails, right_previous=last.text)
