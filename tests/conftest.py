"""What all tests share: `--update` rewrites the files that are made from the code and the rules."""

import gc
from collections.abc import Iterator

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


@pytest.fixture(autouse=True, scope="module")
def _young_heap() -> Iterator[None]:
    """What earlier tests left is not looked through again by the garbage collector (the program itself runs
    without one): else the longer of two texts would seem to cost more than in step, the more so the later."""
    gc.freeze()
    yield
