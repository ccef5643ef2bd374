"""Web pages as government sites publish reports: the report's own text, at its places in the file."""

from pathlib import Path

from linter.model.document import Document
from linter.readers.archives import too_large, without_text
from linter.readers.builder import Builder
from linter.readers.flow import compose
from linter.readers.html_main import report
from linter.readers.html_source import TAGS, decoded, tokens
from linter.readers.html_text import joined, page
from linter.readers.html_tree import Tree


def read(path: Path, data: bytes, encoding: str | None = None) -> Document:
    """The document in `data`, which was read from `path`. Spans are those of the decoded file."""
    text, name = decoded(data, path.as_posix(), encoding)
    return parse(text, path.as_posix(), name)


def parse(source: str, path: str = "<html>", encoding: str | None = None) -> Document:
    """The document in the page `source`."""
    tree = Tree()
    for number, token in enumerate(tokens(source)):
        if number > 2 * TAGS:
            raise too_large(path)
        tree.add(token, source)
    whole = page(tree.finish(), source)
    chosen = report(whole)
    if not chosen:
        raise without_text(path, whole.pictures)
    builder = Builder(source, whole.shown)
    blocks = compose(builder, whole.shown.text, joined(chosen, whole.shown))
    pictures = whole.pictures
    unread = [
        (f"网页里有 {pictures} 张图片，没有读", f"the page has {pictures} pictures, which were not read")
    ]
    return builder.document(path, "html", encoding, blocks, unread if pictures else ())
