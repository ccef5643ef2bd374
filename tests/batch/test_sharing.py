"""The search for pairs, cut into tasks and put together by Daft, finds what it finds for texts in memory."""

import gc
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from linter.batch import mapping
from linter.batch.assessing import neutral
from linter.batch.desk import Desk
from linter.batch.mapping import Bench, Crew, mapped
from linter.batch.neighbours import neighbours
from linter.batch.outcome import READ, Place, Read
from linter.batch.parts import Plan, Task, column
from linter.batch.sharing import LEAST, Alike
from linter.batch.shelf import record_at
from linter.pipeline.originality import corpora
from linter.pipeline.setup import Setups, prepare
from linter.rulebook import load_rules
from linter.similarity.attribution import stock_stretches
from linter.similarity.joining import join
from linter.similarity.pairing import merged
from linter.similarity.template import template
from tests.batch import county
from tests.similarity.writing import TOWNS

ALL = "云溪县"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(
        Desk(neutral(Setups(prepare(load_rules()))), "zh", cache=False),
        tmp_path_factory.mktemp("work"),
        Crew(),
    )


@pytest.fixture(scope="module")
def shelf(bench: Bench, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Read], list[Place]]:
    """The composed county thrice, under other names: families of three, and copies among them."""
    folder = tmp_path_factory.mktemp("reports")
    tasks = []
    for number in (n for n in range(county.UNITS) if n not in (county.MISSING, county.CORRUPT)):
        composed = county.report(number)
        for copy in range(3):
            path = folder / f"{number:02}-{copy}.txt"
            path.write_text(
                composed.text.replace(composed.unit.root, "甲乙丙"[copy] + TOWNS[number][0]), encoding="utf-8"
            )
            tasks.append(Task(path.name, os.fsencode(path), "", b""))
    made, _ = mapped((Plan("read", tasks, [(one.name.encode(),) for one in tasks], len(tasks)),), bench)
    reads = [
        one
        for shard in made
        for body in column(shard, "outcome")
        if isinstance(one := READ.decode(body), Read)
    ]
    return reads, [Place(shard.part, row) for shard in made for row in range(len(shard.tasks))]


@pytest.fixture(scope="module")
def expected(shelf: tuple[list[Read], list[Place]]) -> list[Alike]:
    """What there is by the join of texts in memory."""
    _, places = shelf
    records = [record_at(one) for one in places]
    texts, known = [one.masked.text for one in records], template(records)

    def common(number: int) -> Sequence[tuple[int, int]]:
        return merged([*stock_stretches(texts[number], corpora()), *known.covered(texts[number])])

    found = []
    for one, other, here, there, _ in join(texts, common=common, least=LEAST):
        found.append(Alike(one, other, there, here) if there >= here else Alike(other, one, here, there))
    return sorted(found, key=lambda one: (-one.share, one.source, one.other))


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("jobs", [None, 1, 2])
def test_the_pairs_are_those_of_the_join_in_memory(
    bench: Bench,
    shelf: tuple[list[Read], list[Place]],
    expected: list[Alike],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    jobs: int | None,
) -> None:
    monkeypatch.setattr(mapping, "WORTH_IT", 0 if jobs else mapping.WORTH_IT)
    reads, places = shelf
    found = neighbours(reads, [ALL] * len(reads), places, Bench(bench.desk, tmp_path, Crew(jobs=jobs)))
    assert len(expected) > county.UNITS
    assert list(found.pairs) == expected
    gc.collect()  # Daft leaves the pipes of its workers to be closed


def test_no_reports_share_nothing(bench: Bench, tmp_path: Path) -> None:
    found = neighbours([], [], [], Bench(bench.desk, tmp_path, Crew()))
    assert (found.pairs, found.aside) == ((), ())
