"""Items of a list against one another."""

import pytest

from linter.analysis import analyse
from linter.checks.items import Options, check
from linter.model.report import Report
from linter.readers.from_txt import parse
from tests.checks.timing import growth

STYLES = ("一是", "第一", "（1）", "①", "1.", "1、")
EMPTY, LABEL = Options("empty", STYLES), Options("label", STYLES)
WORDING = Options("wording", ("一是",), ("要", "为"))


def report(text: str) -> Report:
    return analyse(parse(f"一、总体情况\n{text}\n二、主动公开政府信息情况\n"))


def found(text: str, options: Options) -> list[tuple[str, str]]:
    """What each hit stands on, and what its fix puts there."""
    one = report(text)
    return [(one[hit.span], hit.fix.edits[0].text if hit.fix else "") for hit in check(one, options)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("做法：一是更新；二是；三是培训。", [("二是", "")]),
        ("做法：一是；二是更新。", [("一是", "")]),
        ("做法：一是更新；二是。", [("二是", "")]),
        ("做法：一是更新；二是无。", []),
        ("（一）\n主动公开\n（二）\n依申请公开", []),
    ],
)
def test_an_item_without_words_is_pointed_at(text: str, hits: list[tuple[str, str]]) -> None:
    assert found(text, EMPTY) == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("一是加强领导。甲。二是加强培训。乙。三是加强领导。丙。", [("加强领导", "")]),
        ("做法：第一，网站优化：甲。第二，网站优化：乙。", [("网站优化", "")]),
        ("一是网站优化：甲；二是数据安全：乙。下一步，一是网站优化：丙；二是数据安全：丁。", []),
        ("一是加强领导，甲；二是加强领导，乙。", []),
        ("一是加强领导。二是加强领导。", []),
    ],
)
def test_a_label_that_is_there_again_is_pointed_at(text: str, hits: list[tuple[str, str]]) -> None:
    assert found(text, LABEL) == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("一要更新，二是图解，三是培训。", [("一要", "一是")]),
        ("一是更新；二要图解；三是培训。", [("二要", "二是")]),
        ("一是更新；二是图解；三要培训。", [("三要", "三是")]),
        ("一要更新，二要图解，三要培训。", []),
        ("一是更新；二是图解，统一要求。", []),
        ("一是更新；三是培训。", []),
    ],
)
def test_a_mark_in_other_words_is_pointed_at(text: str, hits: list[tuple[str, str]]) -> None:
    assert found(text, WORDING) == hits


@pytest.mark.parametrize("options", [EMPTY, LABEL, WORDING])
@pytest.mark.parametrize(
    "unit", ["一是甲；二是；", "三是甲，二要", "二是甲。\n一是网站优化。", "（1）（一）一要"]
)
def test_a_hostile_list_takes_time_in_step_with_its_length(options: Options, unit: str) -> None:
    assert growth(check, options, lambda length: report(unit * (length // len(unit))), 40_000) < 8
