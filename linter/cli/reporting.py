"""What was found goes to where the options say."""

from os import environ
from typing import BinaryIO, TextIO

from linter.cli.check_options import CheckOptions
from linter.cli.outputs import write
from linter.fixing import fixable
from linter.model.result import Run
from linter.readers.folders import STDIN
from linter.reporters import REPORTERS, View
from linter.reporters.wording import fixing

_FIXED = ("txt", "md")
_TOLD = ("text", "concise")
"""Formats in which a person sees failures and remarks."""


def report(
    linted: Run, options: CheckOptions, fixed: int | None, lang: str, out: BinaryIO, err: TextIO
) -> None:
    """Write each output. What no person sees in an output is told on `err`: failures, remarks and, where
    findings were `fixed`, how many. Standard output that holds a fixed text holds nothing else."""
    taken = fixed is not None and STDIN in options.paths
    for output in options.outputs:
        view = _view(linted, options, fixed, lang, color=output.file is None and _shows_colors(out))
        data = REPORTERS[output.format](linted, view)
        if output.file is not None:
            write(output.file, data)
        elif taken:
            err.write(data.decode("utf-8", "replace"))
        else:
            out.write(data)
    if any(one.file is None and one.format in _TOLD for one in options.outputs):
        return
    for failed in linted.failed:
        print(f"nianbao: {failed.path}: {failed.reason.say(lang)}", file=err)
    for remark in linted.remarks:
        print(f"nianbao: {remark.say(lang)}", file=err)
    for line in fixing(fixed, 0, 0, lang):
        print(f"nianbao: {line}", file=err)


def _view(linted: Run, options: CheckOptions, fixed: int | None, lang: str, *, color: bool) -> View:
    safe, every = (0, 0) if options.quiet else _fixable(linted)
    return View(
        lang=lang,
        color=color,
        quiet=options.quiet,
        verbose=options.verbose,
        statistics=options.statistics,
        fixed=fixed,
        fixable=every if options.fixes.unsafe else safe,
        hidden=0 if options.fixes.unsafe else every - safe,
    )


def _fixable(linted: Run) -> tuple[int, int]:
    """How many findings `--fix` would put right at once, without and with the unsafe fixes."""
    texts = [one for one in linted.results if one.report.document.format in _FIXED]
    safe, every = (
        sum(len(fixable(one.report, one.findings, unsafe=unsafe)) for one in texts)
        for unsafe in (False, True)
    )
    return safe, every


def _shows_colors(out: BinaryIO) -> bool:
    """Whether colours are wanted: NO_COLOR and FORCE_COLOR decide, else whether it is a terminal."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return out.isatty() and environ.get("TERM") != "dumb"
