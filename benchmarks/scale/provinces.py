"""Composed provinces: one report in twenty a copy, one in ten, if it holds a certain word, with that word doubled."""

from pathlib import Path

from benchmarks import planting
from tests.composing import compose

UNITS = 50
"""Reports of a county."""

DEFECT_EVERY = 10
_SOUND = "公布"
"""What stands twice in a report with a defect."""

_NAMES = "青柳石双东西南北云松竹梅兰桂枫桐榆槐杏桃梨枣茶麻棉稻麦禾苗谷"
_LEVELS = ("乡", "镇")
_OFFICE = "人民政府"


def write(folder: Path, count: int) -> frozenset[int]:
    """A province of that many reports, a folder for each county; gives the numbers of those with a defect."""
    base = compose(1, style="form", busy=False, level="镇")
    lines = base.lines
    first = next(n for n, line in enumerate(lines) if line.role == "section" and line.section == 1)
    second = next(n for n, line in enumerate(lines) if line.role == "section" and line.section == 2)
    tail = [line.text for line in lines[second:]]
    defective = set[int]()
    for number in range(count):
        county, unit = _county(number), _unit(number)
        place = folder / county
        place.mkdir(parents=True, exist_ok=True)
        prose = _prose(number, unit, county)
        if number % DEFECT_EVERY == DEFECT_EVERY - 1 and _SOUND in prose:
            prose = prose.replace(_SOUND, _SOUND * 2, 1)
            defective.add(number)
        text = "\n".join(
            [
                f"{county}{unit}{base.year}年政府信息公开工作年度报告",
                lines[first].text,
                prose,
                *tail,
            ]
        )
        own = "".join(base.unit.parents)
        text = text.replace(base.unit.full, f"{county}{unit}").replace(base.unit.name, unit)
        text = text.replace(base.unit.short, unit.removesuffix(_OFFICE)).replace(own, county)
        (place / f"{number:07}.txt").write_text(f"{text}\n", encoding="utf-8")
    return frozenset(defective)


def _prose(number: int, unit: str, county: str) -> str:
    """The text of section one."""
    text, names = planting.report(number)
    for name, own in zip(names, (unit.removesuffix(_OFFICE), county, unit[:2], county[:2]), strict=True):
        text = text.replace(name, own)
    return text


def _county(number: int) -> str:
    at = number // UNITS
    return f"{_NAMES[at % 30]}{_NAMES[at // 30 % 30]}{'' if at < 900 else _NAMES[at // 900]}县"


def _unit(number: int) -> str:
    at = number % UNITS
    return f"{_NAMES[at % 30]}{_NAMES[29 - at // 30]}{_LEVELS[at % 2]}{_OFFICE}"
