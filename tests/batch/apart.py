"""`nianbao rank` in a process of its own, to be interrupted, and its workers killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).parent.parent.parent
_ENDING = 400


_FAULT = """
import os, signal, sys, time

def hook(event, arguments):
    if event != "open" or {where!r} not in str(arguments[0]):
        return
    if {once!r}:
        try:
            os.close(os.open({once!r}, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return
    {deed}

if "daft.execution.udf_worker" in sys.orig_argv:
    sys.addaudithook(hook)
"""
MANY = "from linter.batch import mapping\nmapping.WORTH_IT = 0"
"""As a `limit`: the least work is worth other processes."""

KILLED = "os.kill(os.getpid(), signal.SIGKILL)"
INTERRUPTED = "os.killpg(os.getpgid(os.getppid()), signal.SIGINT); time.sleep(9)"


def fault(folder: Path, where: str, deed: str = KILLED, *, once: bool = True) -> Path:
    """A folder for `PYTHONPATH`: what a worker does when it opens a file in whose path `where` stands; the first that
    does so, or every one."""
    folder.mkdir()
    flag = str(folder / "done") if once else ""
    (folder / "sitecustomize.py").write_text(
        _FAULT.format(where=where, once=flag, deed=deed), encoding="utf-8"
    )
    return folder


def started(
    *arguments: str | Path, cache: Path | None = None, limit: str = "", fault: Path | None = None
) -> "subprocess.Popen[str]":
    """The process, begun. `limit`: Python to run in it before anything else; `fault`: see there."""
    run = f"{limit}\nfrom linter.__main__ import run\nrun()"
    places = os.pathsep.join(str(one) for one in (fault, ROOT) if one)
    environment = {**os.environ, "PYTHONPATH": places, "NIANBAO_CACHE_DIR": str(cache or "")}
    return subprocess.Popen(
        [sys.executable, "-c", run, "rank", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    )


def ended(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    """Status, output and errors, once it has ended."""
    try:
        out, err = process.communicate(timeout=_ENDING)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    return process.returncode, out, err


def parts(out: Path, step: str) -> int:
    """How many parts of the work are done."""
    return len(list((out.parent / f".{out.name}.work" / step).rglob("*.parquet")))


def wait_for_parts(process: "subprocess.Popen[str]", out: Path, step: str, count: int) -> None:
    """Wait until that many parts are done, while the process is at work."""
    begun = monotonic()
    while parts(out, step) < count:
        assert process.poll() is None, "it ended before it could be disturbed"
        assert monotonic() - begun < _ENDING
        sleep(0.02)


def below(pid: int) -> Iterator[int]:
    """The processes that this one has started, and those that they have."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            except OSError:  # it has just ended
                continue
            if parent == pid:
                yield int(entry.name)
                yield from below(int(entry.name))


def is_worker(pid: int) -> bool:
    """Whether the process is one of the engine's workers, and none that only keeps its books."""
    try:
        return b"udf" in (Path("/proc") / str(pid) / "cmdline").read_bytes()
    except OSError:
        return False
