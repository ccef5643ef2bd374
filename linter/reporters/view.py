"""How a reader wants the findings told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """`lang` is `zh` or `en`; `color`: the output is a terminal that shows colours; `quiet`: findings and
    failures only; `verbose`: also why, and what could not be judged; `statistics`: counts per rule in the
    place of the findings. `fixed`: how many findings have just been fixed (None: nobody asked); `fixable`: how
    many more `--fix` would put right, `hidden`: how many only with `--unsafe-fixes`. A format for machines heeds
    `lang` alone."""

    lang: str = "zh"
    color: bool = False
    quiet: bool = False
    verbose: bool = False
    statistics: bool = False
    fixed: int | None = None
    fixable: int = 0
    hidden: int = 0
