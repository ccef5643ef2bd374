"""Whole processes, measured: CPU time of a process and all it waited for, wall time, peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_MIB_PER_UNIT = 2**-20 if sys.platform == "darwin" else 2**-10


@dataclass(frozen=True, slots=True)
class Cost:
    """`cpu` and `wall` in seconds; `peak` the largest resident set in MiB; `status` the exit status."""

    cpu: float
    wall: float
    peak: float
    status: int


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a folder, its output thrown away, and say what it cost."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)  # it has been waited for
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * _MIB_PER_UNIT, process.returncode)


def nianbao() -> list[str]:
    """How to start nianbao: the installed command if it stands beside this Python, else the package."""
    installed = Path(sys.executable).parent / "nianbao"
    return [str(installed)] if installed.is_file() else [sys.executable, "-m", "linter"]


def checkout() -> dict[str, str]:
    """What lets a process in another folder import the package from a plain checkout, byte code kept."""
    root = str(Path(__file__).resolve().parent.parent)
    return {
        "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", "")))),
        "PYTHONDONTWRITEBYTECODE": "",
    }


def say(*lines: str) -> None:
    """Print lines."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
