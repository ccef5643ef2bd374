"""Word files (.docx, and what WPS writes by that name): paragraphs, tables and automatic numbers as they print."""

from pathlib import Path

from linter.model.document import Document
from linter.readers.archives import without_text
from linter.readers.builder import Builder
from linter.readers.docx_parts import parts
from linter.readers.docx_text import Text, extracted
from linter.readers.flow import compose


def read(path: Path, data: bytes, encoding: str | None = None) -> Document:  # noqa: ARG001 - XML names its own
    """The document in `data`, which was read from `path`. Its source is the text extracted from the file."""
    name = path.as_posix()
    made = extracted(parts(data, name), name)
    if not made.text.strip():
        raise without_text(name, made.pictures)
    builder = Builder(made.text)
    blocks = compose(builder, made.text, made.parts)
    return builder.document(name, "docx", None, blocks, _unread(made))


def _unread(made: Text) -> tuple[tuple[str, str], ...]:
    found = []
    if made.pictures:
        zh = f"文中有 {made.pictures} 张图片，图片里的文字和表格没有读"
        found.append((zh, f"it holds {made.pictures} pictures, which were not read"))
    if made.embedded:
        zh = f"文中嵌入了 {made.embedded} 个别的文件，没有读"
        found.append((zh, f"it embeds {made.embedded} other files, which were not read"))
    return tuple(found)
