"""Another unit's name where the report's own should stand."""

from dataclasses import replace

import pytest

from linter.analysis import analyse
from linter.bundled import RULES
from linter.checks.foreign import Options, Position, check, objection
from linter.model.document import Span
from linter.model.finding import Hit, NotAssessed
from linter.model.rule import Rule
from linter.readers.from_txt import parse
from linter.rulebook import load_rules
from tests.checks.timing import growth, report_of

TOWN = "云溪县柳泉乡人民政府"


@pytest.fixture(scope="module")
def rule() -> Rule:
    return next(one for one in load_rules([RULES / "identity"]) if one.id == "foreign-unit")


def hits(rule: Rule, text: str, unit: str = TOWN, others: tuple[str, ...] = ()) -> list[str]:
    """The names of other units that are found."""
    report = analyse(parse(f"{unit}2024年政府信息公开工作年度报告\n{text}"))
    found = check(replace(report, others=others), rule.options)
    return [report[one.span] for one in found if isinstance(one, Hit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本报告由青禾镇人民政府根据《条例》编制。", ["青禾镇"]),
        ("现公布云溪县青禾镇人民政府2024年政府信息公开工作年度报告。", ["青禾镇"]),
        ("如对本报告有疑问，请与砚川县青禾镇党政办联系。", ["砚川县青禾镇"]),
        ("本报告电子版可在砚川县人民政府门户网站下载。", ["砚川县"]),
        ("一、总体情况\n云溪县青禾镇坚持公开政府信息。", ["青禾镇"]),
        ("一、总体情况\n石桥街道办事处认真做好政务公开工作。", ["石桥街道"]),
        ("一、总体情况\n2024年，砚川县高度重视政务公开工作。", ["砚川县"]),
    ],
)
def test_another_unit_in_the_own_place_is_found(rule: Rule, text: str, expected: list[str]) -> None:
    assert hits(rule, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "本报告由云溪县柳泉乡人民政府编制。",
        "本报告由柳泉乡党政办公室会同各村编制。",
        "如对本报告有疑问，请与县政务公开办联系。",
        "如对本报告有疑问，请与柳泉乡联系（地址：云溪县青禾镇府前路8号）。",
        "本报告电子版可在岚江市云溪县人民政府门户网站下载。",
        "本报告电子版可在岚江市人民政府网站下载。",
        "本报告电子版可在云溪经济开发区网站下载。",
        "一、总体情况\n与青禾镇签订协议，青禾镇认真做好政务公开工作，经验值得学习。",
        "一、总体情况\n青禾镇积极配合我乡做好政务公开工作。",
        "一、总体情况\n同时镇政府严格审核政府信息。",
        "一、总体情况\n一年来街道坚持公开政府信息。",
        "一、总体情况\n根据县政府全面推进政务公开的部署，加强管理。",
        "一、总体情况\n各乡镇坚持政务公开，试点街道主动公开政府信息。",
        "一、总体情况\n云溪县高度重视政务公开工作。",
    ],
)
def test_own_names_upper_levels_partners_and_words_are_left_alone(rule: Rule, text: str) -> None:
    assert hits(rule, text) == []


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("柳泉乡人民政府", ["青禾镇"]),
        ("青禾镇人民政府", []),
        ("云溪县青禾乡人民政府", []),
        ("云溪县人民政府", []),
        ("云溪县人民政府办公室", []),
        ("云溪县青禾镇中心卫生院", []),
    ],
)
def test_whose_report_it_is_decides(rule: Rule, unit: str, expected: list[str]) -> None:
    text = "一、总体情况\n青禾镇坚持公开政府信息。"
    assert hits(rule, text, unit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("如对本报告有疑问，请与水利局办公室联系。", ["水利局"]),
        ("一、总体情况\n水利局认真做好政务公开工作。", ["水利局"]),
        ("一、总体情况\n云溪县水利局认真做好政务公开工作。", ["水利局"]),
        ("一、总体情况\n督促水利局认真做好政务公开工作。", []),
        ("一、总体情况\n公开水利局信息。", []),
    ],
)
def test_the_registers_other_units_are_known_by_name(rule: Rule, text: str, expected: list[str]) -> None:
    assert hits(rule, text, "云溪县民政局", ("水利局",)) == expected
    assert hits(rule, text, "云溪县民政局") == []


def test_without_a_unit_in_the_title_nothing_is_judged(rule: Rule) -> None:
    report = analyse(parse("2024年政府信息公开工作年度报告\n一、总体情况\n青禾镇坚持公开政府信息。"))
    assert [type(one) for one in check(report, rule.options)] == [NotAssessed]


def test_nothing_is_concluded_from_damaged_text(rule: Rule) -> None:
    text = "一、总体情况\n青禾镇坚持公开政府信息。"
    report = analyse(parse(f"{TOWN}2024年政府信息公开工作年度报告\n{text}"))
    at = report.document.text.index("青禾镇")
    spoilt = replace(report, document=replace(report.document, damaged=(Span(at, at + 1),)))
    assert list(check(spoilt, rule.options)) == []


@pytest.mark.parametrize("find", ["(?P<name>甲", "(?P<name>.*)", "甲镇"])
def test_expressions_that_cannot_be_used_are_refused(find: str) -> None:
    refused = objection(Options((Position(find, "主语", "the subject"),)))
    assert refused and refused[0] == "positions"


@pytest.mark.parametrize(
    "unit",
    [
        "青禾镇坚持公开政府信息。",
        "青禾镇坚持",
        "请与青禾镇联系，对本报告",
        "报告由青禾镇",
        "现将青禾",
        "在青禾本报告",
        "镇",
        "《",
    ],
)
def test_time_grows_with_the_text(rule: Rule, unit: str) -> None:
    others = ("水利局", "砚川县人民政府") * 20
    assert growth(check, rule.options, lambda length: replace(report_of(unit, length), others=others)) < 10
