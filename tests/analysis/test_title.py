"""Titles: whose report, of which level, of which year."""

import pytest

from linter.analysis.title import is_title, title
from linter.readers.from_txt import parse

TITLES = [
    ("云溪县青禾镇人民政府2023年政府信息公开工作年度报告", ("青禾镇人民政府", ("云溪县",), "镇", 2023)),
    ("2023年青禾镇人民政府政府信息公开工作年度报告", ("青禾镇人民政府", (), "镇", 2023)),
    ("青禾镇人民政府信息公开工作年度报告", ("青禾镇人民政府", (), "镇", None)),
    ("二〇二二年度柳泉乡政府信息公开工作年度报告", ("柳泉乡", (), "乡", 2022)),
    ("云溪县湖镇镇人民政府关于2022年政府信息公开工作的年度报告", ("湖镇镇人民政府", ("云溪县",), "镇", 2022)),
    (
        "云岭市市中区石桥街道办事处2022年政府信息公开工作年度报告",
        ("石桥街道办事处", ("云岭市", "市中区"), "街道", 2022),
    ),
    (
        "临州市州桥区新区街道办事处2024年政府信息公开工作年度报告",
        ("新区街道办事处", ("临州市", "州桥区"), "街道", 2024),
    ),
    (
        "云溪县白果苗族乡人民政府2024年政府信息公开工作年度报告",
        ("白果苗族乡人民政府", ("云溪县",), "民族乡", 2024),
    ),
    ("云岭市云溪县人民政府2022年政府信息公开工作年度报告", ("云溪县人民政府", ("云岭市",), "县", 2022)),
    ("云岭市林川市人民政府2022年政府信息公开工作年度报告", ("林川市人民政府", ("云岭市",), "县级市", 2022)),
    ("云溪县财政局2022年政府信息公开工作年度报告", ("云溪县财政局", (), "部门", 2022)),
    ("云溪县人民政府办公室2022年政府信息公开工作年度报告", ("云溪县人民政府办公室", (), "部门", 2022)),
    (
        "云溪经济开发区管理委员会2022年政府信息公开工作年度报告",
        ("云溪经济开发区管理委员会", (), "管委会", 2022),
    ),
    ("2022年政府信息公开工作年度报告", (None, (), None, 2022)),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_unit_parents_level_and_year_are_read_from_the_title(text: str, expected: tuple[object, ...]) -> None:
    found = title(parse(f"{text}\n\n一、总体情况\n"))
    assert (found.unit, found.parents, found.level, found.year) == expected
    if found.unit_span:
        assert text[found.unit_span.start : found.unit_span.end] == found.unit


@pytest.mark.parametrize(
    "text",
    [
        "关于做好2022年政府信息公开工作年度报告编制工作的通知",
        "云溪县发布2022年政府信息公开工作年度报告",
        "一、2022年政府信息公开工作报告情况",
        "本报告根据《政府信息公开条例》编制，是年度报告。",
    ],
)
def test_what_only_speaks_of_reports_is_no_title(text: str) -> None:
    assert not is_title(text)
