"""What is costly to make is made once and kept in the user's cache folder. A cache that is missing, damaged,
of another version or not writable costs time, never a result."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_FORMAT = b"nianbao-cache-1"
PLACED_BY = ("NIANBAO_CACHE_DIR", "XDG_CACHE_HOME", "HOME")
"""What the place of the cache folder depends on: variables of the environment."""

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def cache_folder() -> Path | None:
    """The folder for what can be made again, readable by its owner only; None where there can be none. It may
    be read-only. `NIANBAO_CACHE_DIR` names another place than the system's; empty, it turns the cache off."""
    named = os.environ.get("NIANBAO_CACHE_DIR")
    folder = _usual_folder() if named is None else Path(named) if named else None
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all, whoever else writes there at the same time; OSError if it
    cannot be done."""
    draft = path.with_name(f".{path.name}-{os.urandom(6).hex()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW, 0o600)
    try:
        with os.fdopen(handle, "wb", buffering=0) as file:
            left = memoryview(data)
            while left:
                left = left[file.write(left) :]
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def cached(name: str, key: str, make: Callable[[], bytes]) -> bytes:
    """What `make` makes, or what it made last time under the same `key`. One file per `name` is kept; `key`
    (no line breaks) must change with everything that `make` depends on."""
    found = kept(name, key)
    if found is not None:
        return found
    data = make()
    keep(name, key, data)
    return data


def kept(name: str, key: str) -> bytes | None:
    """What was kept under that name and key, if it is there still."""
    folder = cache_folder()
    return _body(folder / name, key) if folder else None


def keep(name: str, key: str, data: bytes) -> None:
    """Keep `data` for later runs, in the place of what stood under the name; nothing where it cannot be."""
    folder = cache_folder()
    if folder is None:
        return
    with suppress(OSError):  # a full or read-only disk: the next run makes it again
        write_atomically(folder / name, _head(key, data) + data)


def key_of(parts: Iterable[bytes]) -> str:
    """A key that changes with every part, and with where one part ends and the next begins."""
    sums = (blake2b(one, digest_size=16).digest() for one in parts)
    return blake2b(b"".join(sums), digest_size=16).hexdigest()


def _usual_folder() -> Path | None:
    """Where the system keeps caches; None for a user without a home."""
    if sys.platform != "linux":
        from platformdirs import user_cache_path

        return user_cache_path("nianbao", appauthor=False)
    # What platformdirs says there; importing it would cost a tenth of a whole run.
    usual = os.environ.get("XDG_CACHE_HOME", "").strip()
    try:
        return (Path(usual) if usual.startswith("/") else Path.home() / ".cache") / "nianbao"
    except RuntimeError:
        return None


def _body(path: Path, key: str) -> bytes | None:
    """What stands in the file after its first line, if that line vouches for it."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    line, _, body = content.partition(b"\n")
    return body if line + b"\n" == _head(key, body) else None


def _head(key: str, data: bytes) -> bytes:
    """The first line of a cache file: format, key and a sum that a damaged rest does not match."""
    return b"%s %s %s\n" % (_FORMAT, key.encode(), blake2b(data, digest_size=16).hexdigest().encode())
