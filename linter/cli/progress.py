"""A bar on the terminal, for those who wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TextIO

from linter.model.finding import Words
from linter.pipeline.many import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

_PATIENCE = 2.0
"""Seconds. What takes less needs no bar."""


@contextmanager
def progress_on(err: TextIO, lang: str) -> Iterator[Progress | None]:
    """What to tell of progress, or None where nobody would see it."""
    if not err.isatty():
        yield None
        return
    begun = monotonic()
    bars: list[tuple[Bars, TaskID]] = []

    def tell(done: int, total: int) -> None:
        if not bars and total > 1 and monotonic() - begun > _PATIENCE:
            from rich.console import Console
            from rich.progress import Progress as Bars

            bar = Bars(console=Console(file=err), transient=True)
            bars.append((bar, bar.add_task(Words("检查", "checking").say(lang), total=total)))
            bar.start()
        for bar, task in bars:
            bar.update(task, completed=done)

    try:
        yield tell
    finally:
        for bar, _ in bars:
            bar.stop()
