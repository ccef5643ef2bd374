"""What is costly to make is made once; a cache that does not serve costs time, never a result."""

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.cache import cache_folder, cached, write_atomically


@pytest.fixture(autouse=True)
def folder(cache: Path) -> Path:
    """A cache folder of each test's own."""
    return cache


def counting(data: bytes) -> tuple[list[int], Callable[[], bytes]]:
    """A maker and a list that grows each time it is called."""
    calls: list[int] = []

    def make() -> bytes:
        calls.append(1)
        return data

    return calls, make


def test_what_was_made_under_a_key_is_not_made_again() -> None:
    calls, make = counting("词典\n".encode())
    both = (cached("words", "k1", make), cached("words", "k1", make))
    assert (both, len(calls)) == (("词典\n".encode(),) * 2, 1)


def test_another_key_makes_it_again_and_leaves_one_file(folder: Path) -> None:
    cached("words", "k1", lambda: b"old")
    new = cached("words", "k2", lambda: b"new")
    assert (new, cached("words", "k2", lambda: b"-"), [one.name for one in folder.iterdir()]) == (
        b"new",
        b"new",
        ["words"],
    )


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "foreign"])
def test_a_damaged_cache_is_made_again(folder: Path, damage: str) -> None:
    cached("words", "k1", lambda: b"right")
    content = (folder / "words").read_bytes()
    damaged = {
        "cut": content[:-1],
        "changed": content[:-5] + b"wrong",
        "emptied": b"",
        "foreign": b"\x80\x04\n",
    }
    (folder / "words").write_bytes(damaged[damage])
    assert (cached("words", "k1", lambda: b"right"), (folder / "words").read_bytes()) == (b"right", content)


def test_a_folder_that_cannot_be_written_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("不是文件夹", encoding="utf-8")
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert (cache_folder(), cached("words", "k1", lambda: b"made")) == (None, b"made")


def test_a_file_that_cannot_be_replaced_does_no_harm(folder: Path) -> None:
    (folder / "words" / "inside").mkdir(parents=True)
    assert (cached("words", "k1", lambda: b"made"), [one.name for one in folder.iterdir()]) == (
        b"made",
        ["words"],
    )


def test_an_empty_name_turns_the_cache_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", "")
    assert (cache_folder(), cached("words", "k1", lambda: b"made")) == (None, b"made")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps other permissions")
def test_only_the_owner_may_look_into_the_folder(folder: Path) -> None:
    assert (cache_folder(), stat.S_IMODE(folder.stat().st_mode)) == (folder, 0o700)


@pytest.mark.parametrize("usual", ["", "relative", "/somewhere/else"])
def test_the_usual_folder_is_the_systems(usual: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs import user_cache_path

    monkeypatch.delenv("NIANBAO_CACHE_DIR")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path) if usual.startswith("/") else usual)
    assert cache_folder() == user_cache_path("nianbao", appauthor=False)


def test_nothing_half_written_stays_behind(tmp_path: Path) -> None:
    (tmp_path / "words" / "inside").mkdir(parents=True)
    with pytest.raises(OSError):
        write_atomically(tmp_path / "words", b"data")
    assert [one.name for one in tmp_path.iterdir()] == ["words"]
