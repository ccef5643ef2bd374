"""Many reports: one after the other, or on several processors, with the same outcome."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from linter.model.errors import LinterError
from linter.model.result import Failed, Result, Run
from linter.pipeline.cached import keyed, last_kept, lint_once, trim
from linter.pipeline.setup import Setup, Setups
from linter.readers.folders import File

Progress = Callable[[int, int], None]
"""Told after each file how many are done, and of how many."""

_TOGETHER = 32
"""Files that are linted side by side (see `lint_together`)."""

_LARGE = 512 * 1024
"""Bytes. Of files as large as that, one is work enough at a time."""

_WORTH_IT = 200
"""Files. For fewer, starting other processes takes longer than they save."""


def lint_all(
    files: Sequence[File | Failed],
    setup: Setup | Setups,
    jobs: int | None = None,
    progress: Progress | None = None,
    *,
    cache: bool = False,
) -> Run:
    """Lint all files; what has failed before is among the failed. `jobs`: processes; None: as many as there are
    processors, if there are many files. `cache`: results of earlier runs may be used, and are kept. The outcome
    depends on neither."""
    setups = setup if isinstance(setup, Setups) else Setups(setup)
    setups, before = (keyed(setups), last_kept()) if cache else (setups, None)
    outcomes: list[Result | Failed] = []
    readable = [one for one in files if isinstance(one, File)]
    linted = _outcomes(readable, setups, _processes(len(readable), jobs))
    for number, one in enumerate(files, start=1):
        outcomes.append(next(linted) if isinstance(one, File) else one)
        if progress:
            progress(number, len(files))
    if cache and last_kept() != before:
        trim()
    results = tuple(one for one in outcomes if isinstance(one, Result))
    failed = tuple(one for one in outcomes if isinstance(one, Failed))
    return Run(setups.tool, results, failed, setups.rules, remarks=setups.remarks)


def _processes(files: int, jobs: int | None) -> int:
    if jobs is None:
        return min(_processors(), files) if files >= _WORTH_IT else 1
    return max(1, min(jobs, files))


def _processors() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _outcomes(files: Sequence[File], setups: Setups, processes: int) -> Iterator[Result | Failed]:
    """What becomes of each file, in order."""
    parts = _parts(files, max(1, min(_TOGETHER, len(files) // (processes * 4))))
    if processes > 1:
        yield from _in_pool(parts, setups, processes)
        return
    for part in parts:
        yield from _linted(part, setups)


def _parts(files: Sequence[File], most: int) -> Iterator[tuple[File, ...]]:
    """The files in parts of `most`, fewer where they are large: one is linted as a whole, and progress told after."""
    part: list[File] = []
    size = 0
    for file in files:
        own = _size(file)
        if part and (len(part) == most or size + own > _LARGE):
            yield tuple(part)
            part, size = [], 0
        part.append(file)
        size += own
    if part:
        yield tuple(part)


def _size(file: File) -> int:
    """Bytes; none for a file that cannot be read: that is for those to say who read it."""
    if file.data is not None:
        return len(file.data)
    with suppress(OSError, ValueError):
        return file.path.stat().st_size
    return 0


def _linted(part: Sequence[File], setups: Setups) -> list[Result | Failed]:
    return lint_once([(file, setups.of(file.name)) for file in part])


def _in_pool(parts: Iterable[tuple[File, ...]], setups: Setups, processes: int) -> Iterator[Result | Failed]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(processes, get_context("spawn"), _start, (setups,))
    try:
        for outcomes in pool.map(_lint, parts):
            yield from outcomes
    except BrokenProcessPool:
        raise LinterError(
            "一个工作进程意外结束（可能是内存不足）；请用 --jobs 1 再试",
            "a worker process ended unexpectedly (out of memory?); try again with --jobs 1",
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


_setups: list[Setups] = []
"""In a worker process: the setups, sent once instead of with every file."""


def _start(setups: Setups) -> None:
    """Begin a worker. An interrupt is the parent's to handle."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _setups.append(setups)


def _lint(part: tuple[File, ...]) -> list[Result | Failed]:
    return _linted(part, _setups[0])
