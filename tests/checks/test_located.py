"""Addresses and party committees of another county."""

import pytest

from linter.analysis import analyse
from linter.checks.located import Options, Position, check, objection
from linter.model.finding import Hit, NotAssessed
from linter.readers.from_txt import parse
from tests.checks.timing import TITLE, growth, report_of

OPTIONS = Options(
    (
        Position("地址[:：]", ("地址",), "地址", "the address"),
        Position("(?:在|中共)", ("县委",), "党委", "the party committee", then=("委",)),
    )
)


def hits(text: str) -> list[str]:
    report = analyse(parse(f"{TITLE}一、总体情况\n{text}"))
    return [report[one.span] for one in check(report, OPTIONS) if isinstance(one, Hit)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("地址：砚川县府前路8号", ["砚川县"]),
        ("地址：岚江市砚川县柳泉乡8号", ["砚川县"]),
        ("在砚川县委领导下，中共砚川县委部署。", ["砚川县", "砚川县"]),
        ("地址：云溪县府前路8号，地址：柳泉乡府前路，地址：云溪区9号，地址：岚江市8号", []),
        ("在砚川县参观，在云溪县委领导下，在上级和县委领导下。", []),
    ],
)
def test_another_county_is_found(text: str, found: list[str]) -> None:
    assert hits(text) == found


def test_without_a_county_in_the_title_nothing_is_judged() -> None:
    report = analyse(parse("柳泉乡2024年政府信息公开工作年度报告\n一、总体情况\n地址：砚川县8号"))
    assert [type(one) for one in check(report, OPTIONS)] == [NotAssessed]


def test_an_expression_that_may_take_long_is_refused() -> None:
    assert objection(Options((Position("(.*)*", (), "甲", "a"),))) is not None


@pytest.mark.parametrize("unit", ["地址：", "地址：砚川县", "在砚川县委", "县委地址：甲乙丙丁"])
def test_time_grows_with_the_text(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report_of(unit, length)) < 10
