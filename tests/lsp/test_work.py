"""Work in the other thread: what nobody waits for ends, and the next begins."""

import asyncio
import time

import pytest

from linter.lsp.work import Pause, Worker

pytestmark = pytest.mark.asyncio


async def test_work_that_is_no_longer_wanted_ends_at_its_next_pause() -> None:
    worker, steps = Worker(), []

    def long(pause: Pause) -> None:
        for number in range(10_000):
            pause()
            steps.append(number)
            time.sleep(0.002)

    task = asyncio.create_task(worker.run(long))
    while not steps:
        await asyncio.sleep(0.005)
    task.cancel()
    assert await worker.run(lambda _: "next") == "next"
    assert task.cancelled() and len(steps) < 5_000
    worker.close()


async def test_work_that_has_not_begun_never_does() -> None:
    worker, begun = Worker(), []
    first = asyncio.create_task(worker.run(lambda _: time.sleep(0.1)))
    second = asyncio.create_task(worker.run(lambda _: begun.append(2)))
    await asyncio.sleep(0.01)
    second.cancel()
    await first
    assert await worker.run(lambda _: [*begun, 3]) == [3]
    worker.close()


async def test_a_fault_comes_out_where_it_is_waited_for() -> None:
    worker = Worker()
    with pytest.raises(ZeroDivisionError):
        await worker.run(lambda _: 1 / 0)
    worker.close()
