"""What all tests share: `--update` rewrites the files that are made from the code and the rules."""

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
