"""Whether a section speaks of its topics."""

import pytest

from linter.analysis import analyse
from linter.bundled import RULES
from linter.checks.topics import check
from linter.model.finding import Hit, NotAssessed
from linter.model.rule import Rule
from linter.readers.from_txt import parse
from linter.rulebook import load_rules

TITLE = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告"
TOPICS = {
    "（一）主动公开": "全年公开各类信息36条。",
    "（二）依申请公开": "全年未收到政府信息公开申请。",
    "（三）政府信息管理": "发布前逐条审核，全年无泄密。",
    "（四）平台建设": "维护微信公众号1个，更新栏目5个。",
    "（五）监督保障": "组织培训2次，未发生责任追究。",
}


@pytest.fixture(scope="module")
def rule() -> Rule:
    return next(one for one in load_rules([RULES / "structure"]) if one.id == "missing-topic")


def missing(rule: Rule, *lines: str) -> list[str]:
    """The topics that a section one of those lines does not speak of; `-` where it is not judged."""
    report = analyse(parse("\n".join([TITLE, "一、总体情况", *lines, "二、主动公开政府信息情况"])))
    found = list(check(report, rule.options))
    return ["-" if isinstance(one, NotAssessed) else one.values["topic"].zh for one in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize("joint", ["\n", "。", "："])
def test_five_headings_with_text_cover_five_topics(rule: Rule, joint: str) -> None:
    assert missing(rule, *(f"{heading}{joint}{text}" for heading, text in TOPICS.items())) == []


def test_running_text_without_headings_covers_topics(rule: Rule) -> None:
    assert missing(rule, "".join(TOPICS.values())) == []


@pytest.mark.parametrize("heading", TOPICS)
def test_a_topic_left_out_is_missing_though_others_touch_it(rule: Rule, heading: str) -> None:
    rest = [f"{one}\n{text}" for one, text in TOPICS.items() if one != heading]
    assert len(missing(rule, *rest)) == 1


@pytest.mark.parametrize("heading", TOPICS)
def test_a_heading_with_its_name_again_under_it_does_not_cover(rule: Rule, heading: str) -> None:
    lines = [f"{one}\n{text if one != heading else f'加强{one[3:]}。'}" for one, text in TOPICS.items()]
    assert len(missing(rule, *lines)) == 1


@pytest.mark.parametrize("heading", TOPICS)
def test_a_heading_with_nothing_under_it_is_another_fault(rule: Rule, heading: str) -> None:
    lines = [f"{one}\n{text}" if one != heading else one for one, text in TOPICS.items()]
    assert missing(rule, *lines) == []


def test_a_list_of_the_names_covers_nothing(rule: Rule) -> None:
    names = "从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面推进工作。"
    assert len(missing(rule, names)) == 5


def test_a_sentence_about_the_report_covers_nothing(rule: Rule) -> None:
    about = "本报告的电子版可以在县政府网站下载，如有疑问请与政务公开办联系。"
    assert len(missing(rule, "2024年，我镇工作有序推进。", about)) == 5


def test_a_section_of_words_about_the_report_is_not_judged(rule: Rule) -> None:
    assert missing(rule, "本报告的电子版可以在县政府网站下载，如有疑问请与政务公开办联系。") == ["-"]


def test_a_mistyped_heading_is_recognised(rule: Rule) -> None:
    lines = [f"{one}\n{text}" for one, text in TOPICS.items()]
    assert missing(rule, lines[0].replace("主动公开", "主动公幵"), *lines[1:]) == []


def test_nothing_done_said_so_is_a_report(rule: Rule) -> None:
    lines = [f"{one}\n{text if '依' not in one else '无。'}" for one, text in TOPICS.items()]
    assert missing(rule, *lines) == []


def test_without_section_one_nothing_is_judged(rule: Rule) -> None:
    found = list(check(analyse(parse(f"{TITLE}\n二、主动公开政府信息情况\n无。")), rule.options))
    assert [type(one) for one in found] == [NotAssessed]


def test_the_hit_stands_on_the_sections_heading(rule: Rule) -> None:
    report = analyse(parse(f"{TITLE}\n一、总体情况\n（一）主动公开\n公开信息36条。"))
    found = [one for one in check(report, rule.options) if isinstance(one, Hit)]
    assert {report[one.span] for one in found} == {"一、总体情况"}
