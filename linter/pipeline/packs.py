"""Where results are kept: one in a file of its own, those of a part of a large run together in a pack, for to make a
file takes longer than to write it. What is damaged or gone is as good as never kept."""

import os
import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from time import time
from typing import NamedTuple

from linter.cache import write_atomically

_SUFFIX = ".pack"
_MAGIC = b"nbpack1\n"
_COUNT = struct.Struct("<I")
_HEAD = struct.Struct("<32sI")  # the key, and how many bytes are kept under it
_SUM = 16
_DAY = 86_400


class _Stretch(NamedTuple):
    """From `start` up to `end` of a pack."""

    pack: Path
    start: int
    end: int


def put(place: Path, bodies: Mapping[str, bytes]) -> None:
    """Keep bodies under their keys (32 characters, ASCII). OSError where that cannot be done."""
    whole = {key: _sum(body) + body for key, body in bodies.items()}
    if len(whole) == 1:
        ((key, content),) = whole.items()
        write_atomically(place / key, content)
        return
    sizes = [(key.encode(), len(content)) for key, content in whole.items()]
    heads = b"".join(_HEAD.pack(*one) for one in sizes)
    pack = place / (blake2b(heads, digest_size=16).hexdigest() + _SUFFIX)
    write_atomically(pack, b"".join((_MAGIC, _COUNT.pack(len(whole)), heads, *whole.values())))
    _index(str(place)).update(_stretches(pack, sizes))  # the heads of the others are not read again


def get(place: Path, key: str) -> bytes | None:
    """What was kept under the key."""
    try:
        content = _read(place / key, 0, None)
    except OSError:
        stretch = _index(str(place)).get(key)
        try:
            content = _read(*stretch) if stretch else b""
        except OSError:
            return None
    body = content[_SUM:]
    return body if content and _sum(body) == content[:_SUM] else None


def trim(place: Path, largest: int) -> None:
    """Remove the files that were not used for longest, if all of them are larger together (bytes)."""
    entries = sorted(_files(place))
    total = sum(size for _, size, _ in entries)
    if total <= largest:
        return
    for _, size, path in entries:
        with suppress(OSError):
            Path(path).unlink()
        total -= size
        if total <= largest * 3 // 4:
            break
    _index.cache_clear()


def _read(path: Path, start: int, end: int | None) -> bytes:
    with path.open("rb") as file:
        if time() - os.fstat(file.fileno()).st_mtime > _DAY:  # it is in use, and may stay
            os.utime(path)
        file.seek(start)
        return file.read() if end is None else file.read(end - start)


@lru_cache(maxsize=4)
def _index(place: str) -> dict[str, _Stretch]:
    """By key, where in which pack it is kept. What other processes put there meanwhile is not seen."""
    return {key: stretch for _, _, path in _files(Path(place)) for key, stretch in _contents(Path(path))}


def _contents(pack: Path) -> Iterator[tuple[str, _Stretch]]:
    if pack.suffix != _SUFFIX:
        return
    with suppress(OSError, struct.error, UnicodeDecodeError), pack.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            return
        (count,) = _COUNT.unpack(file.read(_COUNT.size))
        yield from _stretches(pack, list(_HEAD.iter_unpack(file.read(count * _HEAD.size))))


def _stretches(pack: Path, sizes: Sequence[tuple[bytes, int]]) -> Iterator[tuple[str, _Stretch]]:
    """Where each body stands, by their keys and lengths."""
    at = len(_MAGIC) + _COUNT.size + len(sizes) * _HEAD.size
    for key, length in sizes:
        yield key.decode("ascii"), _Stretch(pack, at, at + length)
        at += length


def _files(place: Path) -> Iterator[tuple[float, int, str]]:
    """Age, size and path of every file."""
    with suppress(OSError), os.scandir(place) as found:
        for one in found:
            with suppress(OSError):
                yield one.stat().st_mtime, one.stat().st_size, one.path


def _sum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_SUM).digest()
