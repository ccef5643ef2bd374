"""What is kept of earlier rankings."""

from pathlib import Path

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
