"""Files to documents. `read` finds the reader; each reader translates one format and knows no rule."""

from collections.abc import Callable, Mapping
from pathlib import Path

from linter.model.document import Document
from linter.model.errors import UnreadableReport, cause
from linter.readers import from_txt
from linter.readers.content import Content, content_of, refusal
from linter.readers.decoding import too_large
from linter.readers.naming import shown

LARGEST = 64 * 1024 * 1024
"""Bytes, pictures included. No file of a report is larger; of text see `decoding.LARGEST`."""

Reader = Callable[[Path, bytes, str | None], Document]


def _html(path: Path, data: bytes, encoding: str | None) -> Document:
    from linter.readers import from_html

    return from_html.read(path, data, encoding)


def _docx(path: Path, data: bytes, encoding: str | None) -> Document:
    from linter.readers import from_docx

    return from_docx.read(path, data, encoding)


def _pdf(path: Path, data: bytes, encoding: str | None) -> Document:
    from linter.readers import from_pdf

    return from_pdf.read(path, data, encoding)


def _ofd(path: Path, data: bytes, encoding: str | None) -> Document:
    from linter.readers import from_ofd

    return from_ofd.read(path, data, encoding)


def _doc(path: Path, data: bytes, encoding: str | None) -> Document:
    from linter.readers import from_doc

    return from_doc.read(path, data, encoding)


READERS: Mapping[Content, Reader] = {
    "text": from_txt.read,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
    "ofd": _ofd,
    "doc": _doc,
    "rtf": _doc,
    "odt": _doc,
}
"""By what a file holds, whatever its name says. What a reader needs is imported when it is chosen."""

SUFFIXES = frozenset(
    (
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".htm",
        ".html",
        ".docx",
        ".doc",
        ".wps",
        ".rtf",
        ".odt",
        ".pdf",
        ".ofd",
    )
)
"""The files of a folder that are taken for reports, by suffix in lower case; a file named by itself may have any."""


def read(path: Path, encoding: str | None = None) -> Document:
    """The document in the file at `path`. Raises UnreadableReport."""
    return read_bytes(path, load(path), encoding)


def read_bytes(path: Path, data: bytes, encoding: str | None = None) -> Document:
    """The document in `data`, read from `path` (or from standard input under that name)."""
    path = Path(shown(path.as_posix()))
    if len(data) > LARGEST:
        raise too_large(path.as_posix(), len(data), LARGEST)
    content = content_of(data)
    refused = refusal(content, path.as_posix())
    if refused:
        raise refused
    return READERS[content](path, data, encoding)


def load(path: Path) -> bytes:
    """What stands in the file. Raises UnreadableReport (`missing`, `permission`, `too-large`, `damaged`)."""
    name = shown(path.as_posix())
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise too_large(name, size, LARGEST)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableReport(
            "missing", f"{name}：没有这个文件或文件夹", f"{name}: no such file or folder"
        ) from None
    except PermissionError:
        raise UnreadableReport("permission", f"{name}：没有读取权限", f"{name}: permission denied") from None
    except OSError as error:
        zh, en = cause(error)
        zh, en = f"{name}：读不出来（{zh}）", f"{name}: cannot be read ({en})"
        raise UnreadableReport("damaged", zh, en) from None
