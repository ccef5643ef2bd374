"""The benchmark of scale: `python -m benchmarks scale --reports 2000 20000 --jobs 2`."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.processes import say
from benchmarks.scale.measured import Outcome, ranked
from benchmarks.scale.provinces import UNITS, write
from benchmarks.scale.ray_nodes import two_nodes

SIZES = (100, 1_000)


def main(argv: Sequence[str] = ()) -> None:
    """Print time, memory, completeness and growth."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks scale")
    parser.add_argument("--reports", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2])
    parser.add_argument(
        "--no-cache", action="store_true", help="keep no results, and do not rank again from them"
    )
    parser.add_argument("--ray", action="store_true", help="also on two Ray nodes of this machine")
    options = parser.parse_args(list(argv))
    say(f"scale: counties of {UNITS} reports of 5 kB of prose, pages and workbook included")
    say(
        f"  {'reports':>8} {'engine':>10} {'wall s':>8} {'CPU s':>8} {'lint s':>8} {'per s':>7} {'peak MiB':>9} complete defects copies others"
    )
    costs: dict[str, list[tuple[int, Outcome]]] = {}
    for count in options.reports:
        with TemporaryDirectory() as name:
            folder = Path(name) / "province"
            defective = write(folder, count)
            usual = ["--no-cache"] if options.no_cache else []
            for engine, arguments in _ways(options.jobs, ray=options.ray):
                with _nodes(engine) as more:
                    cache = Path(name) / "cache" / engine
                    found = ranked(folder, [*arguments, *more, *usual], cache, defective)
                _tell(count, engine, found)
                costs.setdefault(engine, []).append((count, found))
            if options.no_cache:
                continue
            cache = Path(name) / "cache" / f"jobs {options.jobs[-1]}"
            again = ranked(folder, ["--jobs", "1"], cache, defective)
            _tell(count, "from cache", again)
    for engine, known in costs.items():
        for (fewer, before), (more_, after) in pairwise(known):
            times = f"×{after.wall / before.wall:.1f} time, ×{after.cpu / before.cpu:.1f} CPU time"
            say(f"  {engine}: ×{more_ / fewer:g} reports cost {times}")


def _ways(jobs: Sequence[int], *, ray: bool) -> Iterator[tuple[str, list[str]]]:
    for number in jobs:
        yield f"jobs {number}", ["--jobs", str(number)]
    if ray:
        yield "ray", ["--engine", "ray"]


def _tell(count: int, engine: str, found: Outcome) -> None:
    said = "yes" if found.complete else "NO"
    say(
        f"  {count:8} {engine:>10} {found.wall:8.1f} {found.cpu:8.1f} {found.lint:8.1f} {count / found.wall:7.1f} {found.peak:9.0f}"
        f" {said:>8} {found.defects:7.3f} {found.copies:6.3f} {found.foreign:6}"
    )


@contextmanager
def _nodes(engine: str) -> Iterator[list[str]]:
    """The options that lead to the engine, while it is there."""
    if engine != "ray":
        yield []
        return
    with two_nodes() as nodes:
        yield nodes.options
