"""How large the streams of a PDF are unpacked, found out before PDFium unpacks them: it keeps them in memory whole."""

import re
import zlib
from collections.abc import Iterator

from linter.readers.archives import too_large

STREAM = 64 * 1024 * 1024
"""Bytes that one stream may have, unpacked. A page of text has some thousands, a picture of a page 26 million."""

STREAMS = 8 * STREAM
"""Bytes that all streams may have together."""

_BEGIN = re.compile(rb"stream\r?\n(?=\x78[\x01\x5e\x9c\xda])")
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_CHUNK = 64 * 1024
_DEEPEST = 4  # streams packed over and over


def check_streams(data: bytes, path: str) -> None:
    """UnreadableReport (`too-large`) if a stream unpacks to more than any report needs. What is packed in a way other
    than deflate is not looked into."""
    total = 0
    for match in _BEGIN.finditer(data):
        packed, depth, start = data, 0, match.end()
        while depth < _DEEPEST:
            size, first, whole = _unpacked(packed, start)
            total += size
            if size > STREAM or total > STREAMS:
                raise too_large(path)
            if not _PACKED.match(first):
                break
            packed, start, depth = whole, 0, depth + 1


def _unpacked(data: bytes, start: int) -> tuple[int, bytes, bytes]:
    """How much the stream that starts there unpacks to (or just more than it may), its first bytes, and all of it
    where those look packed again."""
    size, pieces, first = 0, [], b""
    for piece in _pieces(data, start):
        first = first or piece[:2]
        size += len(piece)
        if _PACKED.match(first):
            pieces.append(piece)
        if size > STREAM:
            break
    return size, first, b"".join(pieces)


def _pieces(data: bytes, start: int) -> Iterator[bytes]:
    """The stream unpacked, piece by piece; what is broken ends it."""
    unpacking, view = zlib.decompressobj(), memoryview(data)
    for at in range(start, len(data), _CHUNK):
        chunk: bytes | memoryview = view[at : at + _CHUNK]
        while chunk and not unpacking.eof:
            try:
                yield unpacking.decompress(chunk, 16 * _CHUNK)
            except zlib.error:
                return
            chunk = unpacking.unconsumed_tail
        if unpacking.eof:
            return
