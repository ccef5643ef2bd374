"""The same ranking on a Ray cluster of two nodes, one of which is killed. It takes minutes: NIANBAO_TEST_RAY=1."""

import os
import signal
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.batch import county
from tests.batch.apart import MANY, ended, started, wait_for_parts
from tests.batch.conftest import kept

pytestmark = pytest.mark.skipif(
    find_spec("ray") is None or not os.environ.get("NIANBAO_TEST_RAY"),
    reason="needs Ray (pip install 'nianbao-lint[cluster]') and NIANBAO_TEST_RAY=1",
)


@pytest.mark.parametrize("killed", ["", "read", "keys"])
def test_two_nodes_rank_and_join_as_one_machine_does(
    out: Path, reports: Path, tmp_path: Path, killed: str
) -> None:
    from benchmarks.scale.ray_nodes import two_nodes

    usual = (reports, "-o", tmp_path / "out", "--units", reports.parent / "units.toml", "--no-cache")
    with two_nodes() as nodes:
        process = started(*usual, "--engine", "ray", *nodes.options, limit=MANY)
        if killed:
            wait_for_parts(process, tmp_path / "out", killed, 1)
            os.killpg(nodes.worker.pid, signal.SIGKILL)
        status, _, _ = ended(process)
    assert status == 2
    assert kept(tmp_path / "out") == kept(out)
    assert county.unit_of(20) in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
