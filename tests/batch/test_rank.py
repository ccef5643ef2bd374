"""A county of thirty: known defects cost what they should, copies are found, and only they."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.batch import county
from tests.batch.apart import ended, started
from tests.batch.conftest import failed, kept, ranked
from tests.composing import compose

ERROR, COPIED = 4.0, 0.9
ASSESSED = 95
"""Points of all groups but the one that needs last year's reports."""


@pytest.fixture(scope="module")
def ranking(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "ranking.json").read_bytes())
    return found


def lost(number: int) -> float:
    """The points that a unit should lose: each planted error all of its points, a copy those of a likely warning."""
    copied = number in {*county.COPIES, *(source for source, _ in county.COPIES.values())}
    return ERROR * len(county.PLANTED.get(number, ())) + COPIED * copied


def total(number: int) -> float:
    return round(100 * (ASSESSED - lost(number)) / ASSESSED + 1e-9, 1)


def test_units_stand_in_the_order_of_what_is_planted(ranking: dict[str, Any]) -> None:
    there = [one for one in range(county.UNITS) if one not in (county.MISSING, county.CORRUPT)]
    expected = sorted((-total(one), county.unit_of(one)) for one in there)
    assert [(-one["total"], one["unit"]) for one in ranking["ranking"]] == expected


def test_units_of_equal_score_share_a_place(ranking: dict[str, Any]) -> None:
    totals = [one["total"] for one in ranking["ranking"]]
    assert [(one["place"], one["tied"]) for one in ranking["ranking"]] == [
        (1 + sum(other > one for other in totals), totals.count(one) > 1) for one in totals
    ]


def test_every_lost_point_is_lost_to_a_finding(ranking: dict[str, Any]) -> None:
    by_unit = {one["unit"]: one for one in ranking["ranking"]}
    for number in (*county.PLANTED, *county.COPIES, 0):
        parts = by_unit[county.unit_of(number)]["parts"]
        points = [lost["points"] for part in parts for lost in part["deductions"]]
        assert sum(points) == pytest.approx(lost(number))
        assert sum(part["weight"] - part["earned"] for part in parts) == pytest.approx(lost(number))


def test_the_interval_holds_the_score(ranking: dict[str, Any]) -> None:
    assert [
        one["unit"]
        for one in ranking["ranking"]
        if not one["interval"][0] <= one["total"] <= one["interval"][1]
    ] == []


def test_the_copies_and_only_they_are_families(ranking: dict[str, Any]) -> None:
    expected = [{20, 21, 22}, {24, 25}]
    members = [set(one["members"]) for one in ranking["families"]]
    assert members == [{county.unit_of(number) for number in family} for family in expected]


def test_who_is_missing_and_what_is_corrupt_is_said(ranking: dict[str, Any]) -> None:
    assert ranking["missing"] == [county.unit_of(county.MISSING)]
    assert [(Path(one["path"]).stem, one["kind"]) for one in ranking["failed"]] == [
        (county.unit_of(county.CORRUPT), "binary")
    ]


def test_the_head_and_the_shape_are_those_of_the_contract(ranking: dict[str, Any]) -> None:
    names = "schema tool county year ranking boards families missing failed"
    one = "place tied unit level path total grade interval parts counts page"
    assert (list(ranking), list(ranking["ranking"][0])) == (names.split(), one.split())
    assert (ranking["schema"], ranking["county"], ranking["year"]) == (
        "nianbao-rank/1",
        county.COUNTY,
        county.YEAR,
    )
    assert list(ranking["tool"]) == ["name", "version", "rules", "profile"]
    assert list(ranking["families"][0]["pairs"][0]) == ["from", "to", "shared", "page"]


def test_a_board_has_the_order_of_the_ranking(ranking: dict[str, Any]) -> None:
    levels = {"乡镇": ("乡", "民族乡", "镇"), "街道": ("街道",), "部门": ("部门",)}
    assert ranking["boards"] == {
        board: [one["unit"] for one in ranking["ranking"] if one["level"] in those]
        for board, those in levels.items()
    }


def test_all_pages_named_are_there(ranking: dict[str, Any], out: Path) -> None:
    pages = [one["page"] for one in ranking["ranking"]]
    pages += [pair["page"] for one in ranking["families"] for pair in one["pairs"]]
    assert [page for page in pages if not (out / page).is_file()] == []
    assert len(set(pages)) == len(pages)


def test_two_processes_and_results_of_earlier_runs_give_the_same_bytes(
    out: Path, reports: Path, tmp_path: Path
) -> None:
    usual = (reports, "--units", reports.parent / "units.toml")
    for name in ("two", "known"):
        process = started(*usual, "-o", tmp_path / name, "--jobs", "2", cache=tmp_path / "cache")
        status, said, err = ended(process)
        assert (status, err) == (2, failed(reports))
    assert "其中 28 份用以前的结果" in said
    assert kept(tmp_path / "two") == kept(tmp_path / "known") == kept(out)


def test_another_weight_ranks_anew_without_linting(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(tmp_path / "cache"))
    ranked(reports, "-o", tmp_path / "a")
    config = tmp_path / "nianbao.toml"
    config.write_text("[weights]\nwording = 0\n", encoding="utf-8")
    _, said, _ = ranked(reports, "-o", tmp_path / "b", "--config", config)
    found = json.loads((tmp_path / "b" / "ranking.json").read_bytes())["ranking"]
    by_unit = {one["unit"]: one["total"] for one in found}
    assert "其中 28 份用以前的结果" in said
    assert (by_unit[county.unit_of(7)], by_unit[county.unit_of(11)]) == (100.0, round(100 * 81 / 85, 1))


def test_the_newest_of_two_reports_of_a_unit_counts(tmp_path: Path) -> None:
    folder = tmp_path / "两份"
    folder.mkdir()
    text = county.report(1).text
    (folder / "new.txt").write_text(text, encoding="utf-8")
    (folder / "old.txt").write_text(text.replace("2024年", "2023年"), encoding="utf-8")
    status, _, _ = ranked(folder, "-o", tmp_path / "out", "--no-cache")
    found = json.loads((tmp_path / "out" / "ranking.json").read_bytes())
    assert status == 2
    assert [Path(one["path"]).name for one in found["ranking"]] == ["new.txt"]
    assert [(Path(one["path"]).name, one["kind"]) for one in found["failed"]] == [("old.txt", "duplicate")]


def test_last_years_reports_show_who_got_better(tmp_path: Path) -> None:
    now, before = tmp_path / "2024", tmp_path / "2023"
    now.mkdir()
    before.mkdir()
    for number in (1, 2, 4):
        (now / f"{number}.txt").write_text(county.report(number).text, encoding="utf-8")
        text = county.report(number).text.replace("2023年", "2022年").replace("2024年", "2023年")
        (before / f"{number}.txt").write_text(
            text.replace("三、收到和处理", "三三、收到和处理"), encoding="utf-8"
        )
    ranked(now, "-o", tmp_path / "out", "--previous", before, "--no-cache")
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert ('id="trend"' in page, page.count('<circle class="before"')) == (True, 3)


def test_several_counties_have_a_page_above_their_own(tmp_path: Path) -> None:
    for number in range(8):
        place = tmp_path / "省" / ("云溪县" if number % 2 else "石桥区")
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number}.txt").write_text(county.report(number).text, encoding="utf-8")
    assert ranked(tmp_path / "省", "-o", tmp_path / "out", "--no-cache")[0] == 0
    whole = json.loads((tmp_path / "out" / "ranking.json").read_bytes())
    one = json.loads((tmp_path / "out" / "counties" / "石桥区" / "ranking.json").read_bytes())
    assert (whole["county"], len(whole["ranking"]), one["county"], len(one["ranking"])) == (
        None,
        8,
        "石桥区",
        4,
    )
    assert [
        page for ranked in whole["ranking"] if not (tmp_path / "out" / (page := ranked["page"])).is_file()
    ] == []
    assert "石桥区" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_a_countys_own_report_stands_beside_the_sum_of_its_units(tmp_path: Path) -> None:
    folder = tmp_path / county.COUNTY
    folder.mkdir()
    members = [county.report(number) for number in (1, 2, 4)]
    for number, one in enumerate(members):
        (folder / f"{number}.txt").write_text(one.text, encoding="utf-8")
    own = compose(3, level="县", style="form", busy=True)
    text = own.text.replace(own.unit.name, f"{county.COUNTY}人民政府").replace(own.unit.short, county.COUNTY)
    (folder / "county.txt").write_text(text, encoding="utf-8")
    ranked(folder, "-o", tmp_path / "out", "--no-cache")
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    sums = page.partition('<section id="sums">')[2].partition("</section>")[0]
    new = "t3.new.total"
    expected = (
        f'<td class="n">{own.cells[new]}</td><td class="n">{sum(one.cells[new] for one in members)}</td>'
    )
    assert expected in sums
