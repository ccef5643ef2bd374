"""`nianbao explain` reads like a page: what the rule says, why, how to put it right, a few texts."""

from pathlib import Path

import pytest

from linter.model.rule import Rule
from linter.pipeline.examples import said_of
from linter.rulebook import load_page, load_rules
from tests.calling import call
from tests.rulebook.conftest import Write

PARTS = [
    "会这样提示",
    "为什么",
    "怎么改",
    "依据",
    "错误的写法（【】里是报出的地方）",
    "正确的写法（不会报）",
    "查不出或不管的",
    "确属例外时",
]


def test_a_page_has_its_parts_in_the_order_in_which_one_asks() -> None:
    status, page, _ = call("explain", "enumeration-order")
    headings = [line for line in page.split("\n")[2:] if line and not line.startswith(" ")]
    assert (status, headings) == (0, PARTS)
    assert "  “三是”重复，按顺序应为“四是”\n" in page


def test_few_examples_are_shown_unless_all_are_asked_for() -> None:
    few, every = (call("explain", "enumeration-order", *more)[1].count("  · ") for more in ([], ["--all"]))
    rule = next(one for one in load_rules() if one.id == "enumeration-order")
    assert (few, every) == (6, len(load_page(rule).examples))


@pytest.mark.parametrize("rule", load_rules(), ids=lambda one: one.id)
def test_what_a_rule_says_is_said_without_placeholders(rule: Rule) -> None:
    said = said_of(rule, load_page(rule).examples)
    assert said is not None
    assert "{" not in said.zh + said.en


def test_a_rule_without_a_wrong_text_says_nothing(write: Write) -> None:
    path = write(
        changes={"  bad:\n    - |\n      六、其他需要报告的事项\n      本年度没有收取信息处理⟦费⟧\n": ""}
    )
    (rule,) = load_rules((Path(path),))
    assert said_of(rule, load_page(rule).examples) is None
