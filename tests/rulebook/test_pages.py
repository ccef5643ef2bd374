"""What people read about rules: the page of one, the list and the table of all."""

import pytest

from linter.model.finding import Basis, Words
from linter.model.rule import Example, Rule, RulePage
from linter.rulebook.page import explain
from linter.rulebook.tables import list_rules, rule_table

RULE = Rule(
    id="missing-ending",
    group="punctuation",
    title=Words("段末没有结束标点", "No end mark"),
    why=Words("读的人不知道话说完没有。", "One cannot tell whether it ends."),
    basis=(Basis("GB/T 15834—2011", "4.1", "句号用于句子末尾"), Basis("text")),
    check="ending",
    severity="error",
    confidence="certain",
    message=Words("", ""),
    options=None,
)
OTHER = Rule(
    id="fee",
    group="structure",
    title=Words("没有说收费|减免", "Fees | waivers missing"),
    why=Words("群众会问。", "People ask."),
    basis=(),
    check="ending",
    severity="note",
    confidence="likely",
    message=Words("", ""),
    options=None,
    on=False,
)
PAGE = RulePage(
    (
        Example(
            "bad",
            "一、总体情况\n全年公开36条\n",
            ((13, 14),),
            fixed="一、总体情况\n全年公开36条。\n",
            note="少句号",
        ),
        Example("bad", "未收费", ((2, 3),), unit="云溪县青禾镇", year=2024),
        Example("good", "未收费。"),
        Example("missed", "未收 费"),
    ),
    how=Words("加句号。", "Add a full stop."),
    limits=Words("表格里的不查。", "Tables are left alone."),
)
CHINESE = """\
段末没有结束标点
punctuation/missing-ending · 标点 · 错误 · 确定

为什么
  读的人不知道话说完没有。

依据
  GB/T 15834—2011 4.1：句号用于句子末尾
  报告自身的文字

怎么改
  加句号。

错误的写法（【】里是报出的地方）
  · （少句号）
    一、总体情况
    全年公开36【条】
    改为：
    一、总体情况
    全年公开36条。
  · 云溪县青禾镇2024年政府信息公开工作年度报告
    未收【费】

正确的写法
  · 未收费。

已知查不出的写法
  · 未收 费

查不出或不管的
  表格里的不查。
"""
ENGLISH = """\
Fees | waivers missing
structure/fee · structure · note · likely · does not run unless selected

Why
  People ask.

Right
  · 无
"""


def test_the_page_of_a_rule_says_all_that_its_file_says() -> None:
    assert explain(RULE, PAGE, "zh") == CHINESE


def test_a_page_leaves_out_what_is_not_there() -> None:
    page = explain(OTHER, RulePage((Example("good", "无"),)), "en")
    assert page == ENGLISH


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            "punctuation/missing-ending  错误  段末没有结束标点\n"
            "structure/fee               提示  没有说收费|减免（默认关）\n",
        ),
        (
            "en",
            "punctuation/missing-ending  error  No end mark\n"
            "structure/fee               note   Fees | waivers missing (off unless selected)\n",
        ),
    ],
)
def test_the_list_is_aligned_for_wide_characters(lang: str, said: str) -> None:
    assert list_rules([RULE, OTHER], lang) == said


def test_the_list_of_no_rules_is_empty() -> None:
    assert list_rules([], "zh") == ""


def test_the_table_is_markdown() -> None:
    assert rule_table([RULE, OTHER], "en") == (
        "\n"
        "| Rule | Severity | Finds |\n"
        "| --- | --- | --- |\n"
        "| `punctuation/missing-ending` | error | No end mark |\n"
        "| `structure/fee` | note | Fees \\| waivers missing (off unless selected) |\n"
    )
