"""Items of a list that are not built alike."""

import pytest

from linter.analysis import analyse
from linter.checks.parallel import Options, check
from linter.readers.from_txt import parse

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
OPTIONS = Options(no_labels=("如下", "以下"), rests=("其他",))


def found(text: str) -> list[tuple[str, str | None, int]]:
    """What is pointed at, how grave it is (None: as the rule says), and how many notes it has."""
    report = analyse(parse(HEAD + text))
    return [(report[one.span], one.severity, len(one.notes)) for one in check(report, OPTIONS)]


@pytest.mark.parametrize(
    ("text", "mark", "notes"),
    [
        ("一是健全制度，明确专人；二是更新信息：按月更新；三是保密审查：逐条审查。", "一是", 1),
        ("一是更新信息：按月更新；二是健全制度，明确专人；三是保密审查：逐条审查。", "二是", 1),
        ("一是甲方：做；二是乙方：做；三是丙方：做；四是做好丁方，定期；五是做好戊方，定期。", "四是", 2),
        ("1.更新：按月更新。\n2.审查：逐条审查。\n3.归档按年度进行，专人负责。\n", "3.", 1),
    ],
)
def test_an_item_without_a_label_is_pointed_at_once_a_list(text: str, mark: str, notes: int) -> None:
    assert found(text) == [(mark, None, notes)]


@pytest.mark.parametrize(
    "text",
    [
        "一是甲方：做；二是乙方：做；三是丙方：做。",
        "一是做好甲，乙；二是做好丙，丁；三是更新：按月。",
        "一是更新：按月；二是做好丙，丁。",
        "一是更新：按月；二是审查：逐条；三是措施如下：办班。",
        "一是更新：按月；二是审查：逐条；三是公布网址：http://www.example.gov.cn。",
        "一是更新：按月；二是审查：逐条；三是健全制度。四是强化培训。",
        "（一）主动公开：12条。\n（二）依申请公开：无。\n（三）政府信息管理\n专人负责。\n",
    ],
)
def test_what_may_be_meant_so_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_kinds_that_are_counted_bear_the_same_word() -> None:
    assert found("其中甲乙类2条，丙丁类 3条，戊己4条，庚辛类5条，其他1条。") == [("戊己", "note", 0)]
    assert found("其中甲乙类2条，丙丁类3条，戊己信息4条，庚辛类5条，其他1条。") == []
    assert found("其中甲乙类2条，丙丁3条，戊己4条，庚辛5条。") == []
