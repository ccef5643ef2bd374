"""A file of fixed pages (PDF, OFD) as a document: what its pages hold, and what of them could not be read."""

from collections.abc import Iterable
from typing import NamedTuple

from linter.model.document import Document
from linter.readers.archives import without_text
from linter.readers.builder import Builder
from linter.readers.fixed_layout import Sheet, laid_out
from linter.readers.glyphs import Glyph
from linter.readers.rulings import Segment

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""The matrix that moves nothing."""


class Page(NamedTuple):
    """What stands on a page, in points from the top left as it is seen; `pictures` counts them."""

    glyphs: tuple[Glyph, ...]
    segments: tuple[Segment, ...]
    pictures: int
    height: float


def document_of(pages: Iterable[Page], path: str, format: str) -> Document:
    """The document that the pages make; its source is their text. Raises UnreadableReport where there is none."""
    found = tuple(pages)
    made = laid_out([Sheet(page.glyphs, page.segments, page.height) for page in found])
    if not made.text.strip():
        raise without_text(path, sum(page.pictures for page in found))
    builder = Builder(made.text)
    blocks = made.blocks(builder)
    unread = [
        (f"第 {number} 页是图片，没有读", f"page {number} is a picture and was not read")
        for number, page in enumerate(found, start=1)
        if page.pictures and not page.glyphs
    ]
    return builder.document(path, format, None, blocks, unread)
