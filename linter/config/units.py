"""`units.toml`: the units of a county."""

from collections.abc import Iterable
from pathlib import Path

from linter.config.shape import UnitsFile
from linter.config.toml_source import read_toml
from linter.model.errors import UsageError
from linter.model.register import Register, Unit
from linter.rulebook.conform import conform
from linter.rulebook.located import Key, Source


def load_units(path: Path) -> Register:
    """The register in a file; UsageError for whatever is wrong with it, also for a name that two units of the
    same upper levels have."""
    if not path.is_file():
        raise UsageError(f"{path}：没有这个单位名册文件", f"{path}: there is no such unit register")
    source = read_toml(path)
    file = conform(source, source.value, UnitsFile)
    units = tuple(Unit(one.name, one.level, one.parents, one.aliases) for one in file.unit)
    _check_names(source, units)
    return Register(units)


def _check_names(source: Source, units: Iterable[Unit]) -> None:
    first: dict[tuple[tuple[str, ...], str], int] = {}
    for number, unit in enumerate(units):
        for nth, name in enumerate(unit.names):
            other = first.setdefault((unit.parents, name), number)
            if other != number:
                line = source.line(("unit", other, "name"))
                key: Key = ("unit", number, *(("aliases", nth - 1) if nth else ("name",)))
                raise source.fault(
                    key,
                    f"第 {line} 行的单位已经叫 {name}",
                    f"the unit on line {line} is called {name} already",
                )
