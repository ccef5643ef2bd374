"""A form that is no longer in force."""

import pytest

from linter.analysis import analyse
from linter.checks.form import Options, check
from linter.model.finding import NotAssessed
from linter.readers.from_txt import parse
from tests.composing import compose

OPTIONS = Options(
    form="2019",
    until=2020,
    labels=("上一年项目数量", "本年新制作数量"),
    notices={2019: "60号", 2021: "30号"},
    headings=("收费及减免",),
)


def found(text: str) -> list[tuple[str, object]]:
    """Of each hit what it stands on and the notice in force; of a refusal its reason."""
    report = analyse(parse(text))
    return [
        ("-", one.reason.zh) if isinstance(one, NotAssessed) else (report[one.span], one.values["notice"])
        for one in check(report, OPTIONS)
    ]


@pytest.mark.parametrize("seed", range(20))
def test_the_old_tables_are_right_in_their_years_and_found_in_later_ones(seed: int) -> None:
    composed = compose(seed, form="2019")
    assert found(composed.text) == []
    later = composed.text.replace(str(composed.year), "2023")
    assert found(later) == [("本年新制作数量", "30号")]


@pytest.mark.parametrize("seed", range(20))
def test_the_form_in_force_is_right(seed: int) -> None:
    assert found(compose(seed).text) == []


@pytest.mark.parametrize(("year", "notice"), [(2020, "60号"), (2022, "30号")])
def test_older_headings_are_told_of_with_the_notice_of_the_year(year: int, notice: str) -> None:
    text = f"青禾镇{year}年政府信息公开工作年度报告\n一、概述\n公开12条。\n二、收费及减免情况\n没有收费。\n"
    assert ("二、收费及减免情况", notice) in found(text)


def test_without_a_year_nothing_is_judged() -> None:
    assert found("青禾镇政府信息公开工作年度报告\n一、概述\n公开12条。") == [("-", "看不出是哪一年的报告")]
