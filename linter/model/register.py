"""The units of a county, as someone who knows them has written them down."""

from dataclasses import dataclass
from typing import Literal, get_args

Level = Literal[
    "省",
    "市",
    "州",
    "盟",
    "县",
    "区",
    "县级市",
    "旗",
    "乡",
    "民族乡",
    "镇",
    "街道",
    "管委会",
    "部门",
]
LEVELS: tuple[Level, ...] = get_args(Level)
"""What a unit can be."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A body that reports: its name without the names of upper levels, its level, the upper levels (top first;
    none: not said), and what else it is called."""

    name: str
    level: Level
    parents: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Register:
    """The units in the order of the file. No two of the same upper levels share a name."""

    units: tuple[Unit, ...]
