"""Numbers in every spelling that reports use, and what is none."""

from decimal import Decimal

import pytest

from linter.language.numerals import han_number, number

DIGITS = "零一二三四五六七八九"


def spelt(value: int) -> str:
    """A number below ten thousand as it is spelt in full."""
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
        gap = not digit
    return text or "零"


def test_every_number_below_ten_thousand_is_read_as_it_is_spelt() -> None:
    assert [han_number(spelt(value)) for value in range(10_000)] == list(range(10_000))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("１２", "12"),
        ("0", "0"),
        ("1,234", "1234"),
        ("1，234，567", "1234567"),
        ("3.5", "3.5"),
        ("1.2万", "12000"),
        ("5百万", "5000000"),
        ("2亿", "200000000"),
        ("十", "10"),
        ("十二", "12"),
        ("一百零三", "103"),
        ("两", "2"),
        ("两百二十", "220"),
        ("三万", "30000"),
        ("三万零五十", "30050"),
        ("一亿三千万", "130000000"),
        ("〇", "0"),
    ],
)
def test_a_numeral_has_its_value(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "件",
        "12件",
        "1,23",
        "百",
        "万",
        "一一",
        "二〇二四",
        "二百五",
        "三万二",
        "一百零",
        "十十",
        "9" * 21,
        "一亿" * 99,
    ],
)
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert number(text) is None
