"""Files to documents. `read` finds the reader; each reader translates one format and knows no rule."""

from collections.abc import Callable, Mapping
from pathlib import Path

from linter.model.document import Document
from linter.model.errors import UnreadableReport
from linter.readers import from_txt
from linter.readers.decoding import LARGEST

Reader = Callable[[Path, bytes, str | None], Document]

READERS: Mapping[str, Reader] = {
    ".txt": from_txt.read,
    ".text": from_txt.read,
    ".md": from_txt.read,
    ".markdown": from_txt.read,
}
"""By suffix, lower case. A file of another suffix is read as text if it is named on the command line."""


def read(path: Path, encoding: str | None = None) -> Document:
    """The document in the file at `path`. Raises UnreadableReport."""
    return read_bytes(path, load(path), encoding)


def read_bytes(path: Path, data: bytes, encoding: str | None = None) -> Document:
    """The document in `data`, read from `path` (or from standard input under that name)."""
    if len(data) > LARGEST:
        raise _too_large(path, len(data))
    return READERS.get(path.suffix.lower(), from_txt.read)(path, data, encoding)


def load(path: Path) -> bytes:
    """What stands in the file. Raises UnreadableReport (`missing`, `permission`, `too-large`, `damaged`)."""
    name = path.as_posix()
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise _too_large(path, size)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableReport(
            "missing", f"{name}：没有这个文件或文件夹", f"{name}: no such file or folder"
        ) from None
    except PermissionError:
        raise UnreadableReport("permission", f"{name}：没有读取权限", f"{name}: permission denied") from None
    except OSError as error:
        zh, en = f"{name}：读不出来（{error.strerror}）", f"{name}: cannot be read ({error.strerror})"
        raise UnreadableReport("damaged", zh, en) from None


def _too_large(path: Path, size: int) -> UnreadableReport:
    zh = f"{path.as_posix()}：文件有 {size / 1048576:.1f} MB，超过上限 {LARGEST // 1048576} MB；一份年报的文字不会这样大，请核对"
    en = f"{path.as_posix()}: {size / 1048576:.1f} MB is over the limit of {LARGEST // 1048576} MB; no report is that long"
    return UnreadableReport("too-large", zh, en)
