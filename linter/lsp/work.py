"""Work off the event loop: one thread, one text at a time; what is no longer wanted ends early."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TypeVar

T = TypeVar("T")
Pause = Callable[[], None]


class Outdated(Exception):
    """Nobody waits for this work any more."""


class Worker:
    """The thread that lints. More would only get in one another's way: Python runs one at a time."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="nianbao")

    async def run(self, work: Callable[[Pause], T]) -> T:
        """What `work` returns. It is handed a function to call now and then, which ends it once whoever waits
        here has been cancelled."""
        unwanted = Event()

        def pause() -> None:
            if unwanted.is_set():
                raise Outdated

        def begin() -> T:
            pause()
            return work(pause)

        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, begin)
        finally:
            unwanted.set()

    def close(self) -> None:
        """Wait for nothing, begin nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)
