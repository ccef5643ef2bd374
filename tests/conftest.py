"""What all tests share: `--update` rewrites the files that are made from the code and the rules; a folder to work
in; a cache of one's own."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update`."""
    parser.addoption(
        "--update", action="store_true", help="rewrite what is generated instead of comparing it"
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether generated files are to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, empty, with Chinese spoken there and no colours."""
    for name in ("NIANBAO_LANG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own; its folder is not there yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True, scope="module")
def _young_heap() -> Iterator[None]:
    """What earlier tests left is not looked through again by the garbage collector (the program itself runs
    without one): else the longer of two texts would seem to cost more than in step, the more so the later."""
    gc.freeze()
    yield
