"""Who and when under a report."""

import pytest

from linter.analysis import analyse
from linter.checks.signed import Options, check
from linter.readers.from_txt import parse

UNIT, DATE = Options("unit"), Options("date")


def hits(options: Options, unit: str, *lines: str) -> list[tuple[str, str | None]]:
    title = f"{unit}2024年政府信息公开工作年度报告"
    text = "\n".join((title, "六、其他需要报告的事项", "本年度未收取信息处理费。", *lines))
    report = analyse(parse(text))
    return [(report[one.span], one.severity) for one in check(report, options)]


@pytest.mark.parametrize(
    ("unit", "signed"),
    [
        ("云溪县柳泉乡人民政府", "云溪县青禾镇人民政府"),
        ("云溪县青禾镇人民政府", "青禾乡人民政府"),
        ("石桥街道办事处", "文昌街道办事处"),
        ("云溪县水利局", "云溪县教育局"),
        ("云溪县人民政府", "砚川县人民政府"),
    ],
)
def test_the_signature_of_another_is_found(unit: str, signed: str) -> None:
    assert hits(UNIT, unit, signed, "2025年1月6日") == [(signed, None)]


@pytest.mark.parametrize(
    ("unit", "signed"),
    [
        ("云溪县柳泉乡人民政府", "柳泉乡人民政府办公室"),
        ("柳泉乡人民政府", "云溪县柳泉乡人民政府"),
        ("云溪县青陂回族乡人民政府", "青陂乡人民政府"),
        ("云溪县教育和体育局", "云溪县教体局"),
        ("云溪县人民政府", "云溪县人民政府办公室"),
        ("云溪县水利局", "云溪县人民政府"),
        ("云溪区文昌街道办事处", "文昌街道党政综合办公室"),
        ("云溪县柳泉乡人民政府", "与青禾镇人民政府共同承办展览"),
    ],
)
def test_one_s_own_signature_is_right(unit: str, signed: str) -> None:
    assert hits(UNIT, unit, signed) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2024年1月15日", [("2024年1月15日", None)]),
        ("柳泉乡人民政府　　2024年12月25日", [("2024年12月25日", "warning")]),
        ("2026年1月15日", [("2026年1月15日", "warning")]),
        ("（2023 年 1 月 9 日）", [("2023年1月9日", None)]),
        ("2025年1月15日", []),
        ("2025年3月30日", []),
        ("专区于2024年5月6日启用。", []),
        ("2024年2月30日", []),
    ],
)
def test_the_date_lies_in_the_year_after(line: str, found: list[tuple[str, str | None]]) -> None:
    assert hits(DATE, "云溪县柳泉乡人民政府", line) == found
