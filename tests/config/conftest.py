"""A way to write files, and to load what they say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.config.load import Config, load_config

Write = Callable[[str, str], Path]
Load = Callable[[str], Config]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a cache of its own."""
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(tmp_path / "cache"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def write(folder: Path) -> Write:
    """`write("a/b.toml", text)` → the file, as seen from the working folder."""

    def written(name: str, text: str) -> Path:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return Path(name)

    return written


@pytest.fixture
def load(write: Write) -> Load:
    """`load(text)` → the configuration that says so."""
    return lambda text: load_config(write("nianbao.toml", text))
