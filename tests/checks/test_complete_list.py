"""等 behind lists that are whole."""

import pytest

from linter.analysis import analyse
from linter.checks.complete_list import Options, check
from linter.readers.from_txt import parse
from tests.checks.timing import growth, report_of

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
OPTIONS = Options(openers=("其中", "包括"), strangers=("共",), unless=("等级",))


def found(text: str) -> list[tuple[object, object]]:
    """The total and the parts of each list."""
    report = analyse(parse(HEAD + text))
    return [(one.values["total"], one.values["addends"]) for one in check(report, OPTIONS)]


def test_parts_that_make_the_total_are_all() -> None:
    assert found("公开信息30条，其中政策18条、公告12条等。") == [("30条", "18 + 12")]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息40条，其中政策18条、公告12条等。",
        "公开信息30条，其中政策18条、公告12条，等级为优。",
        "公开信息30条，其中政策18条、公告12条等级靠前。",
        "公开信息30余条，其中政策18条、公告12条等。",
        "公开政策、公告等。",
    ],
)
def test_other_lists_may_end_so(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["其中3条等", "30条，其中18条、12条等。", "1条等，"])
def test_the_time_keeps_step_with_the_text(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report_of(unit, length)) < 8
