"""A composed county: thirty units whose reports are correct and their own, but for what is planted in some."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

from tests.composing import Composed, compose, defects
from tests.composing.defects import Plant
from tests.composing.lines import Line
from tests.readers.writing import docx, html, ofd
from tests.similarity.writing import sentences

COUNTY, YEAR = "云溪县", 2024
UNITS = 30
_LEVELS = ("乡", "镇", "街道")
_CLAUSES = 6

PLANTED: Mapping[int, tuple[Plant, ...]] = {
    3: (defects.unfinished,),
    7: (defects.doubled_particle,),
    9: (defects.wrong_section_number,),
    11: (defects.doubled_particle, defects.unfinished),
    14: (defects.wrong_section_number, defects.unfinished, defects.doubled_particle),
}
"""By number of a unit, what is wrong with its report: errors that are certain."""

COPIES: Mapping[int, tuple[int, float]] = {21: (20, 1.0), 22: (20, 0.7), 25: (24, 0.9)}
"""By number of a unit, whose clauses it took, and how many of them."""

MISSING, CORRUPT = 28, 29

FORMATS: Mapping[int, str] = {
    0: "docx",
    3: "docx",
    5: "html",
    7: "html",
    9: "ofd",
    12: "md",
    20: "docx",
    22: "html",
}
"""By number of a unit, what its report is written in; the others are texts."""


@cache
def reports() -> tuple[Composed, ...]:
    """The thirty, without what is planted."""
    return tuple(_own(number, one, number) for number, one in enumerate(_units()))


@cache
def report(number: int) -> Composed:
    """A report with what is planted in it."""
    source, share = COPIES.get(number, (number, 0.0))
    made = _own(number, _units()[number], source, share) if share else reports()[number]
    rng = random.Random(number)
    for plant in PLANTED.get(number, ()):
        planted = plant(made, rng)
        assert planted is not None
        lines = zip(made.lines, planted.text.splitlines(), strict=True)
        made = replace(made, lines=tuple(replace(line, text=text) for line, text in lines))
    return made


def unit_of(number: int) -> str:
    """Whose report it is."""
    return reports()[number].unit.name


def register() -> str:
    """A units.toml of all thirty."""
    entries = (
        f'[[unit]]\nname = "{one.unit.name}"\nlevel = "{one.unit.level}"\nparents = ["{COUNTY}"]\n'
        for one in reports()
    )
    return "\n".join(entries)


@cache
def _units() -> tuple[Composed, ...]:
    found: dict[str, Composed] = {}
    for seed in count(1):
        one = compose(seed, level=_LEVELS[seed % 3], style="form")
        if one.year == YEAR and one.unit.parents and one.unit.root not in found:
            found[one.unit.root] = _in_county(one)
        if len(found) == UNITS:
            break
    return tuple(found.values())


def _in_county(one: Composed) -> Composed:
    """The same unit, in our county."""
    lines = tuple(replace(line, text=line.text.replace(one.unit.parents[0], COUNTY)) for line in one.lines)
    return replace(one, unit=replace(one.unit, parents=(COUNTY,)), lines=lines)


def _own(number: int, one: Composed, source: int, share: float = 1.0) -> Composed:
    """The report with clauses that no other has; or with those of `source`, that share of them."""
    return replace(one, lines=tuple(_filled(number, one.lines, source, share)))


def _filled(number: int, lines: tuple[Line, ...], source: int, share: float) -> Iterator[Line]:
    for at, line in enumerate(lines):
        if line.role == "prose" and line.section == 1 and line.text.endswith("。") and line.topic:
            own = _clauses(1000 * (number + 1) + line.topic)
            taken = _clauses(1000 * (source + 1) + line.topic)
            cut = round(share * len(own))
            first = not any(other.topic == line.topic and other.role == "prose" for other in lines[:at])
            yield (
                replace(line, text=line.text + "。".join([*taken[:cut], *own[cut:]]) + "。")
                if first
                else line
            )
        else:
            yield line


def _clauses(seed: int) -> list[str]:
    return sentences(seed, _CLAUSES)


_WRITERS: Mapping[str, Callable[[Composed], bytes]] = {
    "txt": lambda one: one.text.encode(),
    "md": lambda one: one.text.encode("gb18030"),
    "docx": docx.report,
    "html": lambda one: html.report(one).encode(),
    "ofd": ofd.report,
}


def write(folder: Path) -> Path:
    """The folder with the reports as texts, one missing and one corrupt."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(UNITS):
        if number == CORRUPT:
            (folder / f"{unit_of(number)}.docx").write_bytes(b"PK\x03\x04 cut short")
        elif number != MISSING:
            format = FORMATS.get(number, "txt")
            (folder / f"{number:02}.{format}").write_bytes(_WRITERS[format](report(number)))
    return folder
