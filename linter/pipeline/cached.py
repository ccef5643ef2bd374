"""Results of earlier runs, by content, rules, options and version: a report that has not changed is not linted
again. What is kept is plain values (msgpack); an entry that is damaged is as good as none."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec

from linter import __version__
from linter.bundled import RULES
from linter.cache import PLACED_BY, cache_folder, key_of
from linter.model.errors import UnreadableReport
from linter.model.result import Failed, Result
from linter.pipeline import packs
from linter.pipeline.one import failure, lint_together
from linter.pipeline.originality import corpora
from linter.pipeline.setup import Setup, Setups
from linter.pipeline.stored import packed, unpacked
from linter.readers import load
from linter.readers.folders import File

LARGEST = 64 * 1024 * 1024
"""Bytes of all entries together: some four thousand reports. The oldest go first."""


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
    left: dict[int, tuple[File, Setup]] = {}
    keys: dict[int, str] = {}
    for number, (file, setup) in enumerate(files):
        try:
            data = load(file.path) if file.data is None else file.data
        except UnreadableReport as error:
            outcomes[number] = failure(file.name, error)
            continue
        if setup.key:
            # The suffix has a say in how a file is read.
            keys[number] = key_of((setup.key.encode(), file.path.suffix.lower().encode(), data))
        found = _kept(keys[number]) if setup.key else None
        if found is None:
            left[number] = replace(file, data=data), setup
        else:
            document = replace(found.report.document, path=file.name)
            outcomes[number] = replace(found, report=replace(found.report, document=document))
    made = dict(zip(left, lint_together(tuple(left.values())), strict=True))
    for number, one in made.items():
        name = files[number][0].name
        outcomes[number] = failure(name, one) if isinstance(one, UnreadableReport) else one
    _keep({keys[n]: one for n, one in made.items() if n in keys and isinstance(one, Result)})
    return [outcomes[number] for number in range(len(files))]


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
    """Remove what was not used for longest, if there is too much."""
    place = folder()
    if place is not None:
        packs.trim(place, largest)


def _kept(key: str) -> Result | None:
    place = _place(*_placed_by())
    body = packs.get(place, key) if place else None
    try:
        return unpacked(body) if body else None
    except msgspec.MsgspecError:
        return None


def _keep(results: Mapping[str, Result]) -> None:
    place = _place(*_placed_by()) if results else None
    if place is None:
        return
    bodies = {}
    for key, result in results.items():
        with suppress(UnicodeEncodeError):  # half a character
            bodies[key] = packed(result)
    if not bodies:
        return
    with suppress(OSError):  # a full or read-only disk
        try:
            packs.put(place, bodies)
        except FileNotFoundError:  # somebody has tidied up in the meantime
            if folder():
                packs.put(place, bodies)


def _placed_by() -> Iterator[str | None]:
    return (os.environ.get(name) for name in PLACED_BY)


@cache
def _place(*_: str | None) -> Path | None:
    """The folder, made once for all the files of a run; the arguments are what it is placed by."""
    return folder()


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
