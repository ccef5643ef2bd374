"""What a file holds, with the line on which each key of it stands: errors about a value name its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from linter.model.errors import UsageError

Key = tuple[str | int, ...]
"""The way to a value: keys of mappings, numbers of items (from 0)."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds, and on which line (1-based) each key and item of it stands."""

    path: Path
    value: Any
    lines: Mapping[Key, int]

    def line(self, key: Key) -> int:
        """The line of `key`; of a key that is not there, of the nearest one that it would belong to."""
        known = key
        while known not in self.lines:
            known = known[:-1]
        return self.lines[known]

    def fault(self, key: Key, zh: str, en: str) -> UsageError:
        """The error to raise about `key`: names file, line and key."""
        return fault(self.path, self.line(key), key, zh, en)


def fault(path: Path, line: int, key: Key, zh: str, en: str) -> UsageError:
    """An error at a line of a file."""
    name = spell(key)
    where_zh, where_en = (f"{name}：", f"{name}: ") if name else ("", "")
    return UsageError(f"{path}:{line}：{where_zh}{zh}", f"{path}:{line}: {where_en}{en}")


def spell(key: Key) -> str:
    """`options.any[0]`."""
    return "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in key).removeprefix(".")
