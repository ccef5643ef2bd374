"""Telephone numbers, postcodes and addresses of mail."""

from typing import Literal

import pytest

from linter.analysis import analyse
from linter.checks.contact import Options, check
from linter.readers.from_txt import parse
from tests.checks.timing import TITLE, growth, report_of

MAIL = Options("mail", {"163.con": "163.com", "gov.com": "gov.cn"})


def hits(options: Options, text: str) -> list[str]:
    report = analyse(parse(f"{TITLE}一、总体情况\n{text}"))
    return [report[one.span] for one in check(report, options)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("电话：0300-551234，传真：0300-551234567。", ["0300-551234", "0300-551234567"]),
        ("手机：1380001234；热线：55123", ["1380001234", "55123"]),
        ("电话:（0300）55123。", ["（0300）55123"]),
        ("电话：0300-5512345，手机：13800012345，热线：12345、0300-12345，传真：010-12345678。", []),
        ("电话：0300 - 551 2345，电话：０３００—５５１２３４５，电话：400-800-1234。", []),
        ("电话：0300-55***45，电话：55123XX，接听电话3600余次，电话2024年更换。", []),
        ("电话0300-5512345-801，电话：55123456/55123457，电话（0300）5512345转8。", []),
    ],
)
def test_a_number_of_a_wrong_length_is_found(text: str, found: list[str]) -> None:
    assert hits(Options("phone"), text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("电话：5512345，电话：5512346。", ["5512345"]),
        ("电话：5512345，传真0300-5512346。", []),
        ("电话：12345。", []),
    ],
)
def test_a_lacking_area_code_is_shown_once(text: str, found: list[str]) -> None:
    assert hits(Options("area"), text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("邮编：12345，邮政编码 1234567。", ["12345", "1234567"]),
        ("邮编：000000", ["000000"]),
        ("邮编：009912，邮政编码：０ ０９９１２，邮编0099**，邮编已更新。", []),
    ],
)
def test_a_postcode_has_six_digits(text: str, found: list[str]) -> None:
    assert hits(Options("postcode"), text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("邮箱：a@163.con，b＠163.com，", ["a@163.con", "b＠163.com"]),
        ("邮箱：a@163，a@@163.com。", ["a@163", "a@@163.com"]),
        ("邮箱：yunxi163.com；邮箱：a@yunxi.gov.com", ["a@yunxi.gov.com", "yunxi163.com"]),
        ("邮箱：a.b_c-1@vip.163.com，微博@yunxi，“@云溪”，邮箱www.163.com，a#163.com。", []),
    ],
)
def test_an_address_that_cannot_be_is_found(text: str, found: list[str]) -> None:
    assert hits(MAIL, text) == found


@pytest.mark.parametrize(
    ("of", "unit"),
    [
        ("phone", "电话：0"),
        ("phone", "电话：0300-55123456789"),
        ("area", "电话：551234"),
        ("postcode", "邮编：1"),
        ("mail", "@"),
        ("mail", "a@"),
        ("mail", "邮箱：aaaaaaaa"),
        ("mail", "a."),
    ],
)
def test_time_grows_with_the_text(of: Literal["phone", "area", "postcode", "mail"], unit: str) -> None:
    assert growth(check, Options(of), lambda length: report_of(unit, length)) < 10
