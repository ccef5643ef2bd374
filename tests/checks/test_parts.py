"""The parts that a report announces, lists and has."""

import pytest

from linter.analysis import analyse
from linter.bundled import RULES
from linter.checks.parts import Options, check
from linter.readers.from_txt import parse
from linter.rulebook import load_rules
from tests.composing import compose

SIX = (
    "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、"
    "存在的主要问题及改进情况"
)
BODY = (
    "一、总体情况\n公开12条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
    "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n更新慢。\n六、其他需要报告的事项\n无。\n"
)


@pytest.fixture(scope="module")
def options() -> Options:
    rule = next(one for one in load_rules([RULES / "structure"]) if one.id == "announced-parts")
    assert isinstance(rule.options, Options)
    return rule.options


def found(options: Options, lead: str) -> list[str]:
    report = analyse(parse(f"青禾镇2023年政府信息公开工作年度报告\n{lead}\n{BODY}"))
    return [report[one.span] for one in check(report, options)]


@pytest.mark.parametrize("join", ["、", "和", "以及", "，以及", "；"])
@pytest.mark.parametrize("end", ["六个部分组成", "等六部分组成", "共6部分构成", ""])
def test_however_the_parts_are_joined_six_are_six(options: Options, join: str, end: str) -> None:
    assert found(options, f"本报告由{SIX}{join}其他需要报告的事项{end}。") == []


@pytest.mark.parametrize(
    "lead",
    [
        f"报告共分六个部分，内容为{SIX}、其他需要报告的事项。",
        f"全文包括前言、{SIX}、其他需要报告的事项以及附表八个部分。",
        "本报告由六个部分组成。",
        "本报告由总体情况、主动公开政府信息情况、存在的主要问题及改进情况等六部分组成。",
        "本报告反映主动公开、依申请公开、政府信息管理、平台建设、监督保障等方面的情况。",
        "本报告中予以公开五件，三部分公开。",
    ],
)
def test_other_ways_to_say_it_right(options: Options, lead: str) -> None:
    assert found(options, lead) == []


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        (f"本报告由{SIX}六个部分组成。", "六个部分"),
        (f"本报告由{SIX}、其他需要报告的事项七个部分组成。", "七个部分"),
        (f"报告共分5个部分，包括：{SIX}、其他需要报告的事项。", "5个部分"),
        ("本报告共分七个部分。", "七个部分"),
        (f"本报告由{SIX}等六部分组成。", "六部分"),
        (f"本报告包括{SIX}。", SIX),
        (f"本报告由{SIX}五个部分组成。", SIX),
    ],
)
def test_what_does_not_agree_is_pointed_at(options: Options, lead: str, said: str) -> None:
    assert found(options, lead) == [said]


def test_composed_leads_agree_with_their_reports(options: Options) -> None:
    reports = (analyse(parse(compose(seed).text)) for seed in range(100))
    assert [hit for report in reports for hit in check(report, options)] == []
