"""Results are kept from run to run: what comes out is the same, whatever is in the cache."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from linter.model.result import Result
from linter.pipeline import lint, prepare
from linter.pipeline.cached import folder as cache_of_results
from linter.pipeline.cached import trim
from linter.pipeline.stored import packed, unpacked
from linter.readers.folders import File
from linter.reporters import REPORTERS
from linter.rulebook import load_rules
from tests.calling import RIGHT, SELECT, WRONG, call, write
from tests.composing import compose

COUNT = 5


@pytest.fixture(autouse=True)
def folder(work: Path, cache: Path) -> Path:  # noqa: ARG001
    """A folder with reports, and a cache of its own."""
    for seed in range(COUNT - 2):
        write(f"{seed}.txt", compose(seed).text)
    write("wrong.txt", WRONG)
    page = "".join(f"<p>{line}</p>\n" for line in WRONG.split("\n"))
    write("page.html", f"<html><body>{page}</body></html>")
    return work


def kept() -> list[Path]:
    """The entries of the cache."""
    place = cache_of_results()
    return sorted(place.iterdir()) if place else []


def results() -> Iterator[Result]:
    setup = prepare(load_rules())
    for path in sorted(Path.cwd().iterdir()):
        yield lint(File(path.name, path), setup)


def test_what_is_kept_of_a_result_is_all_that_it_is() -> None:
    for result in results():
        again = unpacked(packed(result))
        document = replace(again.report.document, path=result.report.document.path)
        assert replace(again, report=replace(again.report, document=document)) == result


@pytest.mark.parametrize("format", REPORTERS)
def test_every_format_is_the_same_from_the_cache_and_without(format: str) -> None:
    argv = ["check", ".", "-f", format, "--exit-zero"]
    fresh = call(*argv, "--no-cache")
    assert kept() == []
    runs = [call(*argv, *more) for more in ([], [], ["--jobs", "2"])]
    assert (runs, len(kept())) == ([fresh] * 3, COUNT)


def test_two_processes_keep_what_one_finds() -> None:
    argv = ["check", ".", "-f", "json", "--exit-zero"]
    assert call(*argv, "--jobs", "2") == call(*argv, "--no-cache")
    before = {path: path.stat().st_mtime_ns for path in kept()}
    assert call(*argv) == call(*argv, "--no-cache")
    assert ({path: path.stat().st_mtime_ns for path in kept()}, len(before)) == (before, COUNT)


def test_the_same_content_under_another_name_is_called_by_it(folder: Path) -> None:
    first = call("check", "wrong.txt", "-f", "json", *SELECT)[1]
    (folder / "again.txt").write_text(WRONG, encoding="utf-8")
    assert call("check", "again.txt", "-f", "json", *SELECT)[1] == first.replace("wrong.txt", "again.txt")
    assert len(kept()) == 1


def test_what_has_changed_is_linted_anew(folder: Path) -> None:
    assert call("check", "wrong.txt", *SELECT)[0] == 1
    (folder / "wrong.txt").write_text(RIGHT, encoding="utf-8")
    assert call("check", "wrong.txt", *SELECT)[0] == 0


@pytest.mark.parametrize(
    "more",
    [
        ["--select", "missing-ending"],
        [*SELECT, "--min-confidence", "certain"],
        [*SELECT, "--profile", "department"],
        [*SELECT, "--encoding", "utf-8"],
    ],
)
def test_other_options_are_another_entry(more: list[str]) -> None:
    call("check", "wrong.txt", *SELECT)
    assert call("check", "wrong.txt", *more) == call("check", "wrong.txt", "--no-cache", *more)
    assert len(kept()) == 2


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 4000])
def test_a_damaged_entry_is_made_anew(damage: bytes) -> None:
    fresh = call("check", "wrong.txt", *SELECT)
    [entry] = kept()
    whole = entry.read_bytes()
    for content in (damage, whole[:-1], whole[:40] + b"?" + whole[41:]):
        entry.write_bytes(content)
        assert call("check", "wrong.txt", *SELECT) == fresh
        assert entry.read_bytes() == whole


def test_what_cannot_be_read_is_not_kept(folder: Path) -> None:
    (folder / "notice.txt").write_text("关于报送的通知\n", encoding="utf-8")
    assert [call("check", "notice.txt")[0] for _ in range(2)] == [2, 2]
    assert kept() == []


def test_suppressions_and_baselines_are_heeded_all_the_same(folder: Path) -> None:
    assert call("check", "wrong.txt", *SELECT)[0] == 1
    call("baseline", "create", "wrong.txt", *SELECT)
    assert call("check", "wrong.txt", "--baseline", "nianbao-baseline.json", *SELECT)[0] == 0
    (folder / "wrong.txt").write_text(f"<!-- nianbao: ignore balance -->\n{WRONG}", encoding="utf-8")
    said = [call("check", "wrong.txt", "--select", "tables") for _ in range(2)]
    assert (said[0], "balance 没有出现" in said[0][1]) == (said[1], True)


def test_the_oldest_entries_go_when_there_are_too_many() -> None:
    call("check", ".", "--exit-zero")
    entries = kept()
    for age, entry in enumerate(entries):
        os.utime(entry, (1_000_000 - age, 1_000_000 - age))
    trim(sum(entry.stat().st_size for entry in entries))
    assert kept() == entries
    trim(max(entry.stat().st_size for entry in entries) * 2)
    assert entries[0] in kept() and entries[-1] not in kept()


def test_without_a_cache_folder_all_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = call("check", ".", "--exit-zero")
    monkeypatch.setenv("NIANBAO_CACHE_DIR", "")
    assert call("check", ".", "--exit-zero") == fresh


def test_a_cache_that_is_a_file_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = folder.parent / "odd"
    place.mkdir()
    (place / "results").write_text("", encoding="utf-8")
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(place))
    assert call("check", "wrong.txt", *SELECT)[0] == 1
