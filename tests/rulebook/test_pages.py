"""What people read about rules: the page of one, the list and the table of all."""

import re
from dataclasses import replace

import pytest

from linter.language.names import GROUP
from linter.model.finding import Basis, Words
from linter.model.rule import Example, Rule, RulePage
from linter.rulebook.handbook import ORDER, checklist, markdown
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
        Example("missed", "未收 费", previous="未收。\n"),
    ),
    how=Words("加句号。", "Add a full stop."),
    limits=Words("表格里的不查。", "Tables are left alone."),
)
CHINESE = """\
段末没有结束标点
规则 punctuation/missing-ending · 标点类 · 错误（应当改正）· 把握：确定

会这样提示
  “36条”后面没有标点

为什么
  读的人不知道话说完没有。

怎么改
  加句号。

依据
  GB/T 15834—2011 4.1：句号用于句子末尾
  报告自身的文字

错误的写法（【】里是报出的地方）
  · （少句号）
    一、总体情况
    全年公开36【条】
    改为：
    一、总体情况
    全年公开36条。
  · 云溪县青禾镇2024年政府信息公开工作年度报告
    未收【费】

正确的写法（不会报）
  · 未收费。

已知查不出的写法
  · 上年的报告：
    未收。
    本年的报告：
    未收 费

查不出或不管的
  表格里的不查。

确属例外时
  在那一行后面写 <!-- nianbao: ignore missing-ending 原因：… -->，Word、PDF 的报告写在 nianbao-suppressions.yaml 里。
"""
ENGLISH = """\
Fees | waivers missing
rule structure/fee · structure · note (for your information, costs no points) · sureness: likely · does not run unless selected

Why
  People ask.

Right (nothing is reported)
  · 无

Where it is right after all
  write <!-- nianbao: ignore fee reason: … --> behind the line; for Word and PDF use nianbao-suppressions.yaml.
"""
MARKDOWN = """\
# 没有说收费|减免

*Fees | waivers missing*

规则 structure/fee · 结构类 · 提示（供参考，不扣分）· 把握：较有把握 · 默认不运行，用 --select 打开

## 会这样提示

补写\\*收费\\*

## 为什么

群众会问。

> People ask.

## 正确的写法（不会报）

1. 不收费

   ```text
   无
   ```


## 确属例外时

在那一行后面写 `<!-- nianbao: ignore fee 原因：… -->`，Word、PDF 的报告写在 nianbao-suppressions.yaml 里。

[全部规则](README.md)
"""


def test_the_page_of_a_rule_says_all_that_its_file_says() -> None:
    assert explain(RULE, PAGE, "zh", said=Words("“36条”后面没有标点", "no mark")) == CHINESE


def test_a_page_may_show_the_first_examples_only() -> None:
    page = explain(RULE, PAGE, "zh", most=1)
    assert (page.count("【"), "  另有 1 例，加 --all 显示" in page) == (2, True)


def test_a_page_in_markdown_has_both_languages_and_shows_marks_as_they_are() -> None:
    page = RulePage((Example("good", "无", note="不收费"),))
    told = markdown(OTHER, page, Words("补写*收费*", "add it"))
    assert told.partition("\n")[2] == MARKDOWN


def test_the_checklist_asks_for_rules_that_run_group_by_group() -> None:
    page = checklist(iter([(OTHER, RulePage(())), (RULE, PAGE), (replace(OTHER, on=True), RulePage(()))]))
    rows = re.findall("<h2>(.*?)</h2>|<tr><td>□</td>(.*?)</tr>", page)
    assert rows == [
        ("1. 标题、各部分和应写的事项是否齐全", ""),
        ("", "<td>没有说收费|减免<br><small>fee</small></td><td>群众会问。</td>"),
        ("2. 标点是否正确", ""),
        ("", "<td>段末没有结束标点<br><small>missing-ending</small></td><td>加句号。</td>"),
    ]


def test_every_group_has_a_place_in_the_handbook() -> None:
    assert sorted(ORDER) == sorted(GROUP)


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
