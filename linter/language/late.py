"""Regular expressions that are compiled when they are first used: most are for what a clean report does not have,
and a command that checks one report waits for all of them otherwise."""

import re
from typing import Any, cast


class _Late:
    """Takes on the methods of the expression at the first look for one of them."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        made = re.compile(self.pattern, self._flags)
        for each in ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"):
            setattr(self, each, getattr(made, each))
        return getattr(made, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, as far as it is used here: its methods and its `pattern`. An expression that is
    none is not found out before it is used."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
