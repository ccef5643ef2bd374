"""Wordings with a shape."""

from typing import Any

import pytest

from linter.analysis import analyse
from linter.checks.pattern import Options, check, objection
from linter.readers.from_txt import parse

TITLE = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"


def hits(text: str, **options: Any) -> list[tuple[str, str | None]]:
    """What is pointed at, and what the fix puts in its place."""
    report = analyse(parse(TITLE + text))
    found = check(report, Options(**options))
    return [(report[one.span], one.fix.edits[0].text if one.fix else None) for one in found]


def test_named_groups_fill_the_fix() -> None:
    find = r"(?P<number>\d{1,4})余(?P<unit>[条件])"
    assert hits("公开68余条。", find=find, fix="{number}{unit}") == [("68余条", "68条")]


def test_a_group_may_be_what_is_pointed_at() -> None:
    assert hits("加强对解读质量把关。", find=r"对.{2,8}(?P<here>把关)", point="here") == [("把关", None)]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, [("12月", None), ("13月", None)]),
        ({"unless": (r"\d{1,2}月份",)}, [("12月", None)]),
        ({"having": ("条",)}, [("12月", None)]),
        ({"lacking": ("条",)}, [("13月", None)]),
        ({"quoted": True}, [("12月", None), ("1月", None), ("13月", None)]),
    ],
)
def test_contexts_narrow_what_is_found(options: dict[str, Any], expected: list[tuple[str, None]]) -> None:
    assert hits("12月公开2条，见《1月通报》。13月份没有。", find=r"\d{1,2}月", **options) == expected


def test_headings_may_be_searched_alone() -> None:
    assert hits("（一）主动公开。\n总体情况良好。", find="总体", over="headings") == [("总体", None)]


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"find": "存在(?:一些|以下)?不足，"}, None),
        ({"find": r"(?P<a>.{2,6})[和与](?P=a)"}, None),
        ({"find": r"(?:,\d{3}){0,9}"}, None),
        ({"find": r"[\]*+]{1,3}\*"}, None),
        ({"find": "(未闭合"}, "find"),
        ({"find": "甲.*乙"}, "find"),
        ({"find": "甲+?"}, "find"),
        ({"find": "甲{2,}"}, "find"),
        ({"find": "(?:甲{1,3}乙?){0,9}"}, "find"),
        ({"find": "(?:甲|甲){0,30}丙"}, "find"),
        ({"find": ".{0,60}甲.{0,60}乙.{0,60}丙"}, "find"),
        ({"find": "甲", "unless": ("乙*",)}, "unless"),
        ({"find": "(?P<a>甲)", "point": "b"}, "point"),
        ({"find": "(?P<a>甲)", "fix": "{b}"}, "fix"),
    ],
)
def test_expressions_that_could_run_long_or_are_wrong_are_refused(
    options: dict[str, Any], key: str | None
) -> None:
    refused = objection(Options(**options))
    assert (refused[0] if refused else None) == key


def test_everything_is_searched_up_to_the_title_and_the_signature() -> None:
    text = "XX镇2023年政府信息公开工作年度报告\n一、总体情况\n公开XX条。\n电话：XX\nXX镇人民政府\n2024年XX月3日\n"
    report = analyse(parse(text))
    assert [report[one.span] for one in check(report, Options("X{2}", over="everything"))] == ["XX"] * 5


def test_many_matches_can_be_one_finding_whose_fix_is_for_all() -> None:
    report = analyse(parse(TITLE + "公开３条。更新４个，培训５次。"))
    options = Options(find="[３-５]", fix="N", safe=True, together=1)
    one = tuple(check(report, options))
    assert [(report[hit.span], hit.values["count"], len(hit.fix.edits) if hit.fix else 0) for hit in one] == [
        ("３", 3, 3)
    ]


def test_few_matches_stay_apart() -> None:
    assert hits("公开３条。更新４个。", find="[３-５]", together=2) == [("３", None), ("４", None)]


def test_too_many_matches_were_not_made_by_the_author() -> None:
    assert hits("公开３条。更新４个，培训５次。", find="[３-５]", most=2) == []
