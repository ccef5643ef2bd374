"""Which files are meant by the paths a user gives."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from linter.model.errors import UnreadableReport
from linter.readers import SUFFIXES
from linter.readers.naming import shown

STDIN = "-"


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: its name as the user gave it (below a folder: the folder as given, then the way to the
    file, with `/`) as it can be shown, where it is, and its content where that came from standard input."""

    name: str
    path: Path
    data: bytes | None = None


def files(given: str) -> tuple[File, ...]:
    """The file of that path, or all files of the folder of that path that have a reader, sorted. A folder below that
    one that cannot be listed stands among them: whoever reads it is told why. Raises UnreadableReport (`permission`)."""
    path = Path(given)
    if not is_folder(path):
        return (File(shown(given.replace(os.sep, "/")), path),)
    root = given.replace(os.sep, "/").rstrip("/")
    if not os.access(path, os.R_OK | os.X_OK):
        zh, en = "没有读取这个文件夹的权限", "no permission to read this folder"
        raise UnreadableReport("permission", zh, en)
    ways = sorted(_ways(path), key=lambda way: way.parts)
    names = [f"{root}/{way.as_posix()}" for way in ways]
    told = [shown(name) for name in names]
    if len(set(told)) < len(told):  # two bytes for one character, one after the other
        told = [os.fsencode(name).decode("utf-8", "backslashreplace") for name in names]
    return tuple(File(name, path / way) for name, way in zip(told, ways, strict=True))


def is_folder(path: Path) -> bool:
    """Whether it is a folder that is known of; not an error where the way to it is closed."""
    try:
        return path.is_dir()
    except PermissionError:
        return False


def once(found: Iterable[File]) -> tuple[File, ...]:
    """The files without those that came before under this or another name."""
    seen: dict[str, File] = {}
    for file in found:
        seen.setdefault(STDIN if file.data is not None else os.path.realpath(file.path), file)
    return tuple(seen.values())


def _ways(folder: Path) -> Iterator[Path]:
    """From `folder` to each file of a known suffix below it, and to each folder that cannot be listed. Hidden folders
    are passed by; a folder that is reached twice (links in a circle) is entered once."""
    entered = {os.path.realpath(folder)}
    closed: list[OSError] = []
    for place, below, names in os.walk(folder, followlinks=True, onerror=closed.append):
        kept = []
        for name in sorted(below):
            real = os.path.realpath(Path(place, name))
            if not name.startswith(".") and real not in entered:
                entered.add(real)
                kept.append(name)
        below[:] = kept
        for name in names:
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(place, name).relative_to(folder)
    for error in closed:
        yield Path(error.filename).relative_to(folder)
