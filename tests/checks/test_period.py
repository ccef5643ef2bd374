"""The period that a report says its numbers cover."""

from dataclasses import replace

import pytest

from linter.analysis import analyse
from linter.checks.period import Options, check
from linter.model.document import Span
from linter.readers.from_txt import parse
from tests.checks.timing import growth, report_of

OPTIONS = Options(changed=("成立", "组建"))


def hits(text: str, year: str = "2024年") -> list[tuple[str, object]]:
    """The wrong periods, and what was expected."""
    report = analyse(parse(f"柳泉乡人民政府{year}政府信息公开工作年度报告\n{text}\n一、总体情况\n正文。"))
    return [(report[one.span], one.values["expected"]) for one in check(report, OPTIONS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("统计期限自2023年1月1日起至2023年12月31日止。", "2023年1月1日起至2023年12月31日"),
        ("统计时间为2024年1月1日-11月30日。", "2024年1月1日-11月30日"),
        ("统计时限：2024年2月1日——2024年12月31日。", "2024年2月1日——2024年12月31日"),
        ("所列数据均为2023年1月1日至12月31日期间的数据。", "2023年1月1日至12月31日"),
        ("所列数据截止日期为2024年12月20日。", "2024年12月20日"),
        ("统计周期为2022年度。", "2022年度"),
        ("统计期限为2024年1月至11月。", "2024年1月至11月"),
        ("数字统计自2023年1月1日起至12月31日止。", "2023年1月1日起至12月31日"),
        ("本报告反映2023年1月1日至12月31日期间的工作。", "2023年1月1日至12月31日"),
    ],
)
def test_another_period_than_the_year_is_found(text: str, found: str) -> None:
    assert hits(text) == [(found, "2024年1月1日至2024年12月31日")]


@pytest.mark.parametrize(
    "text",
    [
        "统计期限自2024年1月1日起至2024年12月31日止。",
        "统计期限自2024年1月1日始，至2024年12月31日止。",
        "统计期限为 2024 年 1 月 1 日 至 12 月 31 日。",
        "统计时段：2024年01月01日～12月31止。",
        "所列数据截至2024年12月31日。",
        "统计周期为2024年度。",
        "本机关2024年5月成立，统计期限自2024年5月1日至2024年12月31日。",
        "统计期限自2024年1月1日至2024年12月32日。",
        "公开统计数据12条，2024年3月1日至5月31日开展检查。",
        "统计时间紧，2023年3月1日至5月31日加班。",
        "据统计自2023年3月1日至5月31日公开12条。",
        "审计报告反映2023年度的问题3个，报告反映2024年1月1日至12月31日的情况，来信反映2023年3月1日至5月31日停水。",
        "统计数据于2024年3月5日发布。",
    ],
)
def test_the_year_and_other_spans_of_time_are_right(text: str) -> None:
    assert hits(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("统计期限自2023年1月1日至2024年12月31日。", ["2023年1月1日至2024年12月31日"]),
        ("统计期限自2023年1月1日至2023年12月31日。", []),
    ],
)
def test_without_a_year_in_the_title_both_ends_must_agree(text: str, found: list[str]) -> None:
    assert [one[0] for one in hits(text, "")] == found


def test_nothing_is_concluded_from_damaged_text() -> None:
    report = analyse(parse("柳泉乡2024年政府信息公开工作年度报告\n统计期限自2023年1月1日至12月31日。"))
    at = report.document.text.index("自2023")
    spoilt = replace(report, document=replace(report.document, damaged=(Span(at, at + 5),)))
    assert list(check(spoilt, OPTIONS)) == []


@pytest.mark.parametrize(
    "unit", ["统计", "数据", "所列数据", "统计期限自2023年1月1日至", "所列数据截至2023年1月1日，"]
)
def test_time_grows_with_the_text(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report_of(unit, length)) < 10
