"""What this year's report must have in common with last year's, and what it must not: the verbs of `history`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from linter.analysis import analyse
from linter.bundled import RULES as FOLDER
from linter.checks import CHECKS, again, carries
from linter.language.last_year import NO_PREVIOUS, in_both, led, undated
from linter.model.alike import Alike, Similarity
from linter.model.finding import Hit, NotAssessed
from linter.model.report import Report
from linter.readers.from_txt import parse
from linter.rulebook import load_rules

RULES = {one.id: one for one in load_rules((FOLDER / "history",))}
TITLE = "云溪县青禾镇人民政府{}年政府信息公开工作年度报告\n"


def report(text: str, previous: str | None = None, year: int = 2024) -> Report:
    before = None if previous is None else analyse(parse(TITLE.format(year - 1) + previous))
    return replace(analyse(parse(TITLE.format(year) + text)), previous=before)


def told(rule: str, text: str, previous: str | None) -> list[Any]:
    """The text and the severity of each hit, and what could not be judged."""
    found, one = report(text, previous), RULES[rule]
    hits: Iterator[Hit | NotAssessed] = CHECKS[one.check](found, one.options)
    return [(found[hit.span], hit.severity) if isinstance(hit, Hit) else hit.reason.zh for hit in hits]


@pytest.mark.parametrize("rule", sorted(RULES))
def test_without_last_years_report_nothing_is_judged(rule: str) -> None:
    assert told(rule, "一、总体情况\n全年公开信息30条。\n", None) == ["没有上年报告"]


@pytest.mark.parametrize("rule", sorted(RULES))
def test_where_there_is_nothing_to_compare_that_is_said(rule: str) -> None:
    (reason,) = told(rule, "一、总体情况\n工作平稳。\n", "一、总体情况\n工作有序。\n")
    assert isinstance(reason, str)
    assert reason != NO_PREVIOUS.reason.zh


CARRIED = "三、收到和处理政府信息公开申请情况\n二、上年结转政府信息公开申请数量 {}\n"
NEXT = "三、收到和处理政府信息公开申请情况\n四、结转下年度继续办理 {}\n"


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ("2 0 0 0 0 0 2", "2 0 0 0 0 0 2", []),
        ("2 0 0 0 0 0 3", "2 0 0 0 0 0 2", [("3", None)]),
        ("1 1 0 0 0 0 2", "2 0 0 0 0 0 2", [("1", None)]),
        ("/ 0 0 0 0 0 2", "2 0 0 0 0 0 2", []),
    ],
)
def test_a_row_is_taken_up_column_by_column(now: str, before: str, expected: list[Any]) -> None:
    assert told("carried-over", CARRIED.format(now), NEXT.format(before)) == expected


def test_other_columns_that_differ_are_notes() -> None:
    found = report(CARRIED.format("1 1 0 0 0 0 2"), NEXT.format("2 0 0 0 0 0 2"))
    (hit,) = carries.check(found, RULES["carried-over"].options)
    assert isinstance(hit, Hit)
    assert [(one.previous, one.message.zh) for one in hit.notes] == [
        (True, "上年报告这里是 2"),
        (False, "表三“二、上年结转政府信息公开申请数量”行“商业企业”列填 1，上年是 0"),
    ]
    assert hit.values["columns"] == "自然人、商业企业"


DOCUMENTS = "二、主动公开政府信息情况\n信息内容 本年制发件数 本年废止件数 现行有效件数\n行政规范性文件 {}\n"


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ("2 1 6", "0 0 5", []),
        ("2 1 8", "0 0 5", [("8", None)]),
        ("2 0 6", "0 0 5", [("6", "note")]),
        ("1 9 0", "0 0 5", [("9", None)]),
        ("1 1 6", "0 0 5", [("6", "note")]),
    ],
)
def test_a_stock_may_shrink_unseen_but_never_grow(now: str, before: str, expected: list[Any]) -> None:
    assert told("document-stock", DOCUMENTS.format(now), DOCUMENTS.format(before)) == expected


def test_a_table_with_one_number_of_its_own_is_not_last_years() -> None:
    table = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 {0} 4 5 0 0 0 {1}\n（一）予以公开 {0} 4 5 0 0 0 {1}\n"
    same = table.format(21, 30)
    assert told("same-table", same, same) == [("21", None)]
    assert told("same-table", same, table.format(22, 31)) == []
    assert told("same-table", same, same + "四、结转下年度继续办理 0 0 0 0 0 0 0\n") == [
        "两年的统计表没有都读出"
    ]


PROBLEMS = "五、存在的主要问题及改进情况\n一是{}。二是部分政策只有文件没有解说。\n下一步，将{}。\n"
OWN = "村级监督小组没有公开半年度的检查结果，检查台账也没有编号"


def test_one_long_sentence_among_others_is_a_note_and_half_the_part_is_not() -> None:
    section = f"五、存在的主要问题及改进情况\n一是{OWN}。二是{'{0}' * 1}。三是{'{1}' * 1}。\n"
    ours = section.format(
        "短视频没有字幕，方言广播没有文字稿，听障群众不便了解", "留言答复没有分类汇总，也没有公开答复口径"
    )
    theirs = section.format("网站栏目过多", "解读偏少")
    assert told("same-problems", ours, theirs) == [(f"一是{OWN}。", "note")]
    assert told("same-problems", theirs, ours) == [(f"一是{OWN}。", None)]


def test_problems_and_plans_are_told_apart() -> None:
    now, before = PROBLEMS.format(OWN, "补齐编号"), PROBLEMS.format(OWN, "公开检查结果和整改结果")
    assert told("same-problems", now, before) == [(f"一是{OWN}。二是部分政策只有文件没有解说。", None)]
    assert told("same-plans", now, before) == []


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ("公开信息60条，同比增长20%。", "公开信息50条。", []),
        ("公开信息60条，同比增长25%。", "公开信息50条。", [("同比增长25%", None)]),
        ("公开信息55条，同比下降8.3%。", "公开信息60条。", []),
        ("公开信息60条，同比分别增长25%。", "公开信息50条。", ["正文没有可以和上年报告核对的比较"]),
        ("公开信息60条，同比增长25%以上。", "公开信息50条。", ["正文没有可以和上年报告核对的比较"]),
        ("公开信息60条，其中图解8条，同比增长25%。", "公开信息50条。", ["正文没有可以和上年报告核对的比较"]),
    ],
)
def test_percentages_follow_from_both_reports(now: str, before: str, expected: list[Any]) -> None:
    frame = "一、总体情况\n（一）主动公开：全年通过网站{}\n"
    assert told("year-on-year", frame.format(now), frame.format(before)) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("公开信息60条，比上年增加10条。", []),
        ("公开信息60条，比上年多12条。", [("比上年多12条", None)]),
        ("公开信息60条，较去年减少10条。", [("较去年减少10条", None)]),
        ("公开信息60条，与上年基本持平。", ["正文没有可以和上年报告核对的比较"]),
        ("公开信息60条，上年为50条。", []),
        ("公开信息60条，比2023年增加12条。", [("比2023年增加12条", None)]),
        ("公开信息60条，比2022年增加12条。", ["正文没有可以和上年报告核对的比较"]),
        ("公开信息60条，群众满意度比上年提高2个百分点。", ["正文没有可以和上年报告核对的比较"]),
        ("公开信息60条（去年48条）。", [("去年48条", None)]),
    ],
)
def test_numbers_of_last_year_are_those_of_last_years_report(now: str, expected: list[Any]) -> None:
    frame = "一、总体情况\n（一）主动公开：全年通过网站{}\n"
    assert told("previous-figure", frame.format(now), frame.format("公开信息50条。")) == expected


def test_numbers_said_in_the_same_words_are_paired_if_they_stand_there_once() -> None:
    frame = "一、总体情况\n（一）主动公开：{}年公开助企信息共{}条，公开就业信息{}条。公开就业信息3条。\n"
    now = report(frame.format(2024, 20, 9), frame.format(2023, 15, 8))
    assert now.previous is not None
    pairs = [(one.lead, int(one.quantity.value), int(last.value)) for one, last in in_both(now, now.previous)]
    assert pairs == [("公开助企信息", 20, 15)]


def test_the_year_of_a_number_is_heeded() -> None:
    text = "一、总体情况\n2023年公开助残信息4条，2024年公开助残信息6条，2021年公开助残信息9条，比上年增加公开助残信息2条。\n"
    assert [(int(one.quantity.value), one.last) for one in led(report(text))] == [(4, True), (6, False)]


def test_years_make_no_difference_to_a_text() -> None:
    assert undated("2024年，本年度 我镇公开 5 条") == "，我镇公开5条"


def test_hostile_text_takes_linear_time() -> None:
    text = (
        "一、总体情况\n"
        + "比上年增加1条" * 4000
        + "。\n五、存在的主要问题及改进情况\n"
        + "下一步" * 9000
        + "\n"
    )
    found = report(text, text)
    for rule in RULES.values():
        assert len(list(CHECKS[rule.check](found, rule.options))) < 10_000


def test_where_the_whole_report_is_last_years_its_section_is_nothing_of_its_own() -> None:
    now = report(PROBLEMS.format(OWN, "补齐编号"), PROBLEMS.format(OWN, "公开检查结果"))
    rule = RULES["same-problems"]
    for share, count in ((0.49, 1), (0.5, 0)):
        one = replace(now, alike=Alike(Similarity(previous=share, compared_chars=600)))
        assert len(list(again.check(one, rule.options))) == count
