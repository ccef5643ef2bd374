"""A province ranked by a process of its own: what it cost, and how much of what was planted came out."""

import json
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pyarrow import parquet

from benchmarks import planting
from benchmarks.processes import checkout, say


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


def ranked(folder: Path, arguments: Sequence[str], cache: Path, defective: frozenset[int]) -> Outcome:
    """Rank the folder, and see what came out; `defective` are the numbers of the reports with a defect."""
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
    return replace(_judged(folder, out, defective), wall=wall, cpu=cpu, peak=peak[0], lint=lint)


def _cpu() -> float:
    """CPU seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _judged(folder: Path, out: Path, defective: frozenset[int]) -> Outcome:
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
        len(doubled & defective) / max(1, len(defective)),
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
