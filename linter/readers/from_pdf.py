"""PDF files with a text layer: text put together from the places of its characters, tables from their lines."""

from pathlib import Path

from linter.model.document import Document
from linter.readers.pdf_pages import pages
from linter.readers.sheets import document_of


def read(path: Path, data: bytes, encoding: str | None = None) -> Document:  # noqa: ARG001 - fonts name their own
    """The document in `data`, which was read from `path`. Its source is the text extracted from the file."""
    name = path.as_posix()
    return document_of(pages(data, name), name, "pdf")
