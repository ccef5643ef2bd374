"""What a title is called, whose it is, and of which year."""

import pytest

from linter.analysis import analyse
from linter.checks.title import Options, check
from linter.model.finding import Hit, NotAssessed, Words
from linter.readers.from_txt import parse

FORM = Options("政府信息公开工作年度报告", since=2019)
BODY = "\n一、总体情况\n2023年，我镇主动公开政府信息36条。\n二、主动公开政府信息情况\n"


def found(title: str) -> list[tuple[str, str]]:
    """Of each hit what it stands on and the fault; `-` where the title is not judged."""
    report = analyse(parse(title + BODY))
    made = []
    for one in check(report, FORM):
        if isinstance(one, NotAssessed):
            made.append(("-", one.reason.zh))
        elif isinstance(fault := one.values["fault"], Words):
            made.append((report[one.span], fault.zh))
    return made


@pytest.mark.parametrize(
    "title",
    [
        "云溪县青禾镇人民政府2023年政府信息公开工作年度报告",
        "2023年青禾镇人民政府政府信息公开工作年度报告",
        "2023年青禾镇人民政府信息公开工作年度报告",
        "青禾镇2023年政府信息公开工作年度报告（公开版）",
        "云溪县青禾镇人民政府\n2023年政府信息公开工作年度报告",
        "云溪县政务公开办2023年政府信息公开工作年度报告",
        "云溪县水利局政府信息公开工作年度报告\n（2023年度）\n",
        "XX镇人民政府政府信息公开工作年度报告",
    ],
)
def test_usual_titles_are_right_and_gaps_are_another_fault(title: str) -> None:
    assert found(title) == []


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("政府信息公开年度报告", "写成“政府信息公开年度报告”，缺“工作”"),
        ("政府信息公开工作报告", "写成“政府信息公开工作报告”，缺“年度”"),
        ("信息公开工作年度报告", "写成“信息公开工作年度报告”，缺“政府”"),
        ("政府信息公开年度工作报告", "里“政府信息公开年度工作报告”的字序颠倒"),
        ("政府信息公工开作年度报告", "里“政府信息公工开作年度报告”的字序颠倒"),
        ("政府信息公开工作告年度报", "里“政府信息公开工作告年度报”的字序颠倒"),
        ("政府信息公幵工作年度报告", "写成“政府信息公幵工作年度报告”"),
        ("政务公开工作年报", "写成“政务公开工作年报”"),
    ],
)
def test_another_name_of_the_report_is_pointed_at(name: str, fault: str) -> None:
    assert found(f"青禾镇2023年{name}") == [(name, fault)]


def test_the_fix_of_a_name_takes_the_doubled_word_out_too() -> None:
    hits = list(check(analyse(parse("青禾镇2023年度政府信息公开工作报告" + BODY)), FORM))
    edits = [one.fix.edits for one in hits if isinstance(one, Hit) and one.fix]
    assert [[(edit.span, edit.text) for edit in each] for each in edits] == [
        [((8, 9), ""), ((9, 19), "政府信息公开工作年度报告")]
    ]


def test_year_and_body_must_stand_somewhere_and_the_year_once() -> None:
    name = "政府信息公开工作年度报告"
    assert found(f"青禾镇{name}") == [(f"青禾镇{name}", "没有写年份")]
    assert found(f"2023年{name}") == [(f"2023年{name}", "没有写机关名称")]
    assert found(f"2023年青禾镇2022年{name}") == [("2022年", "写了两个年份（2023年、2022年）")]


def test_a_title_printed_again_is_noted() -> None:
    title = "青禾镇2023年政府信息公开工作年度报告"
    assert found(f"{title}\n\n{title}\n") == [(title, "又印了一遍")]


def test_without_a_title_or_before_the_form_nothing_is_judged() -> None:
    assert found("青禾镇简介") == [("-", "没有找到标题")]
    assert found("青禾镇2017年政府信息公开年度报告") == [("-", "2019年以前的报告另有格式")]
