"""The words of section headings: variants, slips and wrong terms."""

import pytest

from linter.analysis import analyse
from linter.bundled import RULES
from linter.checks.heading import Options, check
from linter.readers.from_txt import parse
from linter.rulebook import load_rules

HEADINGS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)


@pytest.fixture(scope="module")
def options() -> Options:
    rule = next(one for one in load_rules([RULES / "structure"]) if one.id == "section-heading")
    assert isinstance(rule.options, Options)
    return rule.options


def found(options: Options, place: int, heading: str) -> list[tuple[str, str, str | None]]:
    """Of each hit in a report with that heading in the place of the form's: what it stands on, what the fix
    puts there, and its severity."""
    headings = [*HEADINGS[:place], heading, *HEADINGS[place + 1 :]]
    body = "".join(
        f"{mark}、{one}\n公开信息12条。\n" for mark, one in zip("一二三四五六", headings, strict=True)
    )
    report = analyse(parse(f"青禾镇人民政府2023年政府信息公开工作年度报告\n{body}"))
    hits = list(check(report, options))
    return [(report[one.span], one.fix.edits[0].text, one.severity) for one in hits if one.fix]


@pytest.mark.parametrize(
    ("place", "heading"),
    [
        (0, "工作总体推进情况"),
        (0, "政府信息公开工作的基本概况"),
        (1, "行政机关主动公开政府信息的情况"),
        (2, "收到、处理政府信息公开申请情况"),
        (3, "因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
        (3, "政府信息公开行政复议，行政诉讼情况"),
        (4, "存在问题和整改情况"),
        (4, "存在的困难和薄弱环节及下一步打算"),
        (5, "其他需要汇报事项"),
        (1, "• 主动公开情况"),
        (1, "●主动公开政府信息情况"),
        (4, "·存在的主要问题及改进情况"),
    ],
)
def test_wordings_of_usual_words_are_right(options: Options, place: int, heading: str) -> None:
    assert found(options, place, heading) == []


@pytest.mark.parametrize("place", range(6))
def test_two_characters_that_changed_places_are_found_in_every_heading(options: Options, place: int) -> None:
    right = HEADINGS[place]
    wrong = right[0] + right[2] + right[1] + right[3:]
    assert found(options, place, wrong) == [(wrong, right, None)]


@pytest.mark.parametrize(
    ("place", "heading"),
    [(1, "主动公幵政府信息情况"), (2, "收到和处里政府信息公开申请情况"), (5, "其他需要报告的是项")],
)
def test_a_mistyped_heading_is_found_whether_or_not_it_is_recognised(
    options: Options, place: int, heading: str
) -> None:
    assert found(options, place, heading) == [(heading, HEADINGS[place], None)]


def test_wrong_terms_are_pointed_at_by_themselves(options: Options) -> None:
    assert found(options, 5, "其它需要报告的事项") == [("其它", "其他", None)]
    assert found(options, 4, "政务公开存在的主要问题及改进情况") == [("政务公开", "政府信息公开", None)]


def test_a_name_of_its_own_that_is_like_a_missing_heading_is_a_warning(options: Options) -> None:
    assert found(options, 1, "政府信息公开情况") == [("政府信息公开情况", HEADINGS[1], "warning")]


def test_a_bullet_before_a_heading_is_none_of_its_words(options: Options) -> None:
    assert found(options, 1, "•主动公幵政府信息情况") == [("主动公幵政府信息情况", HEADINGS[1], None)]


def test_what_is_only_said_twice_is_another_fault(options: Options) -> None:
    assert found(options, 4, "存在的的主要问题及改进情况") == []
