"""Which configuration holds for a file: the nearest one, from the file's folder upward."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

NAME, SHARED = "nianbao.toml", "pyproject.toml"
"""The file of our own, and the one that may have a table for us. In one folder our own wins."""

_MENTIONED = re.compile(rb"""tool[\s"'.]*nianbao|\[\s*["']?tool["']?\s*\]""")
"""What a pyproject.toml has if it has a table for us: without it there is no need to read it as TOML."""

Find = Callable[[Path], Path | None]


def finder() -> Find:
    """A function that gives the configuration for what lies in a folder. It looks into no folder twice."""
    known: dict[str, Path | None] = {}

    def find(folder: Path) -> Path | None:
        way = []
        place, found = os.path.abspath(folder), None  # noqa: PTH100 - links are left as they are
        while place not in known:
            way.append(place)
            found = _in(place)
            above = os.path.dirname(place)  # noqa: PTH120 - a third of the time
            if found or above == place:
                break
            place = above
        else:
            found = known[place]
        known.update(dict.fromkeys(way, found))
        return found

    return find


def has_table(path: Path) -> bool:
    """Whether a pyproject.toml has a table for us."""
    data = b""
    with suppress(OSError):
        data = path.read_bytes()
    if not _MENTIONED.search(data):
        return False
    import tomllib  # seldom needed

    try:
        tool = tomllib.loads(data.decode("utf-8-sig")).get("tool")
    except (ValueError, RecursionError):  # whoever reads it will say what is wrong
        return b"nianbao" in data
    return isinstance(tool, dict) and "nianbao" in tool


def _in(folder: str) -> Path | None:
    """The configuration in that folder."""
    own = os.path.join(folder, NAME)  # noqa: PTH118
    if os.path.isfile(own):  # noqa: PTH113
        return _told(own)
    shared = os.path.join(folder, SHARED)  # noqa: PTH118
    if os.path.isfile(shared) and has_table(Path(shared)):  # noqa: PTH113
        return _told(shared)
    return None


def _told(path: str) -> Path:
    """The path as messages name it: from the working folder, if it lies in it or below."""
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118
    return Path(path.removeprefix(here))
