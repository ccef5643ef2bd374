"""What section five says of problems, and of what is done about them."""

import pytest

from linter.analysis import analyse
from linter.checks.problems import Options, check
from linter.model.finding import NotAssessed, Words
from linter.model.report import Report
from linter.readers.from_txt import parse
from tests.checks.timing import growth

HEAD = "五、存在的主要问题及改进情况\n"
THIN = Options(
    "thin",
    general=("问题", "不足"),
    faults=("单一", "不及时"),
    signs=("不", "慢"),
    harmless=("不断",),
    remedies=("将", "制作"),
    earlier=("上年",),
    things=("解读",),
    denials=("无", "不存在"),
    empty=("形式单一",),
    most=40,
)
PLANS = Options("plans", faults=("单一",), future=("将",), done=("已",))


def report(text: str) -> Report:
    return analyse(parse(f"{HEAD}{text}\n六、其他需要报告的事项\n无。\n"))


def fault(text: str, options: Options) -> list[str]:
    """What is said of section five, in English."""
    hits = [one for one in check(report(text), options) if not isinstance(one, NotAssessed)]
    said = [one.values["fault"] for one in hits]
    return [one.en for one in said if isinstance(one, Words)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("无。", "only says that there are none"),
        ("本乡不存在问题。", "only says that there are none"),
        ("今后将不断努力。", "names no problem"),
        ("还有不足。将不断努力。", "says that there are shortcomings and not which"),
        ("解读单一，更新不及时。", "names problems and nothing that is done about them"),
        ("解读形式单一。将制作图解。", "is general: no matter, column or number"),
    ],
)
def test_a_section_that_says_nothing_is_told_what_is_wanting(text: str, said: str) -> None:
    assert fault(text, THIN) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "更新不及时。将指定专人。",
        "解读有不足。将制作图解。",
        "更新慢。",
        "“解读”专栏形式单一。将制作图解。",
        "上年的问题有了好转，解读单一。",
        "全年只有2期图解。",
    ],
)
def test_a_section_that_may_say_something_is_left_alone(text: str) -> None:
    assert fault(text, THIN) == []


def test_what_is_only_planned_is_told_from_what_was_done() -> None:
    texts = ("解读单一。将制作图解。", "解读单一。已制作图解。", "解读单一。", "将制作图解。")
    said = ["tells of plans, not of what was done"]
    assert [fault(text, PLANS) for text in texts] == [said, [], [], []]


def test_without_the_section_or_its_text_nothing_is_judged() -> None:
    without = analyse(parse("一、总体情况\n公开12条。\n"))
    told = [*check(without, THIN), *check(report(""), THIN)]
    assert [isinstance(one, NotAssessed) for one in told] == [True, True]


@pytest.mark.parametrize("unit", ["解读形式单一，", "无。", "不断", "将制作。\n"])
def test_a_hostile_section_takes_time_in_step_with_its_length(unit: str) -> None:
    assert growth(check, THIN, lambda length: report(unit * (length // len(unit))), 40_000) < 8
