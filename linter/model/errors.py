"""What can go wrong that is not a bug: said to the user in a sentence, never as a traceback."""

import errno
from typing import Literal

FailureKind = Literal[
    "missing",
    "empty",
    "encoding",
    "binary",
    "not-a-report",
    "damaged",
    "encrypted",
    "scanned",
    "too-large",
    "too-slow",
    "needs-tool",
    "permission",
]


class LinterError(Exception):
    """Something the user can put right. `zh` and `en` say what was found, expected and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[type["LinterError"], tuple[str, ...]]:
        """As it goes from one process to another, whole."""
        return type(self), (self.zh, self.en)

    def say(self, lang: str) -> str:
        """The sentence in `lang` (`zh` or `en`)."""
        return self.en if lang == "en" else self.zh


_CAUSES = {
    errno.ENOENT: ("没有这个文件或文件夹", "no such file or folder"),
    errno.EACCES: ("没有权限", "permission denied"),
    errno.EPERM: ("没有权限", "permission denied"),
    errno.EEXIST: ("同名的文件已经在那里", "a file of that name is in the way"),
    errno.EISDIR: ("这是一个文件夹", "it is a folder"),
    errno.ENOTDIR: ("路径中间有一段不是文件夹", "a part of the path is not a folder"),
    errno.ENOSPC: ("磁盘已满", "the disk is full"),
    errno.EROFS: ("磁盘是只读的", "the disk is read-only"),
    errno.ENAMETOOLONG: ("文件名太长", "the file name is too long"),
    errno.ELOOP: ("链接绕成了圈", "the links go in a circle"),
    errno.EDQUOT: ("磁盘配额已用完", "the disk quota is used up"),
    errno.EFBIG: ("文件超过系统允许的大小", "the file is larger than the system allows"),
    errno.EIO: ("磁盘读写出错", "the disk has an error"),
    errno.EBUSY: ("正被别的程序占用", "another program is using it"),
    errno.ECONNREFUSED: ("那里没有服务", "nothing listens there"),
    errno.EHOSTUNREACH: ("到不了那台机器", "the machine cannot be reached"),
    errno.ENETUNREACH: ("到不了那个网络", "the network cannot be reached"),
    errno.ETIMEDOUT: ("等不到回应", "no answer came"),
    errno.ENOEXEC: ("不是能运行的程序", "it is no program that can be run"),
}


def cause(error: OSError) -> tuple[str, str]:
    """Why the system refused, in Chinese and in English; with the system's own words where it is a rare reason."""
    said = error.strerror or str(error)
    return _CAUSES.get(error.errno or 0, (f"系统报错“{said}”", said))


class UsageError(LinterError):
    """A bad option, configuration or rule file: nothing can be done."""


class UnreadableReport(LinterError):
    """One file that cannot be linted; the others go on."""

    def __init__(self, kind: FailureKind, zh: str, en: str) -> None:
        super().__init__(zh, en)
        self.kind = kind

    def __reduce__(self) -> tuple[type["UnreadableReport"], tuple[FailureKind, str, str]]:
        """With its kind."""
        return type(self), (self.kind, self.zh, self.en)
