"""Where rule files lie: `<folder>/<group>/<id>.yaml`. The id is the file name, the group the folder."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, get_args

from linter.model.errors import UsageError, cause

Group = Literal[
    "structure",
    "numbering",
    "wording",
    "punctuation",
    "tables",
    "numbers",
    "identity",
    "history",
    "originality",
]
GROUPS: tuple[str, ...] = get_args(Group)
"""The folders that hold rules, in the order in which people read them."""

ID = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
"""What a rule may be called: kebab-case."""

MAX_BYTES = 256 * 1024
"""No rule file and no profile is larger."""

_ID = re.compile(ID)
WORDLISTS = "wordlists"
"""The folder of lists of words, beside those of the groups."""

_NOT_GROUPS = ("profiles", WORDLISTS)
_NOT_RULES = ("facts.yaml",)


def rule_files(place: Path) -> tuple[Path, ...]:
    """The rule files of `place`, sorted: a folder of group folders, one group folder, or one file.
    UsageError for a file or folder that is named or placed wrongly: it would be skipped silently."""
    if place.is_file():
        return (_checked(place),)
    if not place.is_dir():
        raise UsageError(f"{place}：没有这个规则文件夹", f"{place}: there is no such folder of rules")
    try:
        folders = [place] if _is_group(place) else list(_groups(place))
        return tuple(_checked(path) for folder in folders for path in _yaml(folder))
    except OSError as error:
        raise _unreadable(Path(error.filename), error) from None


def wordlist_files(places: Iterable[Path]) -> tuple[Path, ...]:
    """The word lists in folders that hold groups, sorted."""
    folders = (place / WORDLISTS for place in sorted(set(places)))
    return tuple(path for folder in folders if folder.is_dir() for path in _yaml(folder))


def group_of(path: Path) -> str:
    """The name of the folder in which a file lies."""
    name = path.parent.name
    return name if name not in ("", "..") else path.resolve().parent.name


def content(path: Path) -> bytes:
    """What stands in a file of rules; UsageError if it is not readable, or larger than it may be."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a third of the time, for each rule
            large = os.fstat(file.fileno()).st_size > MAX_BYTES
            found = b"" if large else file.readall()
    except OSError as error:
        raise _unreadable(path, error) from None
    if large:
        raise UsageError(f"{path}:1：文件超过 256 KiB", f"{path}:1: the file is larger than 256 KiB")
    return found


def _unreadable(path: Path, error: OSError) -> UsageError:
    zh, en = cause(error)
    return UsageError(f"{path}：读不了（{zh}）", f"{path}: cannot be read ({en})")


def _is_group(place: Path) -> bool:
    """Whether `place` is a group's folder, and not one that holds groups and happens to bear such a name."""
    return place.name in GROUPS and not any((place / name).is_dir() for name in GROUPS)


def _groups(place: Path) -> Iterator[Path]:
    """The group folders of `place`."""
    with os.scandir(place) as entries:
        found = sorted((one.name, one.is_dir()) for one in entries)
    for name, is_folder in found:
        if is_folder and name in GROUPS:
            yield place / name
        elif is_folder and name not in _NOT_GROUPS and _yaml(place / name):
            known = " ".join(GROUPS)
            raise UsageError(
                f"{place / name}：没有 {name} 这一类规则，文件夹只能是 {known}",
                f"{place / name}: there is no group {name}; a folder of rules is one of {known}",
            )
        elif _is_yaml(name) and name not in _NOT_RULES:
            _checked(place / name)


def _yaml(folder: Path) -> list[Path]:
    """The YAML files of a folder, by name."""
    with os.scandir(folder) as entries:
        return [folder / name for name in sorted(one.name for one in entries) if _is_yaml(name)]


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) and not name.startswith(".")


def _checked(path: Path) -> Path:
    """`path`, if group and id can be read off it."""
    if path.suffix != ".yaml" or not _ID.fullmatch(path.stem):
        raise UsageError(
            f"{path}：文件名就是规则名，只能用小写字母、数字和连字符，以 .yaml 结尾，如 missing-ending.yaml",
            f"{path}: the file name is the rule's id, lower case with hyphens: missing-ending.yaml",
        )
    if group_of(path) not in GROUPS:
        known = " ".join(GROUPS)
        raise UsageError(
            f"{path}：规则文件要放在所属类别的文件夹里：{known}",
            f"{path}: a rule file stands in the folder of its group: {known}",
        )
    return path
