"""Announced numbers of items."""

import pytest

from linter.analysis import analyse
from linter.bundled import RULES
from linter.checks.announced import Options, check
from linter.readers.from_txt import parse
from linter.rulebook import load_rules


@pytest.fixture(scope="module")
def options() -> Options:
    rule = next(one for one in load_rules([RULES / "numbering"]) if one.id == "announced-count")
    assert isinstance(rule.options, Options)
    return rule.options


def found(options: Options, text: str) -> list[tuple[str, object, str | None]]:
    """Of each hit the number, what it should be, and its severity."""
    report = analyse(parse(f"五、存在的主要问题及改进情况\n{text}\n六、其他需要报告的事项\n无。\n"))
    return [(report[one.span], one.values["right"], one.severity) for one in check(report, options)]


@pytest.mark.parametrize(
    ("intro", "number", "right"),
    [
        ("抓好以下三项工作：", "三", "两项"),
        ("主要有四点。", "四", "两点"),
        ("从3个方面加以改进：", "3", "2个"),
        ("存在三方面问题，", "三", "两方面"),
        ("采取五条措施：\n", "五", "两条"),
        ("抓好十项重点工作：", "十", "两项"),
    ],
)
def test_another_number_than_the_items_is_pointed_at(
    options: Options, intro: str, number: str, right: str
) -> None:
    assert found(options, f"{intro}一是更新栏目；二是办好培训。") == [(number, right, None)]


def test_several_for_two_is_noted(options: Options) -> None:
    assert found(options, "抓好以下几项工作：一是更新；二是培训。") == [("几", "两项", "note")]
    assert found(options, "抓好以下几项工作：一是更新；二是培训；三是解读。") == []


@pytest.mark.parametrize(
    "intro",
    [
        "抓好以下两项工作：",
        "针对上述三个问题，采取以下措施：",
        "针对三个问题：",
        "公开信息5条。",
        "召开3次会议：",
        "坚持三个到位：",
        "落实“三个方面”要求：",
        "以三个平台为抓手，主要做法有：",
        "抓好以下二十项工作：",
    ],
)
def test_a_number_that_announces_nothing_else_is_right(options: Options, intro: str) -> None:
    assert found(options, f"{intro}一是更新栏目；二是办好培训。") == []


@pytest.mark.parametrize(
    "items",
    [
        "一是更新；二是培训；三是解读。",
        "一是更新；二是培训；三要做好解读。",
        "一是更新；二是培训；最后，做好解读。",
        "一是更新；二是培训；二是解读。",
        "一是制度：（1）归档；（2）审查。二是落实。",
        "\n1.更新。\n2.培训。\n3.解读。",
    ],
)
def test_items_are_counted_however_they_are_marked(options: Options, items: str) -> None:
    assert found(options, f"抓好以下三项工作：{items}") == []
