"""Why the system refused, in words a clerk reads."""

import errno
import os

import pytest

from linter.model.errors import cause


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, ("没有这个文件或文件夹", "no such file or folder")),
        (errno.ENOSPC, ("磁盘已满", "the disk is full")),
        (errno.EFBIG, ("文件超过系统允许的大小", "the file is larger than the system allows")),
    ],
)
def test_a_usual_cause_has_words_of_its_own(number: int, said: tuple[str, str]) -> None:
    assert cause(OSError(number, os.strerror(number))) == said


def test_a_rare_cause_is_quoted_and_said_to_be_the_systems() -> None:
    assert cause(OSError(0, "Odd thing")) == ("系统报错“Odd thing”", "Odd thing")
