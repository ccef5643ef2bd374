"""The documents that are open, each linted once it has been left alone for a moment."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from linter.lsp.linting import Linted, Outcome, Text, Unread, lint_text
from linter.lsp.setups import Shelf
from linter.lsp.work import Worker
from linter.model.finding import Words

DEBOUNCE = 0.2
"""Seconds without a change after which a text is linted."""

_LONGEST = 1.0
"""The same for texts that take long: as long as linting them took, but no longer than this."""

_PATIENCE = 1.0
"""Seconds that the first texts wait for the editor to say its settings."""

Tell = Callable[[Outcome], None]


@dataclass(slots=True)
class _Paper:
    """An open document. `serial` tells one outcome from every other; `done`: the outcome is that of `text`."""

    text: Text
    outcome: Outcome | None = None
    serial: int = 0
    task: asyncio.Task[None] | None = None
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Desk:
    """What is open. `tell` is called with each outcome, `fail` with each bug, both on the event loop."""

    def __init__(self, worker: Worker, tell: Tell, fail: Callable[[Exception], None]) -> None:
        self.shelf = Shelf()
        self.encoding = "utf-16"
        self.settled = asyncio.Event()  # the settings are known
        self._worker, self._tell, self._fail = worker, tell, fail
        self._papers: dict[str, _Paper] = {}
        self._serials = count(1)

    def put(self, text: Text) -> None:
        """A document was opened, or has changed."""
        paper = self._papers.get(text.uri)
        if paper is None:
            paper = self._papers[text.uri] = _Paper(text)
            self._begin(paper, 0.0)
        else:
            paper.text = text
            self._begin(paper, _delay(paper.outcome))

    def remove(self, uri: str) -> None:
        """A document was closed."""
        paper = self._papers.pop(uri, None)
        if paper:
            paper.outcome = None
            paper.done.set()
            if paper.task:
                paper.task.cancel()

    def lint_all(self) -> None:
        """Lint everything anew: settings or files have changed."""
        for paper in self._papers.values():
            self._begin(paper, 0.0)

    def uris(self) -> tuple[str, ...]:
        """The documents that are open."""
        return tuple(self._papers)

    def paths(self) -> tuple[Path, ...]:
        """Where they lie."""
        return tuple(one.text.path for one in self._papers.values())

    def text(self, uri: str) -> Text | None:
        """A document as it stands now; None if it is not open."""
        paper = self._papers.get(uri)
        return paper.text if paper else None

    async def outcome(self, uri: str) -> tuple[Outcome | None, int]:
        """What came of the newest text of a document, once it is known, and its number; None if it is not open."""
        paper = self._papers.get(uri)
        if paper is None:
            return None, 0
        await paper.done.wait()
        return paper.outcome, paper.serial

    async def linted(self, uri: str) -> Linted | None:
        """The same where it could be linted."""
        outcome, _ = await self.outcome(uri)
        return outcome if isinstance(outcome, Linted) else None

    def _begin(self, paper: _Paper, delay: float) -> None:
        if paper.task:
            paper.task.cancel()
        paper.done.clear()
        paper.task = asyncio.create_task(self._lint(paper, delay))

    async def _lint(self, paper: _Paper, delay: float) -> None:
        await asyncio.sleep(delay)
        if not self.settled.is_set():
            await self._patience()
        text, shelf = paper.text, self.shelf
        try:
            outcome = await self._worker.run(lambda pause: lint_text(text, self.encoding, shelf, pause))
        except (
            Exception
        ) as error:  # a bug: the other documents go on, and so does this one after its next change
            outcome = Unread(text, Words(f"内部错误：{error!r}", f"internal error: {error!r}"), meant=True)
            self._fail(error)
        paper.outcome, paper.serial = outcome, next(self._serials)
        paper.done.set()
        self._tell(outcome)

    async def _patience(self) -> None:
        try:
            await asyncio.wait_for(self.settled.wait(), _PATIENCE)
        except TimeoutError:
            self.settled.set()


def _delay(before: Outcome | None) -> float:
    """Seconds to wait after a change, by how long the text took last time."""
    taken = before.seconds if isinstance(before, Linted) else 0.0
    return min(max(DEBOUNCE, taken), _LONGEST)
