"""Documents and events of a later time."""

import pytest

from linter.analysis import analyse
from linter.checks.postdated import Options, check
from linter.model.finding import Hit, NotAssessed
from linter.readers.from_txt import parse
from tests.checks.timing import TITLE, growth, report_of

OPTIONS = Options(plans=("计划", "至"))


def hits(text: str) -> list[tuple[str, str | None]]:
    report = analyse(parse(f"{TITLE}一、总体情况\n{text}"))
    found = [one for one in check(report, OPTIONS) if isinstance(one, Hit)]
    return [(report[one.span], one.severity) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("柳政〔2027〕5号文件", [("2027〕5号", None)]),
        ("2026年3月5日召开会议。", [("2026年3月5日", "warning")]),
        ("柳政〔2025〕5号文件，2025年1月公布，2026年工作安排。", []),
        ("计划2026年3月完成，有效期至2027年6月30日，“2026年3月5日”有误。", []),
    ],
)
def test_what_lies_after_the_next_year_is_found(text: str, found: list[tuple[str, str | None]]) -> None:
    assert hits(text) == found


def test_without_a_year_in_the_title_nothing_is_judged() -> None:
    report = analyse(parse("柳泉乡政府信息公开工作年度报告\n一、总体情况\n柳政〔2027〕5号"))
    assert [type(one) for one in check(report, OPTIONS)] == [NotAssessed]


@pytest.mark.parametrize("unit", ["〔2027〕", "2026年3月5日", "2026年3月5日。", "甲乙丙〔2027〕5号"])
def test_time_grows_with_the_text(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report_of(unit, length)) < 10
