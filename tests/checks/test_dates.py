"""Dates that cannot be."""

from dataclasses import replace

import pytest

from linter.analysis import analyse
from linter.checks.dates import Options, check
from linter.model.document import Span, Table
from linter.model.finding import Words
from linter.readers.from_txt import parse
from tests.checks.timing import growth, report_of

TITLE = "云溪县青禾镇人民政府2020年政府信息公开工作年度报告\n一、总体情况\n"


def hits(text: str, **options: bool) -> list[tuple[str, str, str | None]]:
    """What is wrong, why, and what the fix puts there."""
    report = analyse(parse(TITLE + text))
    found = []
    for one in check(report, Options(**options)):
        fault = one.values["fault"]
        assert isinstance(fault, Words)
        found.append((report[one.span], fault.zh, one.fix.edits[0].text if one.fix else None))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4月31日召开会议。", ("4月31日", "4月只有30天", None)),
        ("2019年2月29日召开会议。", ("2019年2月29日", "2019年2月只有28天", None)),
        ("13月5日召开会议。", ("13月5日", "没有13月", None)),
        ("3月0日召开会议。", ("3月0日", "没有0日", None)),
        ("数据统计到12月31止。", ("12月31", "日期后面少了“日”字", "日")),
        ("202020年工作总结。", ("202020", "年份只有四位数字", "2020")),
        ("20233年工作总结。", ("20233", "年份只有四位数字", None)),
    ],
)
def test_a_date_that_cannot_be_is_found_with_the_reason(
    text: str, expected: tuple[str, str, str | None]
) -> None:
    assert hits(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "2020年2月29日召开会议。",
        "1-13月份的数据已经公开。",
        "为18月龄婴儿接种。",
        "农历2月30日是集市。",
        "云政办〔2020〕13号文件，第32期简报。",
        "时间是8:30至17:60。",
        "2000年来首次修订。",
        "共20000人。",
        "见《2月30日通报》。",
    ],
)
def test_traps_are_left_alone(text: str) -> None:
    assert hits(text) == []


def test_quotes_may_be_looked_into() -> None:
    assert [one[0] for one in hits("见《2月30日通报》。", quoted=True)] == ["2月30日"]


def test_a_signature_is_looked_at() -> None:
    assert [one[0] for one in hits("正文。\n2021年4月31日")] == ["2021年4月31日"]


def test_a_table_is_not_looked_at() -> None:
    report = analyse(parse(TITLE + "4月31日召开会议。"))
    blocks = tuple(Table(one.span, ()) for one in report.document.blocks)
    tables = replace(report, document=replace(report.document, blocks=blocks))
    assert list(check(tables, Options())) == []


def test_nothing_is_concluded_from_damaged_text() -> None:
    report = analyse(parse(TITLE + "4月31日召开会议。"))
    at = report.document.text.index("4月31日")
    spoilt = replace(report, document=replace(report.document, damaged=(Span(at, at + 3),)))
    assert list(check(spoilt, Options())) == []


@pytest.mark.parametrize("unit", ["2月30日、", "12月31止", "202020年", "1月", "月", "年", "20", "《2月30日"])
def test_time_grows_with_the_text(unit: str) -> None:
    assert growth(check, Options(), lambda length: report_of(unit, length)) < 10
