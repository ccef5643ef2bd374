"""A disk that is full in the middle of a ranking, a real one of a few hundred KiB: it is said, an earlier ranking
stays, and once there is room `--resume` ends what was begun."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.apart import MANY, ROOT
from tests.batch.conftest import kept

SMALL = """
set -e
mount -t tmpfs -o size=$SIZE none "$DISK"
test -z "$EARLIER" || cp -r "$EARLIER" "$DISK/out"
set +e
"$PYTHON" -c "$RUN" rank "$REPORTS" -o "$DISK/out" --no-cache --jobs $JOBS
echo "status $?"
ls -A "$DISK"
mkdir "$RESULT"; cp -r "$DISK/out" "$RESULT/earlier" 2>/dev/null
set -e
mount -o remount,size=99m "$DISK"
"$PYTHON" -c "$RUN" rank "$REPORTS" -o "$DISK/out" --no-cache --jobs $JOBS --resume
cp -r "$DISK/out" "$RESULT/new"
ls -A "$DISK"
"""
"""A ranking on a disk of its own, which grows afterwards; nobody else sees it, and it goes with the shell."""

OWN_MOUNTS = ["unshare", "-m"] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["unshare", "-r", "-m"]


def has_own_disk(folder: Path) -> bool:
    """Whether a disk can be made here, for one shell."""
    if not shutil.which("unshare"):
        return False
    command = [*OWN_MOUNTS, "mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("size", "jobs", "earlier"),
    [("64k", 1, False), ("600k", 1, False), ("600k", 2, False), ("3400k", 1, True)],
    ids=["when reading", "when writing pages", "by workers", "with an earlier ranking"],
)
def test_what_does_not_fit_is_said_and_goes_on_when_it_does(
    many: Path,
    undisturbed: dict[str, bytes],
    tmp_path: Path,
    size: str,
    jobs: int,
    *,
    earlier: bool,
) -> None:
    disk, result = tmp_path / "disk", tmp_path / "result"
    disk.mkdir()
    if not has_own_disk(disk):
        pytest.skip("no disk of its own can be made here (unshare, mount)")
    few = MANY if jobs > 1 else ""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHON": sys.executable,
        "RUN": f"{few}\nfrom linter.__main__ import run\nrun()",
        "REPORTS": str(many),
        "EARLIER": str(many.parent / "undisturbed") if earlier else "",
        "DISK": str(disk),
        "RESULT": str(result),
        "SIZE": size,
        "JOBS": str(jobs),
    }
    done = subprocess.run(
        [*OWN_MOUNTS, "sh", "-c", SMALL], capture_output=True, text=True, env=environment, check=False
    )
    said = done.stdout.splitlines()
    assert (done.returncode, said[0], said[-1]) == (0, "status 2", "out"), done.stderr
    assert done.stderr.startswith(f"nianbao: 写不了 {disk}/")
    assert "磁盘已满；没有改动原来的结果，腾出空间后可加 --resume 接着做\n" in done.stderr
    assert (result / "earlier").exists() == earlier
    if earlier:
        assert kept(result / "earlier") == undisturbed
    assert kept(result / "new") == undisturbed
