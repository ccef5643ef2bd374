"""Shares and rates against the numbers beside them."""

import pytest

from linter.analysis import analyse
from linter.checks.percentage import Options, anchors, check
from linter.readers.from_txt import parse
from tests.checks.timing import growth, report_of

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"


def found(text: str) -> list[tuple[str, object]]:
    """What is pointed at, and what it should be."""
    report = analyse(parse(HEAD + text))
    return [(report[one.span], one.values["right"]) for one in check(report, Options())]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("收到申请80件，其中法人申请1件，占1.1%。", ("1.1%", "1.3%")),
        ("公开信息40条，其中网站30条，占比57%，公示栏10条，占比25%。", ("57%", "75%")),
        ("公开信息40条。其中网站30条（占总数的80%）。", ("80%", "75%")),
        ("在40条信息中，图解6条，占25%。", ("25%", "15%")),
        ("收到申请8件，办结6件，办结率为90%。", ("90%", "75.0%")),
        ("收回问卷50份，表示满意的40份，满意率为70%。", ("70%", "80%")),
        ("公开信息475条，比2018年减少83条，下降21.3%。", ("21.3%", "14.9%")),
        ("三类信息分别占50%、40%和30%。", ("50%、40%和30%", "120%")),
    ],
)
def test_a_percentage_that_its_numbers_do_not_make_is_found(text: str, right: tuple[str, str]) -> None:
    assert found(text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请3件，其中法人申请1件，占33%，自然人申请2件，占67%。",
        "收到申请3件，其中法人申请2件，占66.6%。",
        "公开信息40条，其中网站30条，占全县的2%。",
        "公开信息40条，其中网站30余条，占70%。",
        "网站30条，占60%，公示栏20条，占40%。",
        "网站30条，占比超过一半，满意度98%。",
        "收到申请8件，办结6件，2件结转下年度，办结率100%。",
        "收到申请8件，另收到转办申请3件，办结9件，办结率100%。",
        "收到申请5件，其中自然人3件、法人2件。已答复的申请中，予以公开2件，占33.3%。",
        "收到申请5件，其中自然人3件；已答复的申请中，予以公开2件，占50%。",
        "收回问卷50份，表示满意的40份，满意率为80%，比2018年增加8份，增长25%。",
        "公开信息475条，比2018年减少83条，下降14.9%，公开100条，比上年增加25条，增长33.3%。",
        "点击量12万次，同比增长20%，三类信息分别占50%、30%、20%。",
    ],
)
def test_what_some_pair_of_numbers_explains_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_part_of_a_part_may_be_a_share_of_either() -> None:
    assert found("公开信息40条，其中网站20条，其中图解5条，占25%。") == []
    assert found("公开信息40条，其中网站20条，其中图解5条，占12.5%。") == []


def test_without_a_sign_there_is_nothing_to_judge() -> None:
    assert anchors(Options()) == ("%", "％")


@pytest.mark.parametrize(
    "unit", ["12条，占5%，", "其中3件，占比", "分别占50%、", "9%", "办结率5%，收到3件，"]
)
def test_the_time_keeps_step_with_the_text(unit: str) -> None:
    assert growth(check, Options(), lambda length: report_of(unit, length)) < 8
