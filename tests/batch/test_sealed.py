"""Nothing is unpickled that somebody else has put into a work folder."""

import pickle
from pathlib import Path

import pytest

from linter.batch.sealed import opened, sealed, secret


class Planted:
    """Unpickled, it makes a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.path,)


def test_what_was_sealed_is_opened_again() -> None:
    assert opened(sealed({"青禾镇": (1, 2)}, b"k" * 32), b"k" * 32) == {"青禾镇": (1, 2)}


@pytest.mark.parametrize("front", [b"", b"\0" * 32])
def test_what_others_have_put_there_is_not_unpickled(tmp_path: Path, front: bytes) -> None:
    path = tmp_path / "made"
    planted = front + pickle.dumps(Planted(path))
    assert opened(planted, b"k" * 32) is None
    assert opened(sealed(Planted(path), b"other key"), b"k" * 32) is None
    assert not path.exists()


def test_what_is_damaged_is_not_opened() -> None:
    body = sealed("年度报告", b"k" * 32)
    assert opened(body[:-1], b"k" * 32) is None
    assert opened(b"", b"k" * 32) is None


def test_the_key_stays_the_same_where_it_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(tmp_path / "cache"))
    key = secret()
    assert (secret(), len(key)) == (key, 32)
    assert (tmp_path / "cache" / "work.key").stat().st_mode & 0o077 == 0
    monkeypatch.setenv("NIANBAO_CACHE_DIR", "")
    assert secret() != secret()
