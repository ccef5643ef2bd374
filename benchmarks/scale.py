"""Counties and provinces ranked from end to end: composed reports, one in twenty a copy, one in ten with a defect."""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from pyarrow import parquet

from benchmarks import planting
from benchmarks.processes import checkout, say
from benchmarks.ray_nodes import two_nodes
from tests.composing import compose

SIZES = (100, 1_000)
UNITS = 50
"""Reports of a county."""

DEFECT_EVERY = 10
_NAMES = "青柳石双东西南北云松竹梅兰桂枫桐榆槐杏桃梨枣茶麻棉稻麦禾苗谷"
_LEVELS = ("乡", "镇")
_OFFICE = "人民政府"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of a run: seconds, CPU seconds of all processes, their memory together at the peak (MiB), seconds of the
    linting; how much of what was planted came out."""

    wall: float
    cpu: float
    peak: float
    lint: float
    complete: bool
    defects: float
    copies: float
    foreign: int


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
            write(folder, count)
            usual = ["--no-cache"] if options.no_cache else []
            for engine, arguments in _ways(options.jobs, ray=options.ray):
                with _nodes(engine) as more:
                    found = ranked(folder, [*arguments, *more, *usual], Path(name) / "cache" / engine)
                _tell(count, engine, found)
                costs.setdefault(engine, []).append((count, found))
            if options.no_cache:
                continue
            again = ranked(folder, ["--jobs", "1"], Path(name) / "cache" / f"jobs {options.jobs[-1]}")
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


def write(folder: Path, count: int) -> None:
    """A province of that many reports, a folder for each county."""
    base = compose(1, style="form", busy=False, level="镇")
    lines = base.lines
    first = next(n for n, line in enumerate(lines) if line.role == "section" and line.section == 1)
    second = next(n for n, line in enumerate(lines) if line.role == "section" and line.section == 2)
    tail = [line.text for line in lines[second:]]
    for number in range(count):
        county, unit = _county(number), _unit(number)
        place = folder / county
        place.mkdir(parents=True, exist_ok=True)
        text = "\n".join(
            [
                f"{county}{unit}{base.year}年政府信息公开工作年度报告",
                lines[first].text,
                _prose(number, unit, county),
                *tail,
            ]
        )
        own = "".join(base.unit.parents)
        text = text.replace(base.unit.full, f"{county}{unit}").replace(base.unit.name, unit)
        text = text.replace(base.unit.short, unit.removesuffix(_OFFICE)).replace(own, county)
        (place / f"{number:07}.txt").write_text(f"{text}\n", encoding="utf-8")


def _prose(number: int, unit: str, county: str) -> str:
    """Section one: its text, with a doubled word in one of ten."""
    text, names = planting.report(number)
    for name, own in zip(names, (unit.removesuffix(_OFFICE), county, unit[:2], county[:2]), strict=True):
        text = text.replace(name, own)
    return (
        text.replace("公布", "公布公布", 1)
        if number % DEFECT_EVERY == DEFECT_EVERY - 1 and "公布" in text
        else text
    )


def _county(number: int) -> str:
    at = number // UNITS
    return f"{_NAMES[at % 30]}{_NAMES[at // 30 % 30]}{'' if at < 900 else _NAMES[at // 900]}县"


def _unit(number: int) -> str:
    at = number % UNITS
    return f"{_NAMES[at % 30]}{_NAMES[29 - at // 30]}{_LEVELS[at % 2]}{_OFFICE}"


def ranked(folder: Path, arguments: Sequence[str], cache: Path) -> Outcome:
    """Rank the folder, and see what came out."""
    out = folder.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "linter",
        "rank",
        str(folder),
        "-o",
        str(out),
        "--lang",
        "en",
        *arguments,
    ]
    begun, peak, before = time.perf_counter(), [0.0], _cpu()
    cache.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={
            **checkout(),
            "NIANBAO_CACHE_DIR": str(cache),
            "PATH": "/usr/bin:/bin",
            "HOME": str(Path.home()),
        },
    )
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watcher.start()
    said, errors = process.communicate()
    wall, cpu = time.perf_counter() - begun, _cpu() - before
    if process.returncode:
        say(f"  it failed ({process.returncode}): {errors.strip()[-300:]}")
        return Outcome(wall, cpu, peak[0], 0, complete=False, defects=0, copies=0, foreign=0)
    lint = float(said.split("linted in ")[1].split(" s")[0])
    return replace(_judged(folder, out), wall=wall, cpu=cpu, peak=peak[0], lint=lint)


def _cpu() -> float:
    """CPU seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _judged(folder: Path, out: Path) -> Outcome:
    """How much of what was planted came out."""
    names = {int(path.stem): path.parent.name for path in folder.rglob("*.txt")}
    found = json.loads((out / "ranking.json").read_bytes())
    there = {int(Path(one["path"]).stem) for one in found["ranking"]}
    table = parquet.read_table(out / "findings.parquet", columns=["rule", "path"]).to_pydict()
    doubled = {
        int(Path(path).stem)
        for rule, path in zip(table["rule"], table["path"], strict=True)
        if rule == "duplicate-wording"
    }
    planted = {n for n in names if n % DEFECT_EVERY == DEFECT_EVERY - 1}
    copied = {
        int(Path(path).stem)
        for rule, path in zip(table["rule"], table["path"], strict=True)
        if rule == "copied-from-peer"
    }
    copies = {n for n in names if planting.source_of(n)}
    kin = {planting.family(n) for n in copies} | copies
    return Outcome(
        0,
        0,
        0,
        0,
        there == set(names),
        len(doubled & planted) / max(1, len(planted)),
        len(copied & copies) / max(1, len(copies)),
        len(copied - kin),
    )


def _watch(process: "subprocess.Popen[str]", peak: list[float]) -> None:
    """The memory of the process and all below it, looked at every second (to look takes a while)."""
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(_resident, _tree(process.pid))) / 1024)
        time.sleep(1)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    tasks = Path(f"/proc/{pid}/task")
    try:
        for task in list(tasks.iterdir()):
            for child in (task / "children").read_text(encoding="ascii").split():
                yield from _tree(int(child))
    except OSError:
        return


def _resident(pid: int) -> float:
    """KiB that it does not share with others, or its part of what it does (PSS), where the system tells."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0.0)


if __name__ == "__main__":
    main(sys.argv[1:])
