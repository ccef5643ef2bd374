"""Phrases with a fixed wording, and slips in them."""

from typing import Any

import pytest

from linter.analysis import analyse
from linter.checks.phrases import Options, anchors, check
from linter.readers.from_txt import parse

from .timing import growth, report_of

TITLE = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
PHRASES = ("政府信息公开申请", "公民、法人和其他组织", "党的二十大精神")


def hits(text: str, **given: Any) -> list[tuple[str, str, str]]:
    """What is found, what it should be, and what is wrong with it."""
    report = analyse(parse(TITLE + text))
    found = check(report, Options(PHRASES, **given))
    return [(report[one.span], str(one.values["right"]), one.values["slip"].zh) for one in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信公开申请2件。", [("政府信公开申请", PHRASES[0], "漏了“息”字")]),
        ("收到政府信息公开开申请2件。", [("政府信息公开开申请", PHRASES[0], "多了“开”字")]),
        ("收到政府信息工开申请2件。", [("政府信息工开申请", PHRASES[0], "“公”写成了“工”")]),
        ("收到政府信息开公申请2件。", [("政府信息开公申请", PHRASES[0], "“公开”两字颠倒了")]),
        ("公民法人和其他组织。", [("公民法人和其他组织", PHRASES[1], "漏了“、”字")]),
        ("学习党的二十大清神。", [("党的二十大清神", PHRASES[2], "“精”写成了“清”")]),
    ],
)
def test_one_slip_is_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert hits(text) == expected


def test_a_wording_further_off_is_found_where_it_is_listed() -> None:
    wrong = {"党的二十大会议精神": PHRASES[2]}
    expected = [("党的二十大会议精神", PHRASES[2], "多了“会议”")]
    assert hits("学习党的二十大会议精神和党的二十大精神。", wrong=wrong) == expected


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请2件，政府信息公开的申请1件。",
        "公民、法人与其他组织，公民、法人或其他组织。",
        "学习党的十九大精神、党的二十大的精神。",
        "政府信息公开，申请2件；政府信息公开 申请。",
        "见《政府信公开申请办法》和“政府信公开申请”。",
        "政府信息公开年报，政府公开申请，政府数据开放申请。",
    ],
)
def test_other_wordings_are_no_slips(text: str) -> None:
    assert hits(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("社会主义思像为指导。", ["像"]), ("社会主义思为指导。", []), ("社会主义思想为指导。", [])],
)
def test_the_end_of_a_long_phrase_is_known(text: str, expected: list[str]) -> None:
    report = analyse(parse(f"{TITLE}以习近平新时代中国特色{text}"))
    found = check(report, Options(("习近平新时代中国特色社会主义思想",)))
    assert [report[one.span][-1] for one in found] == expected


def test_what_is_right_can_be_told() -> None:
    assert hits("政府信息公示申请。政务信息公开申请。", unless=("政府信息公示", "政务信息")) == []


def test_quotes_are_searched_if_asked() -> None:
    assert [one[0] for one in hits("“政府信公开申请”", quoted=True)] == ["政府信公开申请"]


def test_half_of_a_phrase_is_an_anchor() -> None:
    assert anchors(Options(("政府信息公开申请",))) == ("政府信息", "公开申请")


@pytest.mark.parametrize("unit", ["政府信公开申请", "政府信息", "公开申请“", "公民法人和其他组织，"])
def test_the_time_stays_in_step_with_the_text(unit: str) -> None:
    assert growth(check, Options(PHRASES), lambda size: report_of(unit, size)) < 8
