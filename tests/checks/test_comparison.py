"""Rises and falls against the two numbers beside them."""

import pytest

from linter.analysis import analyse
from linter.checks.comparison import Options, check
from linter.model.finding import Words
from linter.readers.from_txt import parse
from tests.checks.timing import growth, report_of

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"


def found(text: str) -> list[tuple[str, str]]:
    """What is pointed at, and what is wrong with it."""
    report = analyse(parse(HEAD + text))
    faults = [(report[one.span], one.values["fault"]) for one in check(report, Options())]
    return [(span, fault.zh) for span, fault in faults if isinstance(fault, Words)]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("收到申请12件，比上年20件增加。", ("12件，比上年20件增加", "20件到12件是减少，不是“增加”")),
        ("公开30条，较2023年的30条下降。", ("30条，较2023年的30条下降", "30条到30条没有变化，不是“下降”")),
        ("公开36条，较上年30条增加8条。", ("36条，较上年30条增加8条", "相差是 6条")),
        ("公开360条，比上年300条增长25%。", ("360条，比上年300条增长25%", "变化幅度是 20.0%")),
        ("满意度98%，较去年96%提高3个百分点。", ("98%，较去年96%提高3个百分点", "相差是 2个百分点")),
        (
            "点击量由上年的1,200次上升到960次。",
            ("由上年的1,200次上升到960次", "1200次到960次是减少，不是“上升”"),
        ),
    ],
)
def test_a_word_or_difference_against_the_numbers_is_found(text: str, hit: tuple[str, str]) -> None:
    assert found(text) == [hit]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请12件，比上年20件减少8件，下降40%。",
        "公开360条，比上年300条增长20%，增长两成。",
        "公开400条，比上年300条增长33.3%，是上年的1.3倍。",
        "公开120余条，比上年200条有所增加，排名由上年的12名提高到5名。",
        "收到申请12件，比上年增加2件，其中网上申请5件。",
        "满意度98%，较去年96%提高2个百分点，由上年的3件减少到1件。",
    ],
)
def test_what_agrees_or_cannot_be_told_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["12件，比上年20件增加，", "由上年的1次", "增加12", "较上年"])
def test_the_time_keeps_step_with_the_text(unit: str) -> None:
    assert growth(check, Options(), lambda length: report_of(unit, length)) < 8
