"""`check --fix` and `check --diff`: what is changed in the files, or would be."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import unified_diff
from os import W_OK, access
from typing import BinaryIO, NamedTuple

from linter.cli.outputs import write
from linter.cli.status import CLEAN, FAILED, FOUND
from linter.model.errors import UnreadableReport, UsageError
from linter.model.finding import Words
from linter.model.result import Failed
from linter.pipeline.one import failure
from linter.pipeline.rewriting import Rewritten, Settle, rewrite
from linter.pipeline.setup import Setup
from linter.readers.folders import File

Rewriting = Callable[[File], Rewritten | None]
"""A file with its faults fixed; None for a format that cannot be changed. Raises UnreadableReport."""

Tell = Callable[[Words], None]
"""Says something to the user beside the output."""

_NOTHING = Words("没有可修复的", "nothing can be fixed")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


class Changed(NamedTuple):
    """The files as they are to be linted now, and how many findings were fixed in them."""

    files: tuple[File | Failed, ...]
    fixed: int


def fix_files(files: Sequence[File | Failed], new: Rewriting, out: BinaryIO, tell: Tell) -> Changed:
    """Put right what can be: files are written, the text from standard input goes to `out`."""
    linted: list[File | Failed] = []
    count, passed = 0, []
    for one in files:
        found = _rewritten(one, new)
        if isinstance(found, Rewritten) and isinstance(one, File):
            outcome = _put(one, found, out)
            count += len(found.fixed.fixes) if isinstance(outcome, File) else 0
            linted.append(outcome)
            continue
        if isinstance(one, File) and one.data is not None:
            out.write(one.data)
        if found is None:
            passed.append(one)
        linted.append(found if isinstance(found, Failed) else one)
    _tell_passed(passed, tell)
    return Changed(tuple(linted), count)


def show_diffs(files: Sequence[File | Failed], new: Rewriting, out: BinaryIO, tell: Tell) -> int:
    """Write to `out` what fixing would change, as a unified diff; the exit status says whether anything."""
    count, failed, passed = 0, [], []
    for one in files:
        found = _rewritten(one, new)
        if isinstance(found, Rewritten):
            name = found.fixed.result.report.document.path
            out.write("".join(_diff(name, found)).encode("utf-8", "backslashreplace"))
            count += len(found.fixed.fixes)
        elif isinstance(found, Failed):
            failed.append(found)
        else:
            passed.append(one)
    _tell_passed(passed, tell)
    for lost in failed:
        tell(Words(f"{lost.path}: {lost.reason.zh}", f"{lost.path}: {lost.reason.en}"))
    tell(Words(f"可修复 {count} 处", f"{count} can be fixed") if count else _NOTHING)
    return FAILED if failed else FOUND if count else CLEAN


def rewritten(file: File, setup: Setup, *, unsafe: bool, settle: Settle) -> Rewritten | None:
    """The file with its faults fixed, in the way of its format; None for one that cannot be changed."""
    found = rewrite(file, setup, unsafe=unsafe, settle=settle)
    if found is None:
        from linter.annotate.rewriting_docx import rewrite_docx

        found = rewrite_docx(file, setup, unsafe=unsafe, settle=settle)
    return found


def _rewritten(one: File | Failed, new: Rewriting) -> Rewritten | Failed | None:
    if isinstance(one, Failed):
        return one
    try:
        return new(one)
    except UnreadableReport as error:
        return failure(one.name, error)


def _put(file: File, new: Rewritten, out: BinaryIO) -> File | Failed:
    """Write the new content, if it is one, and say what is to be linted now."""
    if file.data is not None:
        out.write(new.after)
        return replace(file, data=new.after)
    if new.after == new.before:
        return file
    refused = Failed(
        file.name, "permission", Words("没有写入权限，没有修改", "no permission to change this file")
    )
    if not access(file.path, W_OK):
        return refused
    try:
        write(file.path, new.after)
    except UsageError:
        return refused
    return file


def _diff(name: str, new: Rewritten) -> Iterator[str]:
    """Unified diff, line ends as they stand in the file."""
    before, after = (_LINE.findall(text) for text in (new.fixed.before, new.fixed.after))
    for line in unified_diff(before, after, name, name):
        yield line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"


def _tell_passed(passed: Sequence[File | Failed], tell: Tell) -> None:
    """Say that some files are of a format which cannot be changed in place."""
    if passed:
        more_zh, more_en = (" 等", " and others") if passed[1:] else ("", "")
        name = passed[0].name if isinstance(passed[0], File) else passed[0].path
        zh = f"--fix 只修改 txt、md 和 docx，有 {len(passed)} 个文件没有改：{name}{more_zh}"
        tell(Words(zh, f"--fix changes txt, md and docx only; {len(passed)} not changed: {name}{more_en}"))
