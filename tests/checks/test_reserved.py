"""Cells that only some governments can fill."""

import pytest

from linter.analysis import analyse
from linter.checks.reserved import Options, check
from linter.model.finding import Hit
from linter.readers.from_txt import parse

OPTIONS = Options(
    cells=("t2.rules.issued", "t2.rules.repealed", "t2.rules.valid"), barred=("县", "乡"), open=("省", "州")
)
HEAD = "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"


def judged(unit: str, row: str) -> list[tuple[str, list[str]] | str]:
    """Of a hit its cell and those of its notes; of a refusal its reason."""
    report = analyse(parse(f"{unit}2024年政府信息公开工作年度报告\n{HEAD}{row}\n行政规范性文件 1 0 4"))
    return [
        (report[one.span], [report[note.span] for note in one.notes])
        if isinstance(one, Hit)
        else one.reason.zh
        for one in check(report, OPTIONS)
    ]


def test_all_filled_cells_are_one_finding() -> None:
    assert judged("柳泉乡人民政府", "规章 2 0 7") == [("2", ["7"])]


@pytest.mark.parametrize(
    ("unit", "row"),
    [("柳泉乡人民政府", "规章 0 0 0"), ("岚江自治州人民政府", "规章 2 0 7"), ("柳泉乡", "规章 / 0 无")],
)
def test_zeros_powers_and_what_is_no_number_are_left_alone(unit: str, row: str) -> None:
    assert judged(unit, row) == []


@pytest.mark.parametrize("unit", ["云溪县水利局", "云溪县青禾镇卫生院"])
def test_departments_of_counties_are_judged(unit: str) -> None:
    assert judged(unit, "规章 0 0 7") == [("7", [])]


@pytest.mark.parametrize(
    ("unit", "reason"),
    [
        ("岚江市人民政府", "“市”有没有这项权力不能一概而论"),
        ("岚江市司法局", "看不出是哪一级政府的部门"),
        ("司法局", "看不出是哪一级政府的部门"),
        ("", "标题里看不出是哪一级机关"),
    ],
)
def test_whose_power_cannot_be_told_is_not_judged(unit: str, reason: str) -> None:
    assert judged(unit, "规章 2 0 7") == [reason]


def test_without_the_table_nothing_is_judged() -> None:
    report = analyse(parse("柳泉乡人民政府2024年政府信息公开工作年度报告\n一、总体情况\n正文。"))
    assert [isinstance(one, Hit) for one in check(report, OPTIONS)] == [False]
