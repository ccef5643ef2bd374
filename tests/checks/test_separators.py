"""What stands between the items of a list."""

import pytest

from linter.analysis import analyse
from linter.checks.separators import Options, check
from linter.model.report import Report
from linter.readers.from_txt import parse
from tests.checks.timing import growth

OPTIONS = Options(("一是", "第一", "（1）", "①", "1.", "1、"))


def report(text: str) -> Report:
    return analyse(parse(f"一、总体情况\n{text}\n二、主动公开政府信息情况\n"))


def found(text: str) -> list[str]:
    """The text up to each hit, and what all its edits put there."""
    one = report(text)
    hits = list(check(one, OPTIONS))
    return [
        one.document.text[hit.span.start - 3 : hit.span.end]
        + "→"
        + "".join(edit.text for edit in (hit.fix.edits if hit.fix else ()))
        for hit in hits
    ]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("一是更新栏目；二是制作图解。三是办好培训；四是检查。", "作图解。→；"),
        ("一是更新栏目。二是制作图解；三是办好培训。", "新栏目。→；"),
        ("一是更新。按月更新；二是制作图解。三是办好培训。", "月更新；→。"),
        ("一是更新，二是图解；三是培训；四是检查。", "是更新，→；"),
        ("一是更新。按月更新；二是制作图解；三是办好培训。", "是更新。→"),
        ("（1）更新栏目，按月；\n（2）制作图解。\n（3）办好培训。", "作图解。→；"),
    ],
)
def test_separators_of_two_kinds_are_pointed_at(text: str, hit: str) -> None:
    assert found(text) == [hit]


@pytest.mark.parametrize(
    "text",
    [
        "一是更新；二是图解；三是培训。全年没有泄密。",
        "一是更新。按月。二是图解。两期。三是培训。",
        "一是更新，二是图解，三是培训。",
        "一是按“先审后发。”更新；二是图解（两期。）；三是培训。",
        "问题：一是慢；二是少。下一步，一是更新。二是图解。三是培训。",
        "二是图解；三是培训。四是检查。",
        "一是更新”二是图解；三是培训。",
    ],
)
def test_separators_of_one_kind_are_right(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["一是更新；二是图解。", "一是甲。乙；", "（1）甲；\n（2）乙。\n"])
def test_a_hostile_list_takes_time_in_step_with_its_length(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report(unit * (length // len(unit))), 40_000) < 8
