"""`check --annotate OUT`: a copy of the one file that is checked, with the findings in it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from linter.cli.outputs import check_writable, write
from linter.model.errors import UnreadableReport, UsageError
from linter.model.result import Failed, Result, Run
from linter.readers import load
from linter.readers.content import content_of
from linter.readers.folders import File

_SUFFIXES = {"docx": (".docx", ".docm"), "pdf": (".pdf",)}
"""What the copy may be called, so that programs open it."""

_OLD = ("doc", "rtf", "odt")


def readied(files: Sequence[File | Failed], out: Path | None) -> tuple[File | Failed, ...]:
    """The one file with its content, so that what is annotated is what was checked; the files as they are where
    no copy is wanted. UsageError where there is not one file, where it is none that can be annotated, and where
    the copy cannot be written."""
    if out is None:
        return tuple(files)
    if len(files) != 1:
        raise UsageError(
            f"--annotate 一次只能用于一个文件，这里有 {len(files)} 个",
            f"--annotate takes one file at a time, not {len(files)}",
        )
    check_writable(out)
    (file,) = files
    if isinstance(file, Failed):
        return (file,)
    if out.exists() and file.path.exists() and out.samefile(file.path):
        raise UsageError(
            f"--annotate {out}：不能写回原文件，请换一个文件名",
            f"--annotate {out}: the copy cannot go over the file itself; give it another name",
        )
    try:
        data = load(file.path) if file.data is None else file.data
    except UnreadableReport:
        return (file,)  # it will be told as any file that cannot be read
    _check_format(content_of(data), out)
    return (replace(file, data=data),)


def _check_format(content: str, out: Path) -> None:
    """UsageError for a file that cannot be annotated, and for a copy under the wrong suffix."""
    if content in _OLD:
        raise UsageError(
            "--annotate 不能用于老式 Word、WPS 文件；请另存为 .docx，再对 .docx 加批注",
            "--annotate does not take files of old Word or WPS; save it as .docx and annotate that",
        )
    if content not in _SUFFIXES:
        raise UsageError(
            "--annotate 只能用于 .docx（加批注）和 .pdf（加高亮）",
            "--annotate takes .docx (comments) and .pdf (highlights) only",
        )
    suffixes = _SUFFIXES[content]
    if out.suffix and out.suffix.lower() not in suffixes:
        raise UsageError(
            f"--annotate {out}：内容是 {suffixes[0]}，文件名也要以 {suffixes[0]} 结尾",
            f"--annotate {out}: it will be a {suffixes[0]}, so its name must end so",
        )


def annotate(files: Sequence[File | Failed], linted: Run, out: Path | None, lang: str) -> None:
    """Write the copy, with what nobody has accepted; nothing where none is wanted or the file could not be
    checked."""
    if out is None or not linted.results:
        return
    from linter.annotate import ANNOTATE

    (file,), (result,) = files, linted.results
    if isinstance(file, File) and file.data is not None:
        write(out, ANNOTATE[result.report.document.format](file.data, _new(result), lang))


def _new(result: Result) -> Result:
    return replace(result, findings=tuple(one for one in result.findings if one.state == "new"))
