"""What is longer than a reader follows."""

import pytest

from linter.analysis import analyse
from linter.checks.length import Options, check
from linter.model.report import Report
from linter.readers.from_txt import parse
from tests.checks.timing import growth, report_of


def report(text: str) -> Report:
    return analyse(parse(f"一、总体情况\n{text}\n二、主动公开政府信息情况\n"))


def found(text: str, options: Options) -> list[tuple[str, object]]:
    one = report(text)
    return [(one[hit.span], hit.values["count"]) for hit in check(one, options)]


def test_the_stretch_up_to_a_stop_is_measured() -> None:
    text = "公开信息若干条；一二三四五六七八九，一二三四五六七八九；更新目录。"
    assert found(text, Options("sentences", 12)) == [("一二三四五六七八九，一二三四五六七八九；", 19)]


@pytest.mark.parametrize(
    "text",
    [
        "依据《一二三四五六七八九》公开。",
        "公开“一二三四五六七八九”。",
        "公 开 若 干 条 信 息 。",
        "公开（一二三四五六七八九）。",
        "见http://www.example.gov.cn/a/b。",
        "公开甲类1条、乙类2条、丙类3条、丁类4条。",
    ],
)
def test_what_is_taken_in_at_a_glance_does_not_count(text: str) -> None:
    assert found(text, Options("sentences", 12)) == []


def test_a_sentence_with_a_set_formula_may_be_long() -> None:
    text = "坚持思想为指导，一二三四五六七八九。"
    assert [found(text, Options("sentences", 12, formulas=some)) == [] for some in ((), ("为指导",))] == [
        False,
        True,
    ]


def test_paragraphs_are_measured_whole() -> None:
    assert found("公开信息。\n公开信息；更新目录。", Options("paragraphs", 8)) == [
        ("公开信息；更新目录。", 10)
    ]


def test_only_the_sections_asked_for_are_measured() -> None:
    assert found("公开信息；更新目录。", Options("paragraphs", 8, ("problems",))) == []


def test_section_one_is_measured_without_its_headings() -> None:
    text = "（一）主动公开\n公开信息。\n（二）依申请公开\n未收到申请。"
    assert found(text, Options("overview", 8)) == [("一、总体情况", 11)]


@pytest.mark.parametrize("unit", ["甲；", "“甲；”", "甲", "《甲》。", "“", "（", "甲1条，", "www.", "a@"])
def test_a_hostile_text_takes_time_in_step_with_its_length(unit: str) -> None:
    assert growth(check, Options("sentences", 120), lambda length: report_of(unit, length)) < 8
