"""From files to linted reports that know their neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from linter.batch.counties import by_folder, counties, named, newest
from linter.batch.desk import Desk
from linter.batch.mapping import Counts, Crew, Tell, mapped
from linter.batch.neighbours import PEERS, Neighbours, neighbours
from linter.batch.outcome import LINTED, READ, FileTask, Linted, LintTask, Lost, PairTask, Read, encode
from linter.batch.parts import Shard, Task, outcomes
from linter.model.register import Register
from linter.model.result import Failed
from linter.pipeline.cached import keyed
from linter.pipeline.originality import corpora
from linter.pipeline.setup import Setup, Setups
from linter.readers.folders import File


@dataclass(frozen=True, slots=True)
class Bench:
    """How the work is done: what workers need, where parts are kept, who does it, and who is told."""

    desk: Desk
    work: Path
    crew: Crew
    tell: Tell | None = None


@dataclass(frozen=True, slots=True)
class Assessed:
    """The reports that count, in the order of their counties and names; `linted` are those of `reads`, by number
    (None: lost between the two readings); `lost`: by county, the files that have no place; `shards`: where the HTML
    of `linted` stands; `seconds` and `counts` of the linting."""

    reads: tuple[Read, ...]
    county: tuple[str, ...]
    around: Neighbours
    linted: tuple[Linted | Lost, ...]
    lost: tuple[tuple[str, Lost], ...]
    shards: tuple[Shard, ...]
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
    reads, lost = _read([one for one in files if isinstance(one, File)], bench)
    lost += [
        Lost(one.path, one.kind, one.reason.zh, one.reason.en) for one in files if isinstance(one, Failed)
    ]
    reads, county, lost_in = _by_county(reads, lost, register)
    paths = {one.name: str(one.path) for one in files if isinstance(one, File)}
    reading = monotonic() - begun
    around = neighbours(reads, county, corpora(bench.desk.setups.usual.corpora))
    begun = monotonic()
    tasks = _lint_tasks(reads, county, around, paths)
    made, counts = mapped("lint", tasks, bench.desk, bench.work, bench.crew, bench.tell)
    linted = tuple(LINTED.decode(one) for one in outcomes(made))
    return Assessed(
        tuple(reads),
        tuple(county),
        around,
        linted,
        tuple(lost_in),
        tuple(made),
        reading + monotonic() - begun,
        counts,
    )


def side_by_side(
    pairs: Sequence[tuple[int, int, str]], assessed: Assessed, paths: Mapping[str, str], bench: Bench
) -> list[Shard]:
    """The pages that show two reports each, by their numbers; they stand in the parts in that order."""
    tasks = []
    for source, other, page in pairs:
        a, b = assessed.reads[source], assessed.reads[other]
        task = PairTask(page, (a.name, paths[a.name]), (b.name, paths[b.name]), (a.sha256, b.sha256))
        tasks.append(Task(a.name, paths[a.name], "", encode(task)))
    made, _ = mapped("pair", tasks, bench.desk, bench.work, bench.crew, bench.tell)
    return made


def _neutral(setup: Setup) -> Setup:
    tuned = {
        name: (replace(profile, weights={}, grades=(("", 0),)), rules)
        for name, (profile, rules) in setup.tuned.items()
    }
    return replace(setup, tuned=tuned)


def _read(files: Sequence[File], bench: Bench) -> tuple[list[Read], list[Lost]]:
    tasks = [
        Task(one.name, str(one.path), by_folder(one.name), encode(FileTask(one.name, str(one.path))))
        for one in files
    ]
    made, _ = mapped("read", tasks, bench.desk, bench.work, bench.crew, bench.tell)
    reads, lost = list[Read](), list[Lost]()
    for body in outcomes(made):
        one = READ.decode(body)
        if isinstance(one, Read):
            reads.append(one)
        else:
            lost.append(one)
    return reads, lost


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


def _lint_tasks(
    reads: Sequence[Read], county: Sequence[str], around: Neighbours, paths: Mapping[str, str]
) -> list[Task]:
    peers: dict[int, list[tuple[float, int]]] = {}
    for pair in around.pairs:
        strength = max(pair.share, pair.back)
        for one, other in ((pair.source, pair.other), (pair.other, pair.source)):
            peers.setdefault(one, []).append((-strength, other))
    tasks = []
    for number, read in enumerate(reads):
        near = [reads[other].record for _, other in sorted(peers.get(number, ()))[:PEERS]]
        wanted = LintTask(read.name, paths[read.name], around.aside[number], tuple(near))
        tasks.append(Task(read.name, paths[read.name], county[number], encode(wanted)))
    return tasks
