"""`nianbao-suppressions.yaml`: findings let pass in reports that can hold no comments. It lies beside the
reports or in a folder above; the nearest one counts."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import msgspec

from linter.filters.accepted import Excuse
from linter.model.finding import Suppression

NAME = "nianbao-suppressions.yaml"

Text = Annotated[str, msgspec.Meta(min_length=1)]
_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One finding let pass: in which file (its path from the side file's folder), which, why, who answers for
    it, and until when."""

    path: Text
    rule: Text
    fingerprint: Text
    reason: Text
    who: Text
    until: str | None = None


class SideFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    suppressions: tuple[Entry, ...]


def side_file(report: Path) -> Path | None:
    """The side file for a report: in its folder or in the nearest folder above."""
    folder = report.absolute().parent
    return next((one / NAME for one in (folder, *folder.parents) if (one / NAME).is_file()), None)


def excuses(file: Path) -> tuple[Excuse, ...]:
    """What stands in a side file; paths are absolute. UsageError for what is wrong with it."""
    now = file.stat()
    return _read(file, now.st_mtime_ns, now.st_size)


@lru_cache(maxsize=8)
def _read(file: Path, changed: int, size: int) -> tuple[Excuse, ...]:  # noqa: ARG001  (they tell versions apart)
    """The same for a version of the file: thousands of reports may lie beside it."""
    from linter.rulebook.conform import conform
    from linter.rulebook.source import read_source  # brings the YAML parser along

    source = read_source(file)
    found = []
    for number, one in enumerate(conform(source, source.value, SideFile).suppressions):
        key = ("suppressions", number)
        if one.until is not None and not _DATE.fullmatch(one.until):
            zh, en = "日期要写成 2025-12-31", "a date is written 2025-12-31"
            raise source.fault((*key, "until"), zh, en)
        suppression = Suppression("file", one.reason, one.who, one.until)
        path = (file.parent / one.path).resolve().as_posix()
        found.append(Excuse(path, one.fingerprint, one.rule, suppression, source.lines[key]))
    return tuple(found)
