"""From files to linted reports that know their neighbours."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from linter.batch.counties import by_folder, counties, named, newest
from linter.batch.mapping import Bench, Counts, mapped
from linter.batch.neighbours import PEERS, Neighbours, aside_of, neighbours
from linter.batch.outcome import LINTED, READ, Linted, LintTask, Lost, PairTask, Place, Read, encode, slim
from linter.batch.parts import Plan, Shard, Task, column, outcomes, stamp
from linter.model.register import Register
from linter.model.result import Failed
from linter.pipeline.cached import keyed
from linter.pipeline.setup import Setup, Setups
from linter.readers.folders import File


@dataclass(frozen=True, slots=True)
class Assessed:
    """The reports that count, in the order of their counties and names; `linted` are those of `reads`, by number
    (lost meanwhile, some of them); `places`: where they were read; `html`: where their text with marks stands; `lost`: by
    county, the files that have no place; `seconds` and `counts` of the linting."""

    reads: tuple[Read, ...]
    places: tuple[Place, ...]
    county: tuple[str, ...]
    around: Neighbours
    linted: tuple[Linted | Lost, ...]
    lost: tuple[tuple[str, Lost], ...]
    html: tuple[Place, ...]
    seconds: float
    counts: Counts


def neutral(setups: Setups) -> Setups:
    """The setups without weights and grades: what is found does not depend on them, so that another weight ranks
    anew what is known. They know under which key outcomes are kept."""
    different = {id(one): _neutral(one) for one in (setups.usual, *setups.others.values())}
    others = {name: different[id(one)] for name, one in setups.others.items()}
    return keyed(Setups(different[id(setups.usual)], others), anyway=True)


def assess(files: Sequence[File | Failed], bench: Bench, register: Register | None) -> Assessed:
    """Read, compare and lint the files. LinterError where the work cannot be done."""
    begun = monotonic()
    reads, where, lost = _read([one for one in files if isinstance(one, File)], bench)
    lost += [
        Lost(one.path, one.kind, one.reason.zh, one.reason.en) for one in files if isinstance(one, Failed)
    ]
    reads, county, lost_in = _by_county(reads, lost, register)
    places = [where[one.name] for one in reads]
    paths = {one.name: os.fsencode(one.path) for one in files if isinstance(one, File)}
    reading = monotonic() - begun
    around = neighbours(reads, county, places, bench)
    begun = monotonic()
    made, counts = mapped((_lint_plan(reads, county, places, around, paths, bench),), bench)
    linted, known = list[Linted | Lost](), dict[object, object]()
    for body in outcomes(made):
        one = LINTED.decode(body)
        linted.append(slim(one, known) if isinstance(one, Linted) else one)
    return Assessed(
        tuple(reads),
        tuple(places),
        tuple(county),
        around,
        tuple(linted),
        tuple(lost_in),
        tuple(Place(shard.part, row) for shard in made for row in range(len(shard.tasks))),
        reading + monotonic() - begun,
        counts,
    )


def side_by_side(
    pairs: Sequence[tuple[int, int, str]], assessed: Assessed, paths: Mapping[str, bytes], bench: Bench
) -> list[Shard]:
    """The pages that show two reports each, by their numbers; they stand in the parts in that order."""
    tasks = []
    for source, other, page in pairs:
        a, b = assessed.reads[source], assessed.reads[other]
        wanted = PairTask(page, (a.name, paths[a.name]), (b.name, paths[b.name]), (a.sha256, b.sha256))
        at = encode((assessed.places[source], assessed.places[other]))
        tasks.append(Task(a.name, paths[a.name], "", encode(wanted), at))
    made, _ = mapped((Plan("pair", tasks, [_key(one, bench) for one in tasks], len(tasks)),), bench)
    return made


def _neutral(setup: Setup) -> Setup:
    tuned = {
        name: (replace(profile, weights={}, grades=(("", 0),)), rules)
        for name, (profile, rules) in setup.tuned.items()
    }
    return replace(setup, tuned=tuned)


def _read(files: Sequence[File], bench: Bench) -> tuple[list[Read], dict[str, Place], list[Lost]]:
    """What was read, by name where, and what could not be."""
    tasks = [Task(one.name, os.fsencode(one.path), by_folder(one.name), b"") for one in files]
    keys = [(*_key(one, bench), stamp(one.file)) for one in tasks]
    made, _ = mapped((Plan("read", tasks, keys, len(tasks)),), bench)
    reads, places, lost = list[Read](), dict[str, Place](), list[Lost]()
    for shard in made:
        for row, body in enumerate(column(shard, "outcome")):
            one = READ.decode(body)
            if isinstance(one, Read):
                reads.append(one)
                places[one.name] = Place(shard.part, row)
            else:
                lost.append(one)
    return reads, places, lost


def _key(task: Task, bench: Bench) -> tuple[bytes, ...]:
    return bench.desk.key(task.name).encode("utf-8", "replace"), task.name.encode(), task.path, task.wanted


def _by_county(
    reads: Sequence[Read], lost: Sequence[Lost], register: Register | None
) -> tuple[list[Read], list[str], list[tuple[str, Lost]]]:
    """One report for each unit, by county; and the files without a place, each in the county of its folder."""
    usual = _folder((*(one.name for one in reads), *(one.name for one in lost)))
    groups: dict[str, list[Read]] = {}
    for one, name in zip(reads, counties(reads, register), strict=True):
        groups.setdefault(name, []).append(one)
    if "" in groups:
        unnamed = groups.pop("")
        name = named((one.unit for one in unnamed), usual) if not groups else usual
        groups.setdefault(name, []).extend(unnamed)
    kept, county, lost_in = list[Read](), list[str](), list[tuple[str, Lost]]()
    for name in sorted(groups):
        best, double = newest(groups[name])
        kept += best
        county += [name] * len(best)
        lost_in += [(name, one) for one in double]
    only = next(iter(groups)) if len(groups) == 1 else ""
    lost_in += [(only or by_folder(one.name) or usual, one) for one in lost]
    return kept, county, sorted(lost_in, key=lambda one: (one[0], one[1].name))


def _folder(names: Sequence[str]) -> str:
    """What the folder is called in which all the files are."""
    parts = [Path(one).parts[:-1] for one in names]
    shared = parts[0] if parts else ()
    for one in parts[1:]:
        same = next((n for n, (a, b) in enumerate(zip(shared, one, strict=False)) if a != b), None)
        shared = shared[: min(len(shared), len(one)) if same is None else same]
    return shared[-1] if shared else ""


def _lint_plan(
    reads: Sequence[Read],
    county: Sequence[str],
    places: Sequence[Place],
    around: Neighbours,
    paths: Mapping[str, bytes],
    bench: Bench,
) -> Plan:
    peers: dict[int, list[tuple[float, int]]] = {}
    for pair in around.pairs:
        strength = max(pair.share, pair.back)
        for one, other in ((pair.source, pair.other), (pair.other, pair.source)):
            peers.setdefault(one, []).append((-strength, other))
    tasks = []
    for number, read in enumerate(reads):
        near = [other for _, other in sorted(peers.get(number, ()))[:PEERS]]
        aside, sums = aside_of(around, number), tuple(reads[other].compared for other in near)
        wanted = encode(LintTask(read.sha256, aside, sums))
        at = encode((places[number], *(places[other] for other in near)))
        tasks.append(Task(read.name, paths[read.name], county[number], wanted, at))
    return Plan("lint", tasks, [_key(one, bench) for one in tasks], len(tasks))
