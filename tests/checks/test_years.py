"""Sayings that the year of the report makes wrong."""

from dataclasses import replace
from typing import Any

import pytest

from linter.analysis import analyse
from linter.bundled import RULES
from linter.checks.years import Options, Saying, check, objection
from linter.model.document import Span
from linter.model.finding import Hit, Words
from linter.model.rule import Rule
from linter.readers.from_txt import parse
from linter.rulebook import load_rules
from tests.checks.timing import growth, report_of

YEAR = "(?P<year>20\\d\\d)年"


@pytest.fixture(scope="module")
def rules() -> dict[str, Rule]:
    return {one.id: one for one in load_rules([RULES / "identity"])}


def options(find: str, **more: Any) -> Options:
    return Options((Saying(find, "不对", "wrong", **more),), roles=("相比",), now=("本年度",))


def hits(text: str, asked: Options, title: str = "柳泉乡人民政府2023年") -> list[str]:
    """What is found; "?" where it could not be judged."""
    report = analyse(parse(f"{title}政府信息公开工作年度报告\n一、总体情况\n{text}"))
    return [report[one.span] if isinstance(one, Hit) else "?" for one in check(report, asked)]


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("own", ["2023年"]),
        ("other", ["2021年", "2022年", "2024年"]),
        ("previous", ["2022年"]),
        ("not-later", ["2021年", "2022年", "2023年"]),
        ("any", ["2021年", "2022年", "2023年", "2024年"]),
    ],
)
def test_which_years_are_wrong(wrong: str, expected: list[str]) -> None:
    assert hits("2021年、2022年、2023年、2024年公开信息。", options(YEAR, wrong=wrong)) == expected


def test_a_saying_may_point_at_a_part_of_itself() -> None:
    assert hits("截至目前公开3条。", options("(?P<point>截至目前).{0,9}条")) == ["截至目前"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年公开3条。", ["2022年"]),
        ("2022年公开3条。\n2023年公开5条。", ["2022年"]),
        ("2022年公开3条。2023年公开5条。", []),
        ("2022年公开3条。本年度公开5条。", []),
        ("2022年公开3条，本年度目标完成。", ["2022年"]),
        ("与2021年相比，2022年公开3条。", []),
        ("2021年公开3条，见《两年相比》。", ["2021年"]),
    ],
)
def test_what_must_stand_alone_is_right_beside_the_own_year_or_another_role(
    text: str, expected: list[str]
) -> None:
    assert hits(text, options(YEAR, wrong="other", alone=True)) == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("我乡", ["2022年，我乡"]),
        ("本机关", ["2022年，本机关"]),
        ("柳泉乡", ["2022年，柳泉乡"]),
        ("云溪县柳泉乡人民政府", ["2022年，云溪县柳泉乡人民政府"]),
        ("青禾镇", []),
        ("县司法局", []),
    ],
)
def test_whom_it_speaks_of_must_be_the_own_unit(who: str, expected: list[str]) -> None:
    asked = options(YEAR + "，(?P<who>[^\\W\\d]{2,10})(?=公开)", wrong="other")
    assert hits(f"2022年，{who}公开3条。", asked, "云溪县柳泉乡人民政府2023年") == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, ["甲", "甲"]),
        ({"having": ("乙",)}, ["甲"]),
        ({"unless": ("甲.?乙",)}, ["甲"]),
        ({"sections": ("problems",)}, []),
        ({"sections": ("overview",)}, ["甲", "甲"]),
        ({"since": 2023}, ["甲", "甲"]),
        ({"since": 2024}, []),
        ({"quoted": True}, ["甲", "甲", "甲"]),
    ],
)
def test_contexts_narrow_what_is_found(more: dict[str, Any], expected: list[str]) -> None:
    assert hits("有甲。甲和乙。见《甲》。", options("甲", **more)) == expected


@pytest.mark.parametrize(("title", "told"), [("柳泉乡人民政府2023年", "2023年"), ("", "20××年")])
def test_the_advice_names_the_year_of_the_report(title: str, told: str) -> None:
    report = analyse(parse(f"{title}政府信息公开工作年度报告\n一、总体情况\n今年公开信息。"))
    (hit,) = check(report, Options((Saying("今年", "写明{year}年", "say {year}"),)))
    assert isinstance(hit, Hit)
    assert hit.values["fault"] == Words(f"写明{told}", f"say {told.removesuffix('年')}")


def test_of_overlapping_sayings_the_first_counts() -> None:
    both = Options((Saying("今年以来", "一", "one"), Saying("今年", "二", "two")))
    assert hits("今年以来公开3条，今年结束。", both) == ["今年以来", "今年"]


@pytest.mark.parametrize("more", [{"wrong": "own"}, {"since": 2021}])
def test_without_a_year_in_the_title_nothing_is_judged(more: dict[str, Any]) -> None:
    assert hits("2022年公开3条。", options(YEAR, **more), "柳泉乡人民政府") == ["?"]


def test_what_is_wrong_in_any_year_is_judged_all_the_same() -> None:
    assert hits("今年公开3条。", options("今年"), "柳泉乡人民政府") == ["今年"]


def test_nothing_is_concluded_from_damaged_text() -> None:
    report = analyse(parse("柳泉乡2023年政府信息公开工作年度报告\n一、总体情况\n今年公开3条。"))
    at = report.document.text.index("今年")
    spoilt = replace(report, document=replace(report.document, damaged=(Span(at, at + 1),)))
    assert list(check(spoilt, options("今年"))) == []


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        (options("今年"), None),
        (options("今年.*"), "sayings"),
        (options("今年", unless=("(",)), "sayings"),
        (options("今年", wrong="own"), "sayings"),
        (Options((), roles=("甲+",)), "roles"),
    ],
)
def test_expressions_that_cannot_be_used_are_refused(asked: Options, key: str | None) -> None:
    refused = objection(asked)
    assert (refused[0] if refused else None) == key


@pytest.mark.parametrize("name", ["wrong-year", "stale-time-word", "legal-basis"])
@pytest.mark.parametrize(
    "unit",
    [
        "2023年，我乡主动公开政府信息5条。",
        "2023年我乡收到申请",
        "现将柳泉乡2023年政府信息公开",
        "今年以来今年",
        "截至目前公开",
        "2024年来，",
        "国务院令第492号",
        "《条例》第三十二条编制",
        "国办公开办函〔2019〕60号《",
        "《条例》规定的15个工作日答复",
    ],
)
def test_time_grows_with_the_text(rules: dict[str, Rule], name: str, unit: str) -> None:
    assert growth(check, rules[name].options, lambda length: report_of(unit, length)) < 10
