"""Commas where a list is led in."""

import pytest

from linter.analysis import analyse
from linter.checks.led_in import Options, check
from linter.model.report import Report
from linter.readers.from_txt import parse
from tests.checks.timing import growth, report_of

OPTIONS = Options(
    leads=("不足", "工作"),
    announcing=("存在一些", "以下两"),
    plain=("主要表现在",),
    excused=("针对",),
    faults=("不高", "单一"),
    goes_on=("但", "如"),
)


def report(text: str) -> Report:
    return analyse(parse(f"五、存在的主要问题及改进情况\n{text}\n六、其他需要报告的事项\n无。\n"))


def leads(text: str) -> list[object]:
    """The clause before each comma that is pointed at."""
    return [hit.values["lead"] for hit in check(report(text), OPTIONS)]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("还存在一些不足，一是更新慢；二是解读少。", "还存在一些不足"),
        ("今后做好以下两项工作，第一，多更新。第二，多解读。", "今后做好以下两项工作"),
        ("不足主要表现在，（1）更新慢；（2）解读少。", "不足主要表现在"),
        ("存在一些不足，一是更新慢，二是解读少。", "存在一些不足"),
        ("存在一些不足，解读质量不高，更新慢。", "存在一些不足"),
    ],
)
def test_a_comma_before_a_list_is_pointed_at(text: str, lead: str) -> None:
    assert leads(text) == [lead]


@pytest.mark.parametrize(
    "text",
    [
        "存在一些不足：一是更新慢；二是解读少。",
        "针对存在一些不足，一是多更新；二是多解读。",
        "存在一些不足，但质量不高的不多。",
        "存在一些不足，已经整改。",
        "克服不足，一是多更新；二是多解读。",
        "推进“存在一些不足，形式单一”专项整治。",
    ],
)
def test_a_comma_within_a_sentence_is_right(text: str) -> None:
    assert leads(text) == []


@pytest.mark.parametrize("unit", ["存在一些不足，", "存在一些不足，一是慢；二是少。", "不足，，"])
def test_a_hostile_text_takes_time_in_step_with_its_length(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report_of(unit, length)) < 8
