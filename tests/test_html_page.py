"""The HTML page in a real browser without a network: no request, no error, the marks where they belong."""

import io
from pathlib import Path

import pytest

from linter.cli import main
from tests.browser import CHROMIUM, MISSING, opened

_SAMPLE = Path(__file__).parent / "samples" / "wrapped-township.txt"
_ARTEFACTS = Path(__file__).parent.parent / "artefacts"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    assert main(["check", "-f", f"html:{path}", "-q", str(_SAMPLE)], io.BytesIO(), io.StringIO()) == 1
    return path


def test_the_page_loads_without_a_word_on_the_console_and_shows_its_marks(page: Path, tmp_path: Path) -> None:
    elements, said = opened(page, tmp_path / "profile", "--dump-dom")
    assert said == []
    assert [
        word in elements
        for word in ('<mark class="error">三是</mark>', "enumeration-order", "前一项也是“三是”")
    ] == [True] * 3


def test_a_picture_of_the_page_is_kept_to_be_looked_at(page: Path, tmp_path: Path) -> None:
    _ARTEFACTS.mkdir(exist_ok=True)
    picture = _ARTEFACTS / "report.png"
    picture.unlink(missing_ok=True)
    opened(page, tmp_path / "profile", "--window-size=1400,1200", f"--screenshot={picture}")
    assert picture.read_bytes().startswith(b"\x89PNG")
