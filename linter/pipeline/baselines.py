"""`nianbao-baseline.json`: the findings accepted on a day, so that only new ones count. Paths in it go from its
own folder, so that it can be kept with the reports."""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from linter.filters.accepted import Accepted
from linter.model.errors import UsageError, cause
from linter.model.finding import Words
from linter.model.result import Result

NAME = "nianbao-baseline.json"
_SCHEMA = "nianbao-baseline/1"
_SHORT = 40

Entries = Mapping[str, tuple[Accepted, ...]]
"""By path from the baseline's folder."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: str
    findings: dict[str, tuple[Accepted, ...]]


def read_baseline(file: Path) -> Entries:
    """What is accepted. UsageError if the file is not there or is no baseline."""
    try:
        found = msgspec.json.decode(file.read_bytes(), type=_File)
    except FileNotFoundError:
        raise UsageError(
            f"没有基线文件 {file}；先运行 nianbao baseline create",
            f"no baseline {file}; run nianbao baseline create",
        ) from None
    except OSError as error:
        zh, en = cause(error)
        raise UsageError(f"{file}：读不了（{zh}）", f"{file}: cannot be read ({en})") from None
    except UnicodeDecodeError:
        raise _no_baseline(file, Words("不是 UTF-8 编码", "it is not in UTF-8")) from None
    except msgspec.MsgspecError as error:
        from linter.rulebook.conform import described  # only for a mistake

        raise _no_baseline(file, described(str(error))) from None
    if found.schema != _SCHEMA:
        raise UsageError(f"{file}：不是 {_SCHEMA} 格式的基线", f"{file}: not a baseline of {_SCHEMA}")
    return found.findings


def _no_baseline(file: Path, why: Words) -> UsageError:
    return UsageError(f"{file}：读不懂这个基线文件：{why.zh}", f"{file}: not a baseline: {why.en}")


def written(entries: Entries) -> bytes:
    """A baseline as it stands in its file: sorted, a line for each value, so that changes read well."""
    kept = {
        path: sorted(entries[path], key=lambda one: (one.rule, one.fingerprint))
        for path in sorted(entries)
        if entries[path]
    }
    data = msgspec.json.encode({"schema": _SCHEMA, "findings": kept})
    return msgspec.json.format(data, indent=2) + b"\n"


def accepted(result: Result) -> tuple[Accepted, ...]:
    """Today's findings of a report, but for those that are suppressed."""
    return tuple(
        Accepted(one.fingerprint, one.rule, short(result.report[one.span]))
        for one in result.findings
        if one.state != "suppressed"
    )


def short(text: str) -> str:
    """So much of a text that a person knows it again."""
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHORT else f"{folded[:_SHORT]}…"


def key_in(file: Path, path: str | Path) -> str:
    """How a report is called in the baseline `file`."""
    way = os.path.relpath(os.path.realpath(path), os.path.realpath(file.absolute().parent))
    return Path(way).as_posix()


def without_missing(entries: Entries, file: Path) -> Entries:
    """The entries but for those of reports that no longer exist."""
    return {path: found for path, found in entries.items() if (file.absolute().parent / path).exists()}
