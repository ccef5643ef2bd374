"""The workbook and the table of findings say what the JSON says."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pyarrow import parquet

from tests.batch import county

SHEETS = ["总览", "扣分明细", "问题清单", "勾稽核对", "雷同矩阵", "高频问题"]


@pytest.fixture(scope="module")
def book(out: Path) -> Any:
    return load_workbook(out / "ranking.xlsx")


@pytest.fixture(scope="module")
def ranking(out: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((out / "ranking.json").read_bytes())["ranking"]
    return found


def columns(sheet: Any) -> dict[str, list[Any]]:
    """The cells under each head."""
    head, *rows = sheet.iter_rows(values_only=True)
    return {name: [row[at] for row in rows] for at, name in enumerate(head)}


def test_the_sheets_have_frozen_heads_and_filters(book: Any) -> None:
    assert book.sheetnames == SHEETS
    assert [name for name in SHEETS if not book[name].freeze_panes or not book[name].auto_filter.ref] == []


def test_the_summary_is_the_ranking(book: Any, ranking: list[dict[str, Any]]) -> None:
    found = columns(book["总览"])
    assert found["单位"] == [one["unit"] for one in ranking]
    assert found["名次"] == [one["place"] for one in ranking]
    assert found["得分"] == [one["total"] for one in ranking]
    assert len(book["总览"]._charts) == 1


def test_the_deductions_add_up_to_what_was_lost(book: Any, ranking: list[dict[str, Any]]) -> None:
    found = columns(book["扣分明细"])
    by_unit = dict.fromkeys((one["unit"] for one in ranking), 0.0)
    for unit, points in zip(found["单位"], found["扣分"], strict=True):
        by_unit[unit] += points
    assert by_unit == pytest.approx(
        {
            one["unit"]: sum(lost["points"] for part in one["parts"] for lost in part["deductions"])
            for one in ranking
        }
    )


def test_every_finding_is_listed(book: Any, ranking: list[dict[str, Any]], out: Path) -> None:
    counts = sum(sum(one["counts"].values()) for one in ranking)
    table = parquet.read_table(out / "findings.parquet").to_pydict()
    listed = columns(book["问题清单"])
    assert len(listed["问题"]) == counts == len(table["message"])
    assert listed["规则"] == table["rule"]
    assert sum(listed["扣分"]) == pytest.approx(sum(table["points"]))


def test_the_arithmetic_is_said_to_hold_or_not(book: Any) -> None:
    found = columns(book["勾稽核对"])
    states = {state for name, states in found.items() if name != "单位" for state in states}
    assert states <= {"符合", "不符", "未判断"}
    assert len(found["单位"]) == 28


def test_the_matrix_has_the_copies(book: Any) -> None:
    found = columns(book["雷同矩阵"])
    source, copy = county.unit_of(24), county.unit_of(25)
    assert found[source][found["单位"].index(copy)] > 0.5
