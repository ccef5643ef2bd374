"""Composed reports: correct in every respect, different with every seed, always the same for the same seed."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tests.composing import lines
from tests.composing import scene as scenes
from tests.composing.clauses import one
from tests.composing.closing import others, problems
from tests.composing.enumerations import HAN
from tests.composing.houses import HOUSES, House
from tests.composing.layout import indented, sections, title
from tests.composing.lines import Line
from tests.composing.names import Unit
from tests.composing.scene import Scene
from tests.composing.topics import TOPICS


@dataclass(frozen=True, slots=True)
class Composed:
    """A report with the facts it states. `cells` are those of the statutory tables by address; `style` names
    the house; `busy` says that there were requests."""

    seed: int
    style: str
    form: str
    unit: Unit
    year: int
    busy: bool
    cells: Mapping[str, Decimal]
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """One line for each paragraph and each row, the last ended too."""
        return lines.joined(self.lines)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The texts of all lines."""
        return tuple(line.text for line in self.lines)

    def offset(self, index: int) -> int:
        """Where line `index` (from 0) begins in `text`."""
        return lines.offset(self.lines, index)

    def cell(self, address: str) -> tuple[int, int]:
        """Where the cell stands in `text`."""
        return lines.cell(self.lines, address)


def compose(
    seed: int,
    *,
    form: Literal["2019", "2021"] = "2021",
    level: str | None = None,
    style: str | None = None,
    busy: bool | None = None,
) -> Composed:
    """The report of that seed; `level` is one of `names.LEVELS`, `style` one of `HOUSES`."""
    rng = random.Random(seed)
    name = rng.choice(tuple(HOUSES))
    drawn = rng.random() < 0.5
    name, busy = style or name, drawn if busy is None else busy
    scene = scenes.draw(rng, form, level, busy=busy)
    written = _lines(rng, scene, HOUSES[name])
    shown = map(indented, written) if HOUSES[name].indented else written
    return Composed(seed, name, form, scene.unit, scene.year, busy, scene.cells, tuple(shown))


def _lines(rng: random.Random, scene: Scene, house: House) -> Iterator[Line]:
    yield from (Line(text, "title") for text in title(scene.unit, scene.year, house.title))
    if house.lead == "before":
        yield from (Line(text, "lead") for text in _lead(rng, scene, house))
    told = {
        1: lambda: _overview(rng, scene, house),
        5: lambda: problems(rng, scene, house),
        6: lambda: others(rng, scene),
    }
    yield from sections(house.headings, scene.cells, scene.form, house.groups, told)
    if house.signed:
        yield Line(scene.unit.full, "signature", 6)
        yield Line(f"{scene.year + 1}年1月{rng.randint(5, 28)}日", "signature", 6)


def _lead(rng: random.Random, scene: Scene, house: House) -> tuple[str, ...]:
    """Basis, parts, period, where to get it: in one paragraph or in two."""
    *first, last = house.headings
    slots = {**scene.slots, "parts": "、".join(first) + rng.choice(("和", "、")) + last}
    sentences = [one(rng, slots, "lead", f"basis-{scene.form}")]
    sentences += [
        one(rng, slots, "lead", group) for group in ("parts", "period", "copy") if rng.random() < 0.6
    ]
    if len(sentences) > 2 and rng.random() < 0.3:
        return (sentences[0], "".join(sentences[1:]))
    return ("".join(sentences),)


def _overview(rng: random.Random, scene: Scene, house: House) -> Iterator[Line]:
    """Section one: an introduction if the house has it here, and the five topics."""
    if house.lead == "inside":
        yield Line(one(rng, scene.slots, "lead", "overview"), "lead", 1)
    for number, (topic, label) in enumerate(zip(TOPICS, house.topics, strict=True), start=1):
        mark = f"{number}." if house.mark == "1." else house.mark.replace("一", HAN[number - 1])
        paragraphs = topic(rng, scene, house)
        match house.labels:
            case "own":
                yield Line(mark + label, "topic", 1, number)
            case "none":
                mark = label = ""
            case _:
                stop = "。" if house.labels == "stop" else "："
                yield Line(f"{mark}{label}{stop}{paragraphs[0]}", "topic", 1, number)
                paragraphs = paragraphs[1:]
        yield from (Line(text, "prose", 1, number) for text in paragraphs)
