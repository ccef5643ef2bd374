"""Dates of the calendar in running text."""

import pytest

from linter.language.dates import Date, dates, days_of
from linter.model.document import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年1月31日", Date(Span(0, 10), 2024, 1, 31)),
        ("2024 年 1 月 31 日", Date(Span(0, 15), 2024, 1, 31)),
        ("２０２４年１月３１日", Date(Span(0, 10), 2024, 1, 31)),
        ("于4月30号", Date(Span(1, 6), None, 4, 30)),
        ("4月28日至31日", Date(Span(0, 9), None, 4, 28, 31)),
        ("4月28-30日", Date(Span(0, 8), None, 4, 28, 30)),
        ("12月31止", Date(Span(0, 5), None, 12, 31, bare=True)),
        ("1月1至12月", Date(Span(0, 3), None, 1, 1, bare=True)),
        ("12月31条", Date(Span(0, 3), None, 12)),
        ("2023年13月", Date(Span(0, 8), 2023, 13)),
        ("12024年3月", Date(Span(6, 8), None, 3)),
    ],
)
def test_a_date_is_read_as_it_is_written(text: str, expected: Date) -> None:
    assert next(dates(text)) == expected


def test_dates_are_read_between_two_offsets() -> None:
    text = "1月1日，2月2日，3月3日"
    assert [one.month for one in dates(text, 5, 10)] == [2]


@pytest.mark.parametrize("text", ["每月5日", "岁月", "123月", "月"])
def test_what_has_no_month_is_no_date(text: str) -> None:
    assert list(dates(text)) == []


@pytest.mark.parametrize(
    ("text", "exists"),
    [
        ("2024年2月29日", True),
        ("2023年2月29日", False),
        ("2000年2月29日", True),
        ("2月29日", True),
        ("2月30日", False),
        ("4月31日", False),
        ("11月28日至31日", False),
        ("1月0日", False),
        ("13月1日", False),
        ("0月", False),
        ("12月31日", True),
    ],
)
def test_the_calendar_has_it_or_not(text: str, *, exists: bool) -> None:
    assert next(dates(text)).exists == exists


def test_months_have_their_days() -> None:
    assert [days_of(month, 2023) for month in range(14)] == [
        *(0, 31, 28, 31, 30, 31, 30),
        *(31, 31, 30, 31, 30, 31, 0),
    ]
