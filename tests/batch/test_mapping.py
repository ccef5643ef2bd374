"""Parts done by the process itself."""

import gc
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from weakref import ref

import pytest

from linter.batch import mapping
from linter.batch.mapping import Bench, Crew, mapped
from linter.batch.parts import Plan, Shard, Task
from linter.batch.with_daft import SWEPT

PARTS = 3 * SWEPT


class Knot:
    """Refers to itself, as what a workbook is made of does."""

    def __init__(self) -> None:
        self.own = self


def test_what_refers_to_itself_does_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def do(shard: Shard, _: Any) -> int:
        made.append(ref(Knot()))
        return len(shard.tasks)

    monkeypatch.setattr(mapping, "do", do)
    was = gc.isenabled()
    gc.disable()  # as the command does
    try:
        tasks = [Task(str(number), b"", "", b"") for number in range(PARTS)]
        keys = [(bytes([number]),) for number in range(PARTS)]
        bench = Bench(SimpleNamespace(cache=False), tmp_path, Crew(jobs=1))  # type: ignore[arg-type]
        found, counts = mapped([Plan("county", tasks, keys, PARTS, most=1)], bench)
        left = sum(one() is not None for one in made)
    finally:
        if was:
            gc.enable()
    assert (len(found), counts.done, len(made)) == (PARTS, PARTS, PARTS)
    assert left == 0
