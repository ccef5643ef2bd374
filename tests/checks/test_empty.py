"""Headings with nothing under them."""

from dataclasses import replace

import pytest

from linter.analysis import analyse
from linter.bundled import RULES
from linter.checks.empty import Options, check
from linter.model.finding import NotAssessed
from linter.readers.from_txt import parse
from linter.rulebook import load_rules

TITLE = "青禾镇人民政府2023年政府信息公开工作年度报告\n"
OPTIONS = Options(("overview", "problems", "other"), headings=("改进情况",), about=("本报告", "报告如下"))
TABLES = "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"


def found(body: str) -> list[tuple[str, str | None]]:
    """Of each hit what it stands on and its severity."""
    report = analyse(parse(TITLE + body))
    return [
        ("-", None) if isinstance(one, NotAssessed) else (report[one.span], one.severity)
        for one in check(report, OPTIONS)
    ]


@pytest.mark.parametrize("under", ["", "青禾镇人民政府\n2024年1月15日\n", "（2024年1月15日）\n"])
def test_a_signature_and_a_date_are_nothing(under: str) -> None:
    assert found(f"一、总体情况\n公开12条。\n六、其他需要报告的事项\n{under}") == [
        ("六、其他需要报告的事项", None)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "六、其他需要报告的事项\n无",
        "六、其他需要报告的事项：无",
        "六、无其他需要报告的事项",
        "一、总体情况\n（一）主动公开\n公开12条。\n（二）未收到依申请公开\n",
        f"一、总体情况\n1.主动公开\n（一）加大主动公开力度\n公开12条。\n{TABLES}",
        f"一、总体情况\n公开12条。\n{TABLES}",
        "六、其他需要报告的事项\n联系方式如下：\n电话：0000-6123456\n",
    ],
)
def test_what_says_something_is_not_empty(body: str) -> None:
    assert found(body) == []


def test_empty_topics_and_lower_headings_are_found_where_they_stand() -> None:
    body = "一、总体情况\n（一）主动公开\n公开12条。\n（二）平台建设：\n五、存在问题\n（一）问题\n更新慢。\n（二）改进情况\n"
    assert found(body) == [("（二）平台建设：", None), ("（二）改进情况", None)]


def test_words_about_the_report_alone_are_a_warning() -> None:
    body = f"一、总体情况\n本报告由青禾镇编制。欢迎查阅本报告。\n{TABLES}"
    assert found(body) == [("一、总体情况", "warning")]


def test_an_announcement_alone_is_nothing_and_after_text_is_pointed_at() -> None:
    alone = f"一、总体情况\n现将有关情况报告如下：\n{TABLES}"
    after = "五、存在问题\n更新不及时，已整改。下一步抓好以下几项工作：\n六、其他需要报告的事项\n无。\n"
    assert found(alone) == [("一、总体情况", None)]
    assert found(after) == [("下一步抓好以下几项工作：", "warning")]


def test_where_something_could_not_be_read_nothing_is_judged() -> None:
    document = replace(parse(f"{TITLE}六、其他需要报告的事项\n"), unreadable=(("有图片", "a picture"),))
    assert [type(one) for one in check(analyse(document), OPTIONS)] == [NotAssessed]


def test_rules_that_leave_such_a_section_to_this_one_know_the_same_words() -> None:
    rules = {one.id: one.options for one in load_rules([RULES / "structure"])}
    names = ("empty-section", "missing-topic", "missing-accountability-results")
    assert len({rules[name].about for name in names}) == 1
