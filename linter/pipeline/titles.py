"""What many files are called by their titles: kept from run to run, since to know a PDF's title is to read it."""

import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b

import msgspec

from linter import __version__
from linter.analysis.title import is_title, title
from linter.cache import keep, kept, key_of
from linter.model.errors import UnreadableReport
from linter.model.finding import Words
from linter.model.report import Title
from linter.pipeline.cached import code
from linter.pipeline.one import failure
from linter.readers import load, read_bytes
from linter.readers.folders import File

_NAME = "titles.json"
_SUM = 16


@dataclass(frozen=True, slots=True)
class Read:
    """A file, a sum of its content, its title (None: it has none), and why it could not be read."""

    file: File
    sum: bytes
    title: Title | None = None
    fault: Words | None = None


_Known = Mapping[str, Title | None]
"""Titles by the sum of the content. What could not be read is tried again: a tool may have been installed."""


def titles(files: Iterable[File], encoding: str | None) -> tuple[Read, ...]:
    """The title of each file, in order."""
    key = key_of((__version__.encode(), sys.version.encode(), (encoding or "").encode(), code()))
    before = _known(key)
    found = tuple(_read(file, encoding, before) for file in files)
    new = {one.sum.hex(): one.title for one in found if not one.fault}
    if any(name not in before for name in new):
        keep(_NAME, key, msgspec.json.encode(new))
    return found


def _known(key: str) -> _Known:
    with suppress(msgspec.MsgspecError):
        return msgspec.json.decode(kept(_NAME, key) or b"{}", type=dict[str, Title | None])
    return {}


def _read(file: File, encoding: str | None, before: _Known) -> Read:
    """What is known of the file, or what is read now."""
    content = b""
    try:
        data = load(file.path)
        content = blake2b(file.path.suffix.lower().encode() + data, digest_size=_SUM).digest()
        if content.hex() in before:
            return Read(file, content, before[content.hex()])
        document = read_bytes(file.path, data, encoding)
    except UnreadableReport as error:
        return Read(file, content, fault=failure(file.path.as_posix(), error).reason)
    found = title(document)
    return Read(file, content, found if is_title(document[found.span]) else None)
