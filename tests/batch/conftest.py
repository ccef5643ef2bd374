"""The composed county, written and ranked once for all tests of this folder."""

from pathlib import Path

import pytest

from tests.batch import county
from tests.calling import call
from tests.similarity.writing import TOWNS

_DAMAGED = "是压缩包，里面不是 Word 或 OFD 文档；请解压后再检查"


def ranked(*arguments: str | Path) -> tuple[int, str, str]:
    """`nianbao rank` with those arguments: status, output, errors."""
    return call("rank", *arguments)


def failed(reports: Path) -> str:
    """What is said of the county's corrupt file."""
    return f"nianbao: {reports}/{county.unit_of(county.CORRUPT)}.docx: {_DAMAGED}\n"


def kept(out: Path) -> dict[str, bytes]:
    """All files of a ranking."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


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
    assert (status, err) == (2, failed(reports))
    return place


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough reports for several parts."""
    folder = tmp_path_factory.mktemp("many") / "云溪县"
    folder.mkdir()
    for number in range(28):
        for copy in range(2):
            root = "甲乙"[copy] + TOWNS[number][0]
            text = county.report(number).text.replace(county.report(number).unit.root, root)
            (folder / f"{number:02}-{copy}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def undisturbed(many: Path) -> dict[str, bytes]:
    """What their ranking consists of; it lies beside them."""
    assert ranked(many, "-o", many.parent / "undisturbed", "--no-cache", "--jobs", "1")[0] == 0
    return kept(many.parent / "undisturbed")
