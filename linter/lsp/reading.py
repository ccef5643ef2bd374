"""What stands in the editor, read as the file would be."""

import re
from pathlib import Path

from linter.model.document import Document
from linter.model.errors import UnreadableReport
from linter.readers import from_txt
from linter.readers.content import content_of
from linter.readers.decoding import LARGEST

_START = 65536  # characters that say whether it is a web page
_MARKDOWN = (".md", ".markdown")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_SAID = re.compile(r"政府信息|政务公开|信息公开")


def parse(text: str, path: Path, language: str) -> Document:
    """The document in `text`, which has no byte order mark; `language` is the editor's name for its kind. Raises
    UnreadableReport as reading the file would, but for a text that an editor holds there is no encoding."""
    name = path.as_posix()
    if not text.strip():
        raise UnreadableReport("empty", "没有可检查的内容", "there is nothing to check")
    if len(text) > LARGEST:
        raise UnreadableReport("too-large", "太长，不像一份年报", "no report is that long")
    if "\x00" in text or len(_CONTROL.findall(text)) > 8 + len(text) // 500:
        raise UnreadableReport("binary", "含有文本里不会出现的字符", "it holds characters that no text has")
    if content_of(text[:_START].encode("utf-8", "replace")) == "html":
        from linter.readers import from_html  # brings lxml along

        return from_html.parse(text, name, "utf-8")
    is_markdown = path.suffix.lower() in _MARKDOWN or (not path.suffix and language == "markdown")
    return from_txt.parse(text, name, "utf-8", "md" if is_markdown else "txt")


def is_meant(text: str) -> bool:
    """Whether a text that could not be read is likely meant as a report: the author wants to know why."""
    return bool(_SAID.search(text[:_START]))
