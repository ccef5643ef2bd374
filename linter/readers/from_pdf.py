"""PDF files with a text layer: text put together from the places of its characters, tables from their lines."""

from pathlib import Path

from linter.model.document import Document
from linter.readers.archives import without_text
from linter.readers.builder import Builder
from linter.readers.fixed_layout import Sheet, laid_out
from linter.readers.pdf_pages import pages


def read(path: Path, data: bytes, encoding: str | None = None) -> Document:  # noqa: ARG001 - fonts name their own
    """The document in `data`, which was read from `path`. Its source is the text extracted from the file."""
    name = path.as_posix()
    found = tuple(pages(data, name))
    made = laid_out([Sheet(page.glyphs, page.segments, page.height) for page in found])
    if not made.text.strip():
        raise without_text(name, sum(page.pictures for page in found))
    builder = Builder(made.text)
    blocks = made.blocks(builder)
    unread = [
        (f"第 {number} 页是图片，没有读", f"page {number} is a picture and was not read")
        for number, page in enumerate(found, start=1)
        if page.pictures and not page.glyphs
    ]
    return builder.document(name, "pdf", None, blocks, unread)
