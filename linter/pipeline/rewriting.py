"""A file with its faults fixed, as the bytes that are to stand in it: same encoding, same line ends."""

import codecs
from collections.abc import Callable
from dataclasses import dataclass, replace

from linter.model.document import Document
from linter.model.errors import UnreadableReport
from linter.model.result import Result
from linter.pipeline.fixes import Fixed, fix
from linter.pipeline.one import lint_read
from linter.pipeline.setup import Setup
from linter.readers import load, read_bytes
from linter.readers.folders import File
from linter.readers.from_txt import parse

FORMATS = ("txt", "md")
"""What is changed in place. Of other formats the file holds more than its text."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

Settle = Callable[[Result], Result]
"""Says of a result's findings which are accepted: those are not fixed."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file's content before and after, as text and as bytes; the same where nothing could be fixed."""

    fixed: Fixed
    before: bytes
    after: bytes


def rewrite(file: File, setup: Setup, *, unsafe: bool, settle: Settle) -> Rewritten | None:
    """The file with its faults fixed; None where its format cannot be changed in place. Nothing is written.
    Raises UnreadableReport as linting does, and where the text cannot be encoded again as it was."""
    data = load(file.path) if file.data is None else file.data
    document = replace(read_bytes(file.path, data, setup.encoding), path=file.name)
    if document.format not in FORMATS:
        return None

    def lint(text: str) -> Result:
        same = text == document.source
        read = document if same else parse(text, document.path, document.encoding, document.format)
        return settle(lint_read(read, setup))

    fixed = fix(document.source, lint, unsafe=unsafe)
    after = data if fixed.after == fixed.before else encoded(fixed.after, document, data)
    return Rewritten(fixed, data, after)


def encoded(text: str, document: Document, data: bytes) -> bytes:
    """`text` in the encoding of `data`, of which `document` was read, with its byte order mark."""
    usual = document.encoding or "utf-8"
    mark, own = next((one for one in _MARKS if data.startswith(one[0])), (b"", usual))
    for head, name in ((b"", usual), (mark, usual), (mark, own)):
        # Written back unchanged it must be the same file: else more would change than was fixed.
        if head + document.source.encode(name, "replace") == data:
            try:
                return head + text.encode(name)
            except UnicodeEncodeError:
                break
    zh = f"不能按原来的编码（{usual}）写回，没有修改；请先另存为 UTF-8"
    en = f"cannot be written back in its encoding ({usual}), so it was left as it is; save it as UTF-8 first"
    raise UnreadableReport("encoding", zh, en)
