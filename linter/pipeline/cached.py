"""Results of earlier runs, by content, rules, options and version: a report that has not changed is not linted
again. What is kept is plain values (msgpack); an entry that is damaged is as good as none."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from time import time

import msgspec

from linter import __version__
from linter.bundled import RULES
from linter.cache import PLACED_BY, cache_folder, key_of, write_atomically
from linter.model.errors import UnreadableReport
from linter.model.result import Failed, Result
from linter.pipeline.one import failure, lint_together
from linter.pipeline.originality import corpora
from linter.pipeline.setup import Setup, Setups
from linter.pipeline.stored import packed, unpacked
from linter.readers import load
from linter.readers.folders import File

LARGEST = 64 * 1024 * 1024
"""Bytes of all entries together: some four thousand reports. The oldest go first."""

_DAY = 86_400
_SUM = 16


def keyed(setups: Setups, *, anyway: bool = False) -> Setups:
    """The setups with the keys under which results are kept; without any where nothing can be kept, unless they are
    wanted `anyway`."""
    if folder() is None and not anyway:
        return setups
    state = code()
    different = {id(one): one for one in (setups.usual, *setups.others.values())}
    made = {number: _keyed(one, state) for number, one in different.items()}  # thousands of files share one
    return Setups(made[id(setups.usual)], {name: made[id(one)] for name, one in setups.others.items()})


def lint_once(files: Sequence[tuple[File, Setup]]) -> list[Result | Failed]:
    """Lint files, each unless that has been done before; in their order. The outcome is the same."""
    outcomes: dict[int, Result | Failed] = {}
    entries: list[tuple[int, Path | None]] = []
    left: list[tuple[File, Setup]] = []
    for number, (file, setup) in enumerate(files):
        try:
            data = load(file.path) if file.data is None else file.data
        except UnreadableReport as error:
            outcomes[number] = failure(file.name, error)
            continue
        entry = _entry(file, data, setup)
        found = _kept(entry) if entry else None
        if found is None:
            left.append((replace(file, data=data), setup))
            entries.append((number, entry))
        else:
            document = replace(found.report.document, path=file.name)
            outcomes[number] = replace(found, report=replace(found.report, document=document))
    for (number, entry), (file, _), made in zip(entries, left, lint_together(left), strict=True):
        if isinstance(made, UnreadableReport):
            outcomes[number] = failure(file.name, made)
            continue
        outcomes[number] = made
        if entry:
            _keep(entry, made)
    return [outcomes[number] for number in range(len(files))]


def stored(key: str) -> bytes | None:
    """What was stored under that key, of whatever kind; None also for what is damaged."""
    place = folder()
    try:
        content = (place / key).read_bytes() if place else b""
        if place and time() - (place / key).stat().st_mtime > _DAY:
            os.utime(place / key)
    except OSError:
        return None
    body = content[_SUM:]
    return body if content and _sum(body) == content[:_SUM] else None


def store(key: str, body: bytes) -> None:
    """Keep `body` for later runs; nothing where it cannot be."""
    place = folder()
    if place is not None:
        with suppress(OSError):
            write_atomically(place / key, _sum(body) + body)


def folder() -> Path | None:
    """Where results are kept."""
    above = cache_folder()
    if above is None:
        return None
    try:
        (above / "results").mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return above / "results"


def last_kept() -> int | None:
    """When an entry was last added or removed."""
    place = folder()
    return place.stat().st_mtime_ns if place else None


def trim(largest: int = LARGEST) -> None:
    """Remove the entries that were not used for longest, if there are too many."""
    place = folder()
    if place is None:
        return
    entries = sorted(_entries(place))
    total = sum(size for _, size, _ in entries)
    if total <= largest:
        return
    for _, size, path in entries:
        with suppress(OSError):
            Path(path).unlink()
        total -= size
        if total <= largest * 3 // 4:
            return


def _entries(place: Path) -> Iterator[tuple[float, int, str]]:
    """Age, size and path of every entry."""
    with suppress(OSError), os.scandir(place) as found:
        for one in found:
            with suppress(OSError):
                yield one.stat().st_mtime, one.stat().st_size, one.path


def _entry(file: File, data: bytes, setup: Setup) -> Path | None:
    """The path of the entry for a file's content; the suffix has a say in how it is read."""
    place = _place(*(os.environ.get(name) for name in PLACED_BY)) if setup.key else None
    if place is None:
        return None
    return place / key_of((setup.key.encode(), file.path.suffix.lower().encode(), data))


@cache
def _place(*_: str | None) -> Path | None:
    """The folder, made once for all the files of a run; the arguments are what it is placed by."""
    return folder()


def _kept(entry: Path) -> Result | None:
    try:
        with entry.open("rb") as file:
            content = file.read()
            if time() - os.fstat(file.fileno()).st_mtime > _DAY:
                os.utime(entry)
        body = content[_SUM:]
        return unpacked(body) if _sum(body) == content[:_SUM] else None
    except (OSError, msgspec.MsgspecError):
        return None


def _keep(entry: Path, result: Result) -> None:
    with suppress(OSError, UnicodeEncodeError):  # a full or read-only disk; half a character
        body = packed(result)
        try:
            write_atomically(entry, _sum(body) + body)
        except FileNotFoundError:  # somebody has tidied up in the meantime
            if folder():
                write_atomically(entry, _sum(body) + body)


def _sum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_SUM).digest()


def _keyed(setup: Setup, state: bytes) -> Setup:
    """The setup with a key that changes with all of it, with the version and with the code."""
    profiles = {name: profile for name, (profile, _) in setup.tuned.items()}
    past = setup.past.key if setup.past else ""
    sums = [one.checksum for one in corpora(setup.corpora)]
    known = setup.names, setup.min_confidence, setup.encoding, setup.register, past, sums
    options = msgspec.json.encode((setup.tool, profiles, *known), order="deterministic")
    return replace(setup, key=key_of((__version__.encode(), sys.version.encode(), state, options)))


def code() -> bytes:
    """What tells one state of a checkout from another; an installed package has its version."""
    package = Path(__file__).parent.parent
    if RULES.parent == package:
        return b""
    return "\n".join(sorted(stamp for top in (package, RULES) for stamp in _stamps(str(top)))).encode()


def _stamps(place: str) -> Iterator[str]:
    """Each file below a folder with its size and the time it was changed."""
    with os.scandir(place) as found:
        for one in found:
            if one.is_file():
                yield f"{one.path} {one.stat().st_mtime_ns} {one.stat().st_size}"
            elif one.is_dir() and one.name != "__pycache__":
                yield from _stamps(one.path)
