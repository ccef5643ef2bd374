"""A folder that is there whole or not at all, and into which one run writes at a time."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from linter.model.errors import UsageError, cause

_MARK = "ranking.json"
_SCHEMA = b"nianbao-rank/"


def work_folder(out: Path) -> Path:
    """Where a run for that folder keeps what it has done."""
    return _beside(out, "work")


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Nobody else ranks into that folder meanwhile. UsageError if somebody does, if it holds other things than a
    ranking, or cannot be written."""
    out = out.absolute()
    _check(out)
    lock = _beside(out, "lock")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise _refused(out, *cause(error)) from None
    try:
        if not _locked(handle):
            raise _refused(
                out,
                "另一个 nianbao rank 正在写这个文件夹，请等它结束",
                "another nianbao rank is writing this folder; wait until it ends",
            )
        try:
            yield
        finally:
            with suppress(OSError):
                lock.unlink()
    finally:
        os.close(handle)


@contextmanager
def whole(out: Path) -> Iterator[Path]:
    """A folder to write into, which takes the place of `out` once all is written; what was there stays if
    not. OSError passes."""
    out = out.absolute()
    draft, old = _beside(out, "new"), _beside(out, "old")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir()
        yield draft
        shutil.rmtree(old, ignore_errors=True)
        if out.exists():
            out.rename(old)
        draft.rename(out)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if not out.exists() and old.exists():
            old.rename(out)
        shutil.rmtree(old, ignore_errors=True)


def _beside(out: Path, kind: str) -> Path:
    out = out.absolute()
    return out.with_name(f".{out.name}.{kind}")


def _check(out: Path) -> None:
    """UsageError if that folder cannot take a ranking, or would lose something by it."""
    if out.exists() and not out.is_dir():
        raise _refused(out, "它是一个文件", "it is a file")
    try:
        os.fspath(out.absolute()).encode()
    except UnicodeEncodeError:
        raise _refused(
            out, "路径不是 UTF-8，请换一个文件夹", "its path is no UTF-8; name another folder"
        ) from None
    if not out.name:
        raise _refused(out, "它是根目录", "it is the root")
    try:
        empty = not out.exists() or not any(out.iterdir())
        ours = empty or _SCHEMA in (out / _MARK).read_bytes()[:200]
    except FileNotFoundError:
        ours = False
    except OSError as error:
        raise _refused(out, *cause(error)) from None
    if not ours:
        raise _refused(
            out,
            "里面有别的文件，不是以前的排名结果；请换一个文件夹",
            "it holds other files than an earlier ranking; name another folder",
        )


def _locked(handle: int) -> bool:
    """Whether the lock is ours now. It goes with the process, however that ends."""
    try:
        import fcntl
    except ImportError:  # Windows: the file itself is all there is
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _refused(out: Path, zh: str, en: str) -> UsageError:
    return UsageError(f"写不了 {out}：{zh}", f"cannot write {out}: {en}")
