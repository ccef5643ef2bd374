"""What is kept of earlier rankings."""

from pathlib import Path
from random import Random

import pytest

from linter.batch.earlier import keep, known, trim
from linter.batch.outcome import Done

ONE = Done(b"outcome", b"<p>", b"record", b"report")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(tmp_path))
    return tmp_path / "ranked.sqlite"


def test_what_was_kept_is_known_without_the_report_itself(place: Path) -> None:
    keep({"a": ONE, "b": Done(b"other")})
    assert known(["a", "b", "c"]) == {"a": ONE._replace(report=b""), "b": Done(b"other")}
    assert place.exists()


def test_a_damaged_database_is_made_anew(place: Path) -> None:
    place.write_bytes(b"no database" * 1000)
    assert known(["a"]) == {}
    keep({"a": ONE})
    assert set(known(["a"])) == {"a"}


def test_without_a_cache_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", "")
    keep({"a": ONE})
    trim()
    assert known(["a"]) == {}


@pytest.mark.usefixtures("place")
def test_the_oldest_go_when_there_is_too_much() -> None:
    for number in range(40):
        keep({f"{number:02}": Done(bytes([number]) * 10)})
    trim(400)
    left = sorted(known([f"{n:02}" for n in range(40)]))
    assert 0 < len(left) < 40
    assert left == [f"{n:02}" for n in range(40 - len(left), 40)]


def test_what_has_gone_leaves_the_disk(place: Path) -> None:
    keep({f"{number:04}": Done(Random(number).randbytes(2_000)) for number in range(2_500)})
    trim(1_000_000_000)
    before = disk(place)
    trim(1_000_000)
    left = sorted(known([f"{number:04}" for number in range(2_500)]))
    assert 300 < len(left) <= 375
    assert left == [f"{number:04}" for number in range(2_500 - len(left), 2_500)]
    assert disk(place) < before / 5


def disk(place: Path) -> int:
    """Bytes of the database and of what lies beside it."""
    return sum(
        one.stat().st_size for one in place.parent.glob(f"{place.name}*") if one.suffix != ".sqlite-shm"
    )
