"""Daft: parts of the work on several processors (native runner), or on the machines of a Ray cluster, by the same
code. The only module that knows it.

A worker gets paths, and puts what it made of them into the work folder, which all machines must share."""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from logging import ERROR
from socket import create_connection, gaierror
from typing import Any, Literal

import msgspec

from linter.batch.desk import Desk
from linter.batch.parts import Shard
from linter.batch.working import do
from linter.model.errors import LinterError, UsageError, cause

Engine = Literal["local", "ray"]

SWEPT = 50
"""Parts after which a process looks for cycles."""

_PATIENCE = 10
"""Seconds a cluster may take to answer."""

_LAST_PORT = 65_535

_SUMMED = 20_000_000
"""Pairs that are added up at once: some 1 GB."""


class Worker:
    """Does parts of the work, one after the other, in a process of its own."""

    def __init__(self, desk: Desk) -> None:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's to handle
        gc.disable()  # looking for cycles all the time takes a quarter of it
        self.desk, self.parts = desk, 0

    def __call__(self, shard: bytes) -> int:
        count = do(msgspec.msgpack.decode(shard, type=Shard), self.desk)
        if self.parts % SWEPT == 0:
            gc.collect()
        if not self.parts:
            gc.freeze()  # rules and words, which stay
        self.parts += 1
        return count


def run(
    shards: Sequence[Shard], desk: Desk, *, engine: Engine, address: str | None, jobs: int
) -> Iterator[int]:
    """Do the parts, with `jobs` processes; after each, how many tasks it had. LinterError where a worker was lost:
    what is done stands in its part then, and the rest can be run again. UsageError without the engine."""
    daft = _started(engine, address)
    made = daft.cls(Worker, use_process=True, max_concurrency=jobs)(desk)
    tasks = [msgspec.msgpack.encode(one) for one in shards]
    frame = daft.from_pydict({"shard": tasks}).into_batches(1)
    frame = frame.select(made(frame["shard"]).alias("done"))
    try:
        for row in frame.iter_rows():
            yield row["done"]
    except Exception as error:
        raise _lost(error) from error


def heavy(made: Sequence[Shard], least: int, end: int, *, engine: Engine, address: str | None) -> Any:
    """The pairs (all below `end`) whose weights, over all these parts, add up to `least`, in order. LinterError where
    a node was lost."""
    import numpy as np
    from pyarrow import parquet

    daft = _started(engine, address)
    paths = [one.part for one in made]
    rows = sum(parquet.read_metadata(one).num_rows for one in paths)
    edges = np.linspace(0, end, rows // _SUMMED + 2).astype(np.uint64).tolist()
    pair, found = daft.col("pair"), [np.empty(0, np.uint64)]
    try:
        for first, last in pairwise(edges):
            frame = daft.read_parquet(paths).where((pair >= first) & (pair < last))
            sums = frame.groupby("pair").agg(daft.col("weight").sum())
            table = sums.where(daft.col("weight") >= least).select("pair").to_arrow()
            found.append(np.sort(table["pair"].to_numpy()))
    except Exception as error:
        raise _lost(error) from error
    return np.concatenate(found)


def processors(engine: Engine, address: str | None) -> int:
    """How many there are to work with."""
    if engine == "ray":
        _started(engine, address)
        import ray

        return max(1, int(_resources(ray).get("CPU", 1)))
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _resources(ray: Any) -> dict[str, float]:
    return dict(ray.cluster_resources())


@cache
def _started(engine: Engine, address: str | None) -> Any:
    """Daft, on the runner that was asked for: a process has one."""
    os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
    os.environ.setdefault("DO_NOT_TRACK", "true")
    os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    sys.argv[:] = [
        one.encode("utf-8", "backslashreplace").decode() for one in sys.argv
    ]  # Daft knows no other names
    import daft

    if engine == "local":
        daft.set_runner_native()
        return daft
    try:
        import ray
    except ImportError:
        raise UsageError(
            "--engine ray 需要 Ray：pip install 'nianbao-lint[cluster]'",
            "--engine ray needs Ray: pip install 'nianbao-lint[cluster]'",
        ) from None
    if not ray.is_initialized():
        _knock(address)
        try:
            ray.init(address=address, log_to_driver=False, logging_level=ERROR)
        except (ConnectionError, RuntimeError, ValueError) as error:
            where = address or "auto"
            raise UsageError(
                f"连不上 Ray 集群 {where}：{_said(error)}", f"no Ray cluster at {where}: {_said(error)}"
            ) from None
    daft.set_runner_ray(address=address, noop_if_initialized=True)
    return daft


def _knock(address: str | None) -> None:
    """UsageError where nobody listens at HOST:PORT: Ray itself would try for minutes. Other addresses are left to it."""
    host, mark, port = (address or "").removeprefix("ray://").rpartition(":")
    if not mark or not port.isdecimal():
        return
    if int(port) > _LAST_PORT:  # some systems would take the rest by 65536
        zh, en = f"端口应在 {_LAST_PORT} 以内", f"a port is at most {_LAST_PORT}"
    else:
        try:
            create_connection((host.strip("[]"), int(port)), timeout=_PATIENCE).close()
            return
        except gaierror:
            zh, en = "查不到这台机器", "no machine of that name is known"
        except OSError as error:
            zh, en = cause(error)
    raise UsageError(
        f"连不上 Ray 集群 {address}：{zh}；请看地址，集群要先启动（ray start --head）",
        f"no Ray cluster at {address}: {en}; check the address, the cluster must have been started (ray start --head)",
    )


def _lost(error: Exception) -> LinterError:
    """The engine tells a lost process and a bug of ours alike; one process tells them apart."""
    said = _said(error)
    return LinterError(f"一个工作进程意外结束：{said}", f"a worker process ended unexpectedly: {said}")


def _said(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[-1][:200] if lines else type(error).__name__
