"""A unit called by another kind of unit's words."""

import pytest

from linter.analysis import analyse
from linter.bundled import RULES
from linter.checks.agree import check
from linter.model.finding import Hit, NotAssessed
from linter.model.rule import Rule
from linter.readers.from_txt import parse
from linter.rulebook import load_rules


@pytest.fixture(scope="module")
def rule() -> Rule:
    return next(one for one in load_rules([RULES / "identity"]) if one.id == "unit-level")


def hits(rule: Rule, text: str, unit: str = "云溪县柳泉乡人民政府") -> list[tuple[str, str | None]]:
    """The wrong words, and what the fix puts in their place."""
    report = analyse(parse(f"{unit}2024年政府信息公开工作年度报告\n一、总体情况\n{text}"))
    found = [one for one in check(report, rule.options) if isinstance(one, Hit)]
    return [(report[one.span], one.fix.edits[0].text if one.fix else None) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年，我镇公开信息。", [("我镇", "我乡")]),
        ("未收到镇域内群众的申请。", [("镇域", "乡域")]),
        ("镇党委高度重视。", [("镇党委", "乡党委")]),
        ("覆盖全镇21个村，由街道办事处汇总。", [("全镇", "全乡"), ("街道办事处", "乡政府")]),
    ],
)
def test_words_of_another_kind_are_found_with_the_own_word(
    rule: Rule, text: str, expected: list[tuple[str, str]]
) -> None:
    assert hits(rule, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "提高乡镇、城镇、村镇、集镇干部水平。",
        "我县和青禾镇政府来访，镇政府作了介绍。",
        "县、镇政府和街道办事处。",
        "历史重镇，景德镇市，万全镇。",
        "地址在青禾镇政府西侧。",
        "群众说“我镇很好”，见《镇域规划》。",
        "2003年撤镇设乡前，我镇已有公示栏。",
        "自我镇静，安全镇守。",
        "县乡镇三级联动。",
    ],
)
def test_traps_are_left_alone(rule: Rule, text: str) -> None:
    assert hits(rule, text) == []


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("云溪县湖镇镇人民政府", []),
        ("石桥街道办事处", [("我镇", "我街道")]),
        ("云溪县人民政府", [("我镇", "我县")]),
        ("云溪县水利局", [("我镇", None)]),
    ],
)
def test_what_is_wrong_depends_on_the_level(
    rule: Rule, unit: str, expected: list[tuple[str, str | None]]
) -> None:
    assert hits(rule, "我镇做好公开。", unit) == expected


def test_an_unknown_level_is_not_judged(rule: Rule) -> None:
    report = analyse(parse("2024年政府信息公开工作年度报告\n一、总体情况\n我镇做好公开。"))
    assert [type(one) for one in check(report, rule.options)] == [NotAssessed]
