"""Which county a report belongs to, which of a unit's reports counts, and who is missing."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from linter.analysis.register import folded, unit_in
from linter.batch.outcome import Lost, Read
from linter.model.document import Span
from linter.model.register import Register, Unit
from linter.model.report import Title

LEVELS = frozenset(("县", "区", "县级市", "旗"))
"""What a county can be."""

BOARDS: Mapping[str, frozenset[str]] = {
    "乡镇": frozenset(("乡", "民族乡", "镇")),
    "街道": frozenset(("街道",)),
    "部门": frozenset(("部门",)),
    "县区": LEVELS,
    "市州": frozenset(("市", "州", "盟")),
}
"""Levels that are ranked together; the rest is 其他."""

OTHERS = "其他"
_ALWAYS = ("乡镇", "街道", "部门")
_FOLDER = re.compile(r"([一-鿿]{1,12}[县区市旗])(?![一-鿿])")
_NAMED = re.compile(r"[一-鿿]{1,6}?(?:自治县|自治旗|县|区|旗|市)(?=[一-鿿])")
_FEWEST = 3
"""Reports whose titles name a county, from which the folder holds that county too, and not a mistake in a title."""


def by_folder(name: str) -> str:
    """The county whose name a folder on the way to the file has, the nearest; empty: none."""
    folders = reversed(PurePosixPath(name).parts[:-1])
    found = (_FOLDER.match(one) for one in folders)
    return next((one[1] for one in found if one), "")


def counties(reads: Sequence[Read], register: Register | None) -> list[str]:
    """By report, its county: as the register has it, else as a folder is called, else as the titles say; empty where
    nothing tells."""
    units = {one.name: _registered(one, register) for one in reads}
    said = [_by_register(units[one.name]) or by_folder(one.name) for one in reads]
    guessed = [_by_title(one) for one in reads]
    counts = Counter(guess for known, guess in zip(said, guessed, strict=True) if not known and guess)
    usual = min(counts, key=lambda one: (-counts[one], one), default="")
    usual = usual or (said[0] if len({one for one in said if one}) == 1 else "")
    return [
        known or (guess if counts[guess] >= _FEWEST else usual)
        for known, guess in zip(said, guessed, strict=True)
    ]


def named(units: Iterable[str | None], folder: str) -> str:
    """What a county is called whose reports do not say: what its units' names begin with, else the folder's name."""
    names = [one for one in units if one]
    start = _common(names) if len(names) > 1 else ""
    match = re.match(r".*[县区市旗]", start)
    return match[0] if match else folder


def newest(reads: Sequence[Read]) -> tuple[list[Read], list[Lost]]:
    """One report for each unit, and those that do not count: an earlier year's, or an earlier one of the same year."""
    by_unit: dict[str, list[Read]] = {}
    for one in reads:
        by_unit.setdefault(folded(one.unit) if one.unit else one.name, []).append(one)
    kept, double = [], []
    for same in by_unit.values():
        *others, best = sorted(same, key=lambda one: (one.year or 0, one.signed, one.name))
        kept.append(best)
        double += [_double(one, best) for one in others]
    return sorted(kept, key=lambda one: one.name), double


def year_of(reads: Iterable[Read]) -> int | None:
    """The year that most reports are about; the later of two."""
    years = Counter(one.year for one in reads if one.year)
    return max(years, key=lambda one: (years[one], one), default=None)


def boards(levels: Iterable[tuple[str, str | None]]) -> dict[str, list[str]]:
    """Units by the board on which they stand, each in the order given."""
    made: dict[str, list[str]] = {name: [] for name in _ALWAYS}
    for unit, level in levels:
        board = next((name for name, those in BOARDS.items() if level in those), OTHERS)
        made.setdefault(board, []).append(unit)
    return made


def missing(
    county: str, register: Register | None, reads: Iterable[Read], failed: Sequence[Lost]
) -> list[str]:
    """The county's units in the register of which there is no report, not even one that could not be read and bears
    their name."""
    if register is None:
        return []
    there = {_registered(one, register) for one in reads}
    names = [PurePosixPath(one.name).name for one in failed if one.kind != "duplicate"]
    wanted = [one for one in register.units if county_of_unit(one) in (county, "") and one not in there]
    return [one.name for one in wanted if not any(_bears(name, one) for name in names)]


def county_of_unit(unit: Unit) -> str:
    """The county to which a unit of the register belongs; empty where it is above them all, or not said."""
    if unit.level in LEVELS:
        return folded(unit.name)
    return next((one for one in reversed(unit.parents) if re.search("[县区市旗]$", one)), "")


def _bears(name: str, unit: Unit) -> bool:
    return any(word in name for one in unit.names for word in (one, folded(one)))


def _registered(one: Read, register: Register | None) -> Unit | None:
    title = Title(Span(0, 0), one.unit, one.parents, one.level, one.year)
    return unit_in(register, title) if register else None


def _by_register(unit: Unit | None) -> str:
    return county_of_unit(unit) if unit else ""


def _by_title(one: Read) -> str:
    """The county that a report's title names."""
    if one.level in LEVELS and one.unit:
        return folded(one.unit)
    above = next((name for name in reversed(one.parents) if name[-1:] in "县区市旗"), "")
    start = _NAMED.match(one.unit or "") if one.level in ("部门", "管委会") and not above else None
    return above or (start[0] if start else "")


def _common(names: Sequence[str]) -> str:
    first, last = min(names), max(names)
    same = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return first[:same]


def _double(one: Read, best: Read) -> Lost:
    year = best.year or ""
    zh = f"同一单位还有 {best.name}（{year}年），以它为准"
    en = f"the same unit has {best.name} ({year}) too, which counts"
    return Lost(one.name, "duplicate", zh, en, one.sha256)
