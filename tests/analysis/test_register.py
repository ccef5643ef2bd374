"""Whose a report is, where the units are known."""

import pytest

from linter.analysis import analyse
from linter.analysis.register import registered
from linter.model.register import Register, Unit
from linter.model.report import Report
from linter.readers.from_txt import parse

COUNTY = ("岚江市", "云溪县")
TOWN = Unit("青禾镇人民政府", "镇", COUNTY, ("青禾开发区",))
VILLAGES = Unit("柳泉乡人民政府", "乡", COUNTY)
STREET = Unit("大石桥街道办事处", "街道", COUNTY)
SMALL = Unit("石桥街道", "街道", COUNTY)
TREASURY = Unit("财政局", "部门", COUNTY, ("云溪县财政和国资局",))
ABOVE = Unit("云溪县人民政府", "县", ("岚江市",), ("县政府",))
NAMESAKE = Unit("柳泉乡人民政府", "乡", ("岚江市", "松岭县"))
REGISTER = Register((TOWN, VILLAGES, STREET, SMALL, TREASURY, ABOVE, NAMESAKE))


def report(title: str) -> Report:
    """A report with that title, and its unit looked up."""
    text = f"{title}2024年政府信息公开工作年度报告\n\n一、总体情况\n主动公开政府信息36条。\n"
    return registered(analyse(parse(text)), REGISTER)


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("青禾镇人民政府", TOWN),
        ("云溪县青禾镇人民政府", TOWN),
        ("岚江市云溪县青禾镇", TOWN),
        ("云溪县青禾开发区", TOWN),
        ("云溪县大石桥街道", STREET),
        ("石桥街道办事处", SMALL),
        ("云溪县柳泉乡", VILLAGES),
        ("松岭县柳泉乡人民政府", NAMESAKE),
        ("云溪县财政局", TREASURY),
        ("岚江市云溪县财政和国资局", TREASURY),
        ("云溪县", ABOVE),
        ("岚江市云溪县人民政府", ABOVE),
    ],
)
def test_the_unit_is_found_under_each_of_its_names(title: str, unit: Unit) -> None:
    found = report(title).title
    assert (found.unit, found.level, found.parents) == (unit.name, unit.level, unit.parents)


@pytest.mark.parametrize(
    "title", ["柳泉乡人民政府", "松岭县青禾镇人民政府", "小青禾镇人民政府", "松岭县财政局", ""]
)
def test_of_a_unit_that_is_not_there_or_there_twice_nothing_is_changed(title: str) -> None:
    text = f"{title}2024年政府信息公开工作年度报告\n\n一、总体情况\n主动公开政府信息36条。\n"
    plain = analyse(parse(text))
    assert registered(plain, REGISTER) == plain


@pytest.mark.parametrize(
    ("title", "others"),
    [
        (
            "云溪县青禾镇",
            "云溪县财政和国资局 大石桥街道办事处 柳泉乡人民政府 大石桥街道 石桥街道 柳泉乡 财政局",
        ),
        (
            "云溪县大石桥街道",
            "云溪县财政和国资局 青禾镇人民政府 柳泉乡人民政府 青禾开发区 青禾镇 柳泉乡 财政局",
        ),
        ("云溪县", ""),
    ],
)
def test_the_others_are_neither_above_nor_below_nor_part_of_its_name(title: str, others: str) -> None:
    assert report(title).others == tuple(others.split())


def test_its_other_names_are_its_names() -> None:
    names = {"岚江市", "云溪县", "青禾镇人民政府", "青禾镇", "青禾开发区"}
    assert report("云溪县青禾镇").names == names


def test_without_upper_levels_in_the_register_those_of_the_title_stay() -> None:
    alone = Register((Unit("青禾镇", "镇"),))
    text = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n"
    title = registered(analyse(parse(text)), alone).title
    assert (title.unit, title.parents) == ("青禾镇", ("云溪县",))
