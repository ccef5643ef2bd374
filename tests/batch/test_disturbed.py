"""A run that is disturbed ends complete, or goes on where it was; what it says is clear, and nothing is half there."""

import json
import os
import shutil
import signal
import sys
from pathlib import Path
from time import sleep

import pytest

from tests.batch.apart import (
    INTERRUPTED,
    MANY,
    below,
    ended,
    fault,
    is_worker,
    parts,
    started,
    wait_for_parts,
)
from tests.batch.conftest import kept, ranked
from tests.rights import as_others

FEW_BYTES = "import resource, signal\nresource.setrlimit(resource.RLIMIT_FSIZE, (30000, 30000))"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def left_over(out: Path) -> list[str]:
    """What lies beside the output."""
    return sorted(path.name for path in out.parent.iterdir() if path.name.startswith(f".{out.name}."))


@pytest.mark.parametrize("step", ["read", "lint"])
def test_a_killed_worker_is_replaced(
    many: Path, undisturbed: dict[str, bytes], tmp_path: Path, step: str
) -> None:
    out = tmp_path / "out"
    process = started(many, "-o", out, "--no-cache", "--jobs", "2")
    wait_for_parts(process, out, step, 1)
    workers = [pid for pid in below(process.pid) if is_worker(pid)]
    assert workers
    os.kill(workers[0], signal.SIGKILL)
    status, _, err = ended(process)
    assert (status, "Traceback" in err, kept(out), left_over(out)) == (0, False, undisturbed, [])


def test_after_an_interrupt_it_goes_on_where_it_was(
    many: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    process = started(many, "-o", out, "--no-cache", "--jobs", "2")
    wait_for_parts(process, out, "lint", 2)
    os.killpg(process.pid, signal.SIGINT)
    status, _, err = ended(process)
    assert (status, out.exists()) == (130, False)
    assert err.strip().endswith("nianbao: 已中断")
    status, said, err = ended(started(many, "-o", out, "--no-cache", "--jobs", "2", "--resume"))
    assert (status, err) == (0, "")
    assert (kept(out), left_over(out)) == (undisturbed, [])
    assert "份用以前的结果" in said


@pytest.mark.parametrize("step", ["keys", "sharing", "verify"])
def test_a_worker_killed_in_the_join_is_replaced(
    many: Path, undisturbed: dict[str, bytes], tmp_path: Path, step: str
) -> None:
    out = tmp_path / "out"
    deadly = fault(tmp_path / "fault", f"/{step}/")
    status, _, err = ended(started(many, "-o", out, "--no-cache", "--jobs", "2", limit=MANY, fault=deadly))
    assert (status, "Traceback" in err, kept(out), left_over(out)) == (0, False, undisturbed, [])
    assert (deadly / "done").exists()


def test_after_an_interrupt_of_the_join_it_goes_on_where_it_was(
    many: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    usual = (many, "-o", out, "--no-cache", "--jobs", "2")
    status, _, err = ended(
        started(*usual, limit=MANY, fault=fault(tmp_path / "fault", "/sharing/", INTERRUPTED))
    )
    assert (status, out.exists(), err.strip().endswith("nianbao: 已中断")) == (130, False, True)
    assert (parts(out, "read") > 1, parts(out, "keys"), parts(out, "lint")) == (True, 1, 0)
    begun = (out.parent / f".{out.name}.work" / "read").stat().st_mtime_ns
    process = started(*usual, "--resume")
    wait_for_parts(process, out, "lint", 1)
    assert (out.parent / f".{out.name}.work" / "read").stat().st_mtime_ns == begun
    status, _, _ = ended(process)
    assert (status, kept(out), left_over(out)) == (0, undisturbed, [])


def test_a_file_that_ends_its_worker_every_time_has_no_place_and_the_others_have(
    many: Path, tmp_path: Path
) -> None:
    folder = tmp_path / many.name
    shutil.copytree(many, folder)
    shutil.copy(folder / "03-0.txt", folder / "deadly.txt")
    deadly = fault(tmp_path / "fault", "deadly.txt", once=False)
    process = started(folder, "-o", tmp_path / "out", "--no-cache", "--jobs", "2", fault=deadly)
    status, _, err = ended(process)
    found = json.loads((tmp_path / "out" / "ranking.json").read_bytes())
    reason = "处理这个文件的进程每次都意外结束，可能是内存不够"
    assert (status, "Traceback" in err, len(found["ranking"])) == (2, False, 56)
    assert [(Path(one["path"]).name, one["kind"], one["reason"]) for one in found["failed"]] == [
        ("deadly.txt", "damaged", reason)
    ]


def test_a_file_that_ended_the_process_itself_is_left_to_a_worker_by_the_next(
    many: Path, tmp_path: Path
) -> None:
    folder = tmp_path / many.name
    folder.mkdir()
    for name in ("03-0.txt", "04-0.txt", "05-0.txt"):
        shutil.copy(many / name, folder)
    shutil.copy(many / "06-0.txt", folder / "deadly.txt")
    deadly = fault(tmp_path / "fault", "deadly.txt", once=False)
    usual = (folder, "-o", tmp_path / "out", "--no-cache", "--jobs", "1")
    assert (
        ended(started(*usual, limit=(deadly / "sitecustomize.py").read_text() + "sys.addaudithook(hook)"))[0]
        == -9
    )
    status, _, err = ended(started(*usual, "--resume", fault=deadly))
    found = json.loads((tmp_path / "out" / "ranking.json").read_bytes())
    assert (status, "Traceback" in err, len(found["ranking"])) == (2, False, 3)
    assert [(Path(one["path"]).name, one["kind"]) for one in found["failed"]] == [("deadly.txt", "damaged")]


def test_a_full_disk_is_said_and_leaves_the_earlier_ranking(
    many: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(many.parent / "undisturbed", out)
    status, _, err = ended(started(many, "-o", out, "--no-cache", "--jobs", "1", limit=FEW_BYTES))
    assert (status, kept(out)) == (2, undisturbed)
    assert "写不了" in err
    assert "Traceback" not in err
    assert left_over(out) == [".out.work"]


def test_two_runs_into_one_folder_do_not_meet(many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = started(many, "-o", out, "--no-cache", "--jobs", "1")
    wait_for_parts(first, out, "read", 1)
    status, _, err = ended(started(many, "-o", out, "--no-cache", "--jobs", "1"))
    assert (status, "另一个 nianbao rank 正在写这个文件夹" in err) == (2, True)
    assert ended(first)[0] == 0


def test_a_lock_goes_with_the_process_that_held_it(many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = started(many, "-o", out, "--no-cache", "--jobs", "1")
    wait_for_parts(first, out, "read", 1)
    first.kill()
    ended(first)
    sleep(0.1)
    assert ended(started(many, "-o", out, "--no-cache", "--jobs", "1", "--resume"))[0] == 0


def test_a_folder_without_permission_is_said(many: Path, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    out = tmp_path / "closed" / "out"
    assert as_others(ranked, many, "-o", out) == (2, "", f"nianbao: 写不了 {out}：没有权限\n")


def test_a_folder_below_a_file_is_said(many: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert ranked(many, "-o", tmp_path / "file" / "out")[0] == 2
    assert ranked(many, "-o", tmp_path / "file")[2].strip().endswith("它是一个文件")


def test_a_folder_with_other_files_is_left_alone(many: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("", encoding="utf-8")
    status, _, err = ranked(many, "-o", tmp_path / "out")
    assert (status, "里面有别的文件" in err, [one.name for one in (tmp_path / "out").iterdir()]) == (
        2,
        True,
        ["letter.txt"],
    )
