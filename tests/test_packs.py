"""What is kept in packs is found again, or was never there."""

from pathlib import Path

import pytest

from linter.pipeline.packs import _index, get, put, trim
from tests.calling import call, write
from tests.composing import compose

KEYS = [f"{number:032x}" for number in range(5)]
BODIES = {key: f"青禾镇 {key}".encode() * 3 for key in KEYS}


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    put(tmp_path, BODIES)
    return tmp_path


def pack(place: Path) -> Path:
    (one,) = place.iterdir()
    return one


def test_each_is_found_under_its_key(packed: Path) -> None:
    assert {key: get(packed, key) for key in KEYS} == BODIES
    assert get(packed, "f" * 32) is None


def test_one_alone_has_a_file_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, {KEYS[0]: b"body"})
    assert (pack(tmp_path).name, get(tmp_path, KEYS[0])) == (KEYS[0], b"body")


def test_what_is_put_there_later_is_found_too(packed: Path) -> None:
    more = {"a" * 32: b"one", "b" * 32: b"other"}
    assert get(packed, "a" * 32) is None
    put(packed, more)
    assert {key: get(packed, key) for key in (*more, *KEYS)} == {**more, **BODIES}


def test_the_heads_of_packs_are_read_once_in_a_run(packed: Path) -> None:
    _index.cache_clear()
    for number in range(1, 11):
        assert get(packed, KEYS[0]) == BODIES[KEYS[0]]
        put(packed, {f"{number:08x}{one:024x}": b"body" for one in range(3)})
    assert (_index.cache_info().misses, get(packed, f"{10:08x}{2:024x}")) == (1, b"body")


def test_of_a_damaged_pack_only_what_is_whole_is_found(packed: Path) -> None:
    path = pack(packed)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert {key: get(packed, key) for key in KEYS} == {**BODIES, KEYS[-1]: None}


@pytest.mark.parametrize("length", [0, 5, 11, 40, 200])
def test_a_pack_that_is_cut_off_holds_no_more_than_is_left(packed: Path, length: int) -> None:
    path = pack(packed)
    path.write_bytes(path.read_bytes()[:length])
    assert [get(packed, key) for key in KEYS] == [None] * len(KEYS)


def test_a_pack_that_goes_while_it_is_known_is_no_error(packed: Path) -> None:
    assert get(packed, KEYS[0]) == BODIES[KEYS[0]]
    pack(packed).unlink()
    assert get(packed, KEYS[1]) is None


def test_what_is_too_much_goes(packed: Path) -> None:
    trim(packed, 1_000_000)
    assert get(packed, KEYS[2]) == BODIES[KEYS[2]]
    trim(packed, 10)
    assert (list(packed.iterdir()), get(packed, KEYS[2])) == ([], None)


@pytest.mark.usefixtures("work")
def test_a_large_run_is_the_same_from_its_packs(cache: Path) -> None:
    for seed in range(140):
        write(f"{seed}.txt", compose(9000 + seed % 60).text + f"\n联系电话：0300-60{seed:05}\n")
    argv = ["check", ".", "-f", "json", "--exit-zero", "--jobs", "1"]
    fresh = call(*argv, "--no-cache")
    assert [call(*argv), call(*argv)] == [fresh] * 2
    assert {path.suffix for path in (cache / "results").iterdir()} == {".pack"}
