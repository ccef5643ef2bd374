"""OFD files (GB/T 33190): text put together from the places of its characters, tables from their lines."""

from pathlib import Path

from linter.model.document import Document
from linter.readers.ofd_pages import pages
from linter.readers.sheets import document_of


def read(path: Path, data: bytes, encoding: str | None = None) -> Document:  # noqa: ARG001 - XML names its own
    """The document in `data`, which was read from `path`. Its source is the text extracted from the file."""
    name = path.as_posix()
    return document_of(pages(data, name), name, "ofd")
