"""Correct annual reports of this benchmark's own, different with every seed."""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.quality import prose, scene
from benchmarks.quality.clauses import Facts, one, pick
from benchmarks.quality.houses import HOUSES, House
from benchmarks.quality.scene import Scene
from tests.composing import lines
from tests.composing.enumerations import HAN
from tests.composing.layout import indented, sections, title
from tests.composing.lines import Line
from tests.composing.names import Unit

_PARTS = re.compile("[。；：]")
_MARK = re.compile("^　*(?:[一二三四五]是|第[一二三四五]，|（\\d）|[①-⑨]|\\d\\.|首先，|其次，|再次，|最后，)")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Written:
    """A report with what it is about."""

    seed: int
    house: str
    scene: Scene
    lines: tuple[Line, ...]

    @property
    def unit(self) -> Unit:
        """Who reports."""
        return self.scene.unit

    @property
    def year(self) -> int:
        """On which year."""
        return self.scene.year

    @property
    def form(self) -> str:
        """On which form: that of 2019 or of 2021."""
        return self.scene.form

    @property
    def busy(self) -> bool:
        """Whether there were requests."""
        return self.scene.busy

    @property
    def cells(self) -> Mapping[str, Decimal]:
        """The cells of the statutory tables by address."""
        return self.scene.cells

    @property
    def facts(self) -> Facts:
        """The words and numbers of its text."""
        return self.scene.facts

    @property
    def text(self) -> str:
        """One line for each paragraph and each row, the last ended too."""
        return lines.joined(self.lines)

    def offset(self, index: int) -> int:
        """Where line `index` (from 0) begins in `text`."""
        return lines.offset(self.lines, index)

    def cell(self, address: str) -> tuple[int, int]:
        """Where the cell stands in `text`."""
        return lines.cell(self.lines, address)


def write(seed: int) -> Written:
    """The report of that seed."""
    rng = random.Random(f"report {seed}")
    name = rng.choice(tuple(HOUSES))
    return _written(rng, seed, name, scene.draw(rng))


def before(report: Written) -> Written:
    """Last year's report of the same unit, with other words on problems and measures."""
    said = _parts(report)
    for turn in range(60):
        rng = random.Random(f"before {report.seed} {turn}")
        found = _written(rng, report.seed, report.house, scene.last_year(rng, report.scene))
        if not said & _parts(found):
            break
    return found


def _parts(report: Written) -> set[str]:
    """What section five says, part by part, without marks and numbers."""
    texts = (line.text for line in report.lines if line.section == 5 and line.role == "prose")
    parts = (_MARK.sub("", part) for text in texts for part in _PARTS.split(text))
    return {_DIGITS.sub("", part) for part in parts if len(part) > 8}


def _written(rng: random.Random, seed: int, name: str, about: Scene) -> Written:
    house = HOUSES[name]
    written = _lines(rng, about, house)
    return Written(seed, name, about, tuple(map(indented, written) if house.indented else written))


def _lines(rng: random.Random, about: Scene, house: House) -> Iterator[Line]:
    yield from (Line(text, "title") for text in title(about.unit, about.year, house.title))
    if house.lead == "before":
        yield from _lead(rng, about, house)
    told = {
        1: lambda: _overview(rng, about, house),
        5: lambda: prose.problems(rng, about, house),
        6: lambda: prose.others(rng, about),
    }
    yield from sections(house.headings, about.cells, about.form, house.groups, told)
    if house.contacts:
        yield from (Line(text, "signature", 6) for text in pick(rng, about.facts, "closing", "contacts"))
    if house.signed:
        yield Line(about.unit.full, "signature", 6)
        yield Line(f"{about.year + 1}年1月{rng.randint(4, 29)}日", "signature", 6)


def _lead(rng: random.Random, about: Scene, house: House) -> Iterator[Line]:
    """The basis; then the parts, the period and where to get it, or some of these."""
    *first, last = house.headings
    parts = "、".join(first) + rng.choice(("和", "、")) + last
    sentences = [one(rng, about.facts, "lead", f"basis-{about.form}")]
    for group in ("parts", "period", "copy"):
        if rng.random() < 0.6:
            sentences.append(one(rng, about.facts, "lead", group, parts=parts))
    if len(sentences) > 2 and rng.random() < 0.4:
        yield Line(sentences[0], "lead")
        sentences = sentences[1:]
    yield Line("".join(sentences), "lead")


def _overview(rng: random.Random, about: Scene, house: House) -> Iterator[Line]:
    """Section one: perhaps an introduction, then the five topics."""
    if house.lead == "inside":
        yield Line(one(rng, about.facts, "lead", "overview"), "lead", 1)
    for number, (topic, label) in enumerate(zip(prose.TOPICS, house.topics, strict=True), start=1):
        mark = f"{number}." if house.mark == "1." else f"（{HAN[number - 1]}）"
        paragraphs = topic(rng, about, house)
        if house.labels == "own":
            yield Line(mark + label, "topic", 1, number)
        elif house.labels != "none":
            stop = "。" if house.labels == "stop" else "："
            yield Line(f"{mark}{label}{stop}{paragraphs[0]}", "topic", 1, number)
            paragraphs = paragraphs[1:]
        yield from (Line(text, "prose", 1, number) for text in paragraphs)
