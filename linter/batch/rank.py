"""The ranking from beginning to end."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from time import monotonic

from linter.analysis.register import folded
from linter.batch.assessing import assess, neutral, side_by_side
from linter.batch.desk import Desk
from linter.batch.earlier import trim
from linter.batch.mapping import Bench, Counts, Crew, Tell, no_room
from linter.batch.outcome import Linted, Lost
from linter.batch.pages import site
from linter.batch.pages.about import About
from linter.batch.parts import remove
from linter.batch.ranking import Ranking, ranking
from linter.batch.standing import scored
from linter.batch.writing import alone, whole, work_folder
from linter.model.errors import UsageError
from linter.model.register import Register
from linter.model.result import Failed
from linter.pipeline.setup import Setups
from linter.readers.folders import File

_ALONE = Crew()
_ARITHMETIC = ("tables", "numbers")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be ranked, and how. `last`: last year's reports, with the setups for them (`previous` is empty
    there); `resume`: go on from where an earlier run was stopped; `cache`: results of earlier runs may be used."""

    files: Sequence[File | Failed]
    setups: Setups
    out: Path
    lang: str = "zh"
    register: Register | None = None
    last: Sequence[File | Failed] = ()
    last_setups: Setups | None = None
    crew: Crew = _ALONE
    resume: bool = False
    cache: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a run: county (or how many), reports, the files that failed in the order of their names, mean
    and best score, seconds of the linting and of all, and how many reports were known from earlier runs."""

    name: str
    year: int | None
    counties: int
    reports: int
    failed: Sequence[Lost]
    mean: float
    best: float
    lint: float
    seconds: float
    counts: Counts


def rank(order: Order, tell: Tell | None = None) -> Told:
    """Rank the reports and write all files. UsageError where there is none, or where it cannot be written."""
    begun = monotonic()
    with alone(order.out):
        work = work_folder(order.out)
        if not order.resume:
            remove(work)
        try:
            work.mkdir(mode=0o700, exist_ok=True)
            told = _ranked(order, work, tell)
        except OSError as error:
            raise no_room(order.out, error) from None
        remove(work)
        if order.cache:
            trim()
    return replace(told, seconds=monotonic() - begun)


def _ranked(order: Order, work: Path, tell: Tell | None) -> Told:
    bench = Bench(Desk(neutral(order.setups), order.lang, order.cache), work, order.crew, tell)
    last = _last_year(order, work, tell)
    assessed = assess(order.files, bench, order.register)
    if not any(isinstance(one, Linted) for one in assessed.linted):
        reasons = "；".join(dict.fromkeys(lost.zh for _, lost in assessed.lost[:3]))
        said = "; ".join(dict.fromkeys(lost.en for _, lost in assessed.lost[:3]))
        raise UsageError(f"没有一份可以排名的年度报告：{reasons}", f"no annual report to rank: {said}")
    found = ranking(assessed, order.setups, order.register, last)
    paths = {one.name: os.fsencode(one.path) for one in order.files if isinstance(one, File)}
    pairs = side_by_side(found.shown, assessed, paths, bench)
    about = _about(order, found)
    html = {one.name: place for one, place in zip(assessed.reads, assessed.html, strict=True)}
    made = site.counties(found, about, html, bench)
    with whole(order.out) as draft:
        site.write(found, about, draft, made, pairs)
    top = found.top
    totals = [one.score.total for one in top.ranking]
    return Told(
        top.name,
        top.year,
        len(found.counties),
        len(totals),
        top.failed,
        mean(totals),
        max(totals),
        assessed.seconds,
        0.0,
        assessed.counts,
    )


def _last_year(order: Order, work: Path, tell: Tell | None) -> dict[tuple[str, str], float]:
    """Last year's scores by county and unit, made in the same way."""
    if not order.last or order.last_setups is None:
        return {}
    bench = Bench(Desk(neutral(order.last_setups), order.lang, order.cache), work, order.crew, tell)
    assessed = assess(order.last, bench, order.register)
    pairs = zip(assessed.linted, assessed.county, strict=True)
    there = [(one, county) for one, county in pairs if isinstance(one, Linted)]
    by_name = {one.name: order.last_setups.of(one.name) for one, _ in there}
    points = scored([one for one, _ in there], by_name)
    return {
        (county, folded(one.unit)): made.score.total
        for (one, county), made in zip(there, points, strict=True)
        if one.unit
    }


def _about(order: Order, found: Ranking) -> About:
    setups = order.setups
    profiles = {setups.of(one.report.name).for_level(one.report.level)[0].id for one in found.top.ranking}
    profile = setups.tool.profile or (next(iter(profiles)) if len(profiles) == 1 else None)
    weighed = [one for profile_, _ in setups.usual.tuned.values() for one in profile_.weights]
    return About(
        setups.tool,
        profile,
        order.lang,
        {rule.id: rule.title for rule in setups.rules},
        tuple(dict.fromkeys(weighed)),
        tuple(rule.id for rule in setups.rules if rule.group in _ARITHMETIC),
        order.register is not None,
    )
