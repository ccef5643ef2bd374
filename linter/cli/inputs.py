"""What `check` is to read."""

import sys
from collections.abc import Iterator
from pathlib import Path

from linter.cli.check_options import CheckOptions
from linter.model.errors import UnreadableReport, UsageError
from linter.model.finding import Words
from linter.model.result import Failed
from linter.pipeline.one import failure
from linter.readers import LARGEST, SUFFIXES
from linter.readers.folders import STDIN, File, files, once
from linter.readers.naming import shown


def inputs(options: CheckOptions) -> tuple[File | Failed, ...]:
    """The files to lint, each once, in the order of the paths given, and what failed on the way to them.
    UsageError if no path was given at all."""
    if not options.paths and not options.allow_empty:
        raise UsageError(
            "没有给出要检查的文件或文件夹；用法：nianbao check PATH…",
            "no file or folder given; usage: nianbao check PATH…",
        )
    found = [one for given in options.paths for one in _found(given, options)]
    kept = set(once(one for one in found if isinstance(one, File)))
    return tuple(dict.fromkeys(one for one in found if isinstance(one, Failed) or one in kept))


def _found(given: str, options: CheckOptions) -> Iterator[File | Failed]:
    """What one path stands for."""
    if given == STDIN:
        yield _stdin(options.stdin_filename)
        return
    try:
        below = files(given)
    except UnreadableReport as error:
        yield failure(shown(given), error)
        return
    if not below and not options.allow_empty:
        suffixes = " ".join(sorted(SUFFIXES))
        zh = f"文件夹里没有可检查的文件（找的是 {suffixes}）"
        yield Failed(
            shown(given), "missing", Words(zh, f"no file in this folder that can be checked ({suffixes})")
        )
    yield from below


def _stdin(name: str) -> File:
    """Standard input, no more of it than may be read."""
    return File(shown(name), Path(name), sys.stdin.buffer.read(LARGEST + 1))
