"""The county's page in a real browser without a network: nothing is fetched, it sorts, filters and prints."""

import re
from pathlib import Path

import pypdfium2
import pytest

from tests.batch import county
from tests.browser import CHROMIUM, MISSING, opened

_ARTEFACTS = Path(__file__).parent.parent.parent / "artefacts"
_ROW = re.compile(r"<tr data-board[^>]*?>(?:(?!</tr>).)*", re.DOTALL)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)


def acted(out: Path, tmp_path: Path, script: str) -> tuple[str, list[str]]:
    """The page after a script of ours has used it."""
    page = (out / "index.html").read_text(encoding="utf-8")
    copy = tmp_path / "acted.html"
    copy.write_text(page.replace("</body>", f"<script>{script}</script></body>"), encoding="utf-8")
    return opened(copy, tmp_path / "profile", "--dump-dom")


def rows(elements: str, *, hidden: bool = False) -> list[str]:
    """The units of the ranking's rows, in the order shown."""
    found = [row for row in _ROW.findall(elements) if ("hidden" in row.split(">")[0]) == hidden]
    return [re.findall(r"<td><a [^>]*>([^<]+)</a>", row)[0] for row in found]


def test_pages_load_without_a_word_on_the_console_and_name_no_other_place(out: Path, tmp_path: Path) -> None:
    report = sorted((out / "reports").iterdir())[0]
    pair = sorted((out / "pairs").iterdir())[0]
    for page in (out / "index.html", report, pair):
        assert opened(page, tmp_path / "profile", "--dump-dom")[1] == []
        text = page.read_text(encoding="utf-8")
        assert re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", text) == []


def test_a_click_on_a_head_sorts_and_a_second_turns_round(out: Path, tmp_path: Path) -> None:
    click = "document.querySelectorAll('#units th button')[3].click();"
    worst = rows(acted(out, tmp_path, click)[0])
    best = rows(acted(out, tmp_path, click * 2)[0])
    assert (worst[0], best[-1]) == (county.unit_of(14), county.unit_of(14))
    assert (len(worst), set(worst)) == (28, set(best))


def test_words_and_levels_filter_the_rows(out: Path, tmp_path: Path) -> None:
    unit = county.unit_of(11)
    search = (
        f"var s=document.querySelector('.tools input');s.value='{unit}';s.dispatchEvent(new Event('input'));"
    )
    level = (
        "var l=document.querySelector('.tools select');l.value='街道';l.dispatchEvent(new Event('change'));"
    )
    assert rows(acted(out, tmp_path, search)[0]) == [unit]
    streets = [county.unit_of(n) for n in range(30) if county.report(n).unit.level == "街道"]
    assert set(rows(acted(out, tmp_path, level)[0])) == set(streets) - {
        county.unit_of(county.MISSING),
        county.unit_of(county.CORRUPT),
    }


def test_all_rows_are_there_without_a_script(out: Path) -> None:
    assert len(rows((out / "index.html").read_text(encoding="utf-8"))) == 28


def test_it_prints_on_a4_and_nothing_is_lost(out: Path, tmp_path: Path) -> None:
    printed = tmp_path / "ranking.pdf"
    opened(out / "index.html", tmp_path / "profile", "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    document = pypdfium2.PdfDocument(printed)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    flat = "".join(text.split())
    there = [n for n in range(county.UNITS) if n not in (county.MISSING, county.CORRUPT)]
    assert [county.unit_of(n) for n in there if county.unit_of(n) not in flat] == []
    assert {tuple(round(side) for side in page.get_size()) for page in document} == {(595, 842)}
    assert "全部层级" not in flat


def test_pictures_are_kept_to_be_looked_at(out: Path, tmp_path: Path) -> None:
    _ARTEFACTS.mkdir(exist_ok=True)
    worst = next((out / "reports").glob(f"{county.unit_of(14)}*"))
    for name, page, height in (("ranking", out / "index.html", 3600), ("ranking-report", worst, 1800)):
        picture = _ARTEFACTS / f"{name}.png"
        picture.unlink(missing_ok=True)
        opened(page, tmp_path / "profile", f"--window-size=1300,{height}", f"--screenshot={picture}")
        assert picture.read_bytes().startswith(b"\x89PNG")
