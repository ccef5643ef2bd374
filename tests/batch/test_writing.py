"""A folder that cannot take a ranking: the cause is told in the user's language."""

import errno
import os
from pathlib import Path

import pytest

from linter.batch.mapping import no_room
from linter.batch.writing import alone
from linter.model.errors import LinterError, UsageError


def told(error: LinterError) -> tuple[str, str]:
    """The sentence in Chinese and in English."""
    return error.zh, error.en


def refused(out: Path) -> tuple[str, str]:
    """What is said when that folder is asked for."""
    with pytest.raises(UsageError) as caught, alone(out):
        pass
    return told(caught.value)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="a folder of Linux")
def test_a_folder_that_takes_no_file_is_said() -> None:
    assert refused(Path("/proc/x")) == (
        "写不了 /proc/x：没有这个文件或文件夹",
        "cannot write /proc/x: no such file or folder",
    )


def test_a_folder_below_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    out = tmp_path / "file" / "out"
    assert refused(out) == (
        f"写不了 {out}：同名的文件已经在那里",
        f"cannot write {out}: a file of that name is in the way",
    )


def test_what_stops_the_writing_is_said_and_how_to_go_on() -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert told(no_room(Path("out"), full)) == (
        "写不了 out：磁盘已满；没有改动原来的结果，腾出空间后可加 --resume 接着做",
        "cannot write out: the disk is full; earlier results are untouched, and --resume goes on from here",
    )
