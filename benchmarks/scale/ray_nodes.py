"""Two Ray nodes on the loopback of this machine; only what was started here is ended."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

_PATIENCE = 90


class Nodes(NamedTuple):
    """The options of `rank` that lead to the head, and the process of the other node."""

    options: list[str]
    worker: "subprocess.Popen[bytes]"


@contextmanager
def two_nodes() -> Iterator[Nodes]:
    """A head and a worker, one processor each."""
    port = _free_port()
    address = f"127.0.0.1:{port}"
    ray = str(Path(sys.executable).parent / "ray")
    usual = ["--node-ip-address=127.0.0.1", "--num-cpus=1", "--disable-usage-stats", "--block"]
    head = [ray, "start", "--head", f"--port={port}", "--include-dashboard=false", *usual]
    started = [_started(head)]
    try:
        _wait(port)
        started.append(_started([ray, "start", f"--address={address}", *usual]))
        time.sleep(8)  # a node that joins says so nowhere else
        yield Nodes(["--address", address], started[1])
    finally:
        for process in reversed(started):
            _ended(process)


def _started(command: list[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "RAY_AUTH_MODE": "disabled"},
    )


def _ended(process: "subprocess.Popen[bytes]") -> None:
    """End the process and its group, if need be by force."""
    for what, seconds in ((signal.SIGTERM, 10), (signal.SIGKILL, 10)):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, what)
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)


def _wait(port: int) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < _PATIENCE:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.5)
    raise TimeoutError(f"no Ray on port {port}")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
