"""Numbers that point back at a list."""

import pytest

from linter.analysis import analyse
from linter.checks.referred import Options, check
from linter.model.report import Report
from linter.readers.from_txt import parse
from tests.checks.timing import growth

OPTIONS = Options(("上述", "以上"), ("问题", "不足"), ("一是", "第一", "1."))


def report(text: str) -> Report:
    return analyse(parse(f"五、存在的主要问题及改进情况\n{text}\n六、其他需要报告的事项\n无。\n"))


def found(text: str) -> list[tuple[str, object]]:
    one = report(text)
    return [(one[hit.span], hit.values["right"]) for hit in check(one, OPTIONS)]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("问题有：一是慢；二是少。针对上述三个问题，已整改。", ("三", "两个")),
        ("不足：\n1.更新比较慢。\n2.图解比较少。\n3.培训比较少。\n以上2点不足已整改。", ("2", "3点")),
    ],
)
def test_another_number_is_pointed_at(text: str, hit: tuple[str, str]) -> None:
    assert found(text) == [hit]


@pytest.mark.parametrize(
    "text",
    [
        "问题有：一是慢；二是少。针对上述两个问题，已整改。",
        "做法有：一是慢；二是少。针对上述三个问题，已整改。",
        "问题有：一是慢；二是少。还有不足：一是旧；二是散。针对上述四个问题，已整改。",
        "针对上述三个问题，已整改。问题有：一是慢；二是少。",
        "问题有：一是慢；二是少。上述问题已整改。",
    ],
)
def test_the_right_number_or_an_uncertain_list_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["上述三个问题。", "问题：一是慢；二是少。上述三个问题。"])
def test_a_hostile_text_takes_time_in_step_with_its_length(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report(unit * (length // len(unit))), 40_000) < 8
