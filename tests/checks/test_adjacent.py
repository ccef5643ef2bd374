"""Marks that stand side by side where one belongs."""

import pytest

from linter.analysis import analyse
from linter.checks.adjacent import Options, check
from linter.readers.from_txt import parse

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
OPTIONS = Options(before=("等",), unless=("等级",))


def found(text: str) -> list[tuple[str, str | None]]:
    """What is pointed at, and what is put in its place."""
    report = analyse(parse(HEAD + text))
    hits = check(report, OPTIONS)
    return [(report[one.span], one.fix.edits[0].text if one.fix else None) for one in hits]


@pytest.mark.parametrize(
    ("run", "kept"),
    [
        ("，，", "，"),
        ("，,", "，"),
        ("、、、", "、"),
        ("：:", "："),
        ("；。", "。"),
        ("，。", "。"),
        ("、；。", "。"),
        ("，、", None),
        ("。，", None),
        ("：。", None),
        ("？。", None),
    ],
)
def test_a_run_becomes_one_mark_where_only_one_can_be_meant(run: str, kept: str | None) -> None:
    assert found(f"公开信息36条{run}其中公示栏12条。") == [(run, kept)]


def test_full_stops_that_may_be_dots_are_not_mended() -> None:
    assert found("公开政策、指南、名单。。。其中公示栏12条。") == [("。。。", None)]


def test_no_comma_stands_before_the_end_of_a_list() -> None:
    assert found("网站、公众号、等渠道，优秀、等级靠前。") == [("、等", "等")]


@pytest.mark.parametrize(
    "text",
    [
        "政策、指南……名单都在公示栏。",
        "谁来监督？！群众！！",
        "公示栏——贴到门口。",
        "网址http://www.example.gov.cn/，版本v1.0.1，用时8:30。",
        "词尾etc.，以及No.、3.、均可。",
        "“应公开尽公开。”，《甲》、《乙》。",
    ],
)
def test_marks_that_belong_together_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_wrap_makes_no_run_but_does_not_hide_one() -> None:
    assert found("公开信息36条，\n其中公示栏12条。\n更新栏目6个。\n") == []
    assert found("全年公开政府信息一共36条，\n，其中公示栏12条。\n") == [("，，", "，")]
