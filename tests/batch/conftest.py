"""The composed county, written and ranked once for all tests of this folder."""

from pathlib import Path

import pytest

from tests.batch import county
from tests.calling import call


def ranked(*arguments: str | Path) -> tuple[int, str, str]:
    """`nianbao rank` with those arguments: status, output, errors."""
    return call("rank", *arguments)


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the reports; the register lies beside it."""
    place = tmp_path_factory.mktemp("county")
    (place / "units.toml").write_text(county.register(), encoding="utf-8")
    return county.write(place / county.COUNTY)


@pytest.fixture(scope="session")
def out(reports: Path) -> Path:
    """The county, ranked without a cache in one process."""
    place = reports.parent / "ranking"
    status, _, err = ranked(
        reports, "-o", place, "--units", reports.parent / "units.toml", "--no-cache", "--jobs", "1"
    )
    assert (status, err) == (2, "")
    return place
