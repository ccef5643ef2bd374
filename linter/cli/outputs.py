"""Files that are written whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path

from linter.model.errors import UsageError, cause


def check_writable(file: Path | None, read: Iterable[str] = ()) -> None:
    """UsageError if nothing can be written there, or if it is one of the files to `read`: better said before the
    work than after it."""
    if file is None:
        return
    if file.is_dir():
        raise _refused(file, "这是一个文件夹", "it is a folder")
    if not file.absolute().parent.is_dir():
        raise _refused(file, "没有上一级文件夹", "its folder does not exist")
    if not os.access(file if _is_device(file) else file.absolute().parent, os.W_OK):
        raise _refused(file, "没有写入权限", "permission denied")
    if file.is_file() and any(Path(one).exists() and file.samefile(one) for one in read):
        raise _refused(file, "这是要读的报告，请换一个文件名", "it is a report to be read; give another name")


def write(file: Path, data: bytes) -> None:
    """Put `data` into the file; who reads it meanwhile reads the old content. UsageError if it cannot be done."""
    try:
        if _is_device(file):
            file.write_bytes(data)
            return
        target = Path(os.path.realpath(file))
        draft = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            draft.write_bytes(data)
            if target.exists():
                draft.chmod(target.stat().st_mode)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(file, *cause(error)) from None


def _is_device(file: Path) -> bool:
    """A pipe or a device, such as /dev/stdout: it cannot be replaced, only written to."""
    return file.exists() and not file.is_file()


def _refused(file: Path, zh: str, en: str) -> UsageError:
    return UsageError(f"写不了 {file}：{zh}", f"cannot write {file}: {en}")
