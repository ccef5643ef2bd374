"""Marks written with another number."""

import pytest

from linter.language.marks import ordinal
from linter.language.ordinals import han, respell, spellings


def test_numerals_read_back_as_written() -> None:
    assert [ordinal(han(number)) for number in range(1, 100)] == list(range(1, 100))


@pytest.mark.parametrize(
    ("mark", "number", "expected"),
    [
        ("三是", 4, "四是"),
        ("十一是", 12, "十二是"),
        ("（二）", 3, "（三）"),
        ("五、", 20, "二十、"),
        ("第五", 3, "第三"),
        ("2.", 3, "3."),
        ("（9）", 10, "（10）"),
        ("３、", 4, "４、"),
        ("③", 4, "④"),
    ],
)
def test_a_mark_keeps_its_form(mark: str, number: int, expected: str) -> None:
    assert respell(mark, number) == expected


def test_other_forms_of_a_mark_are_those_of_its_family() -> None:
    assert ("一要" in spellings("一是", 1), "首先" in spellings("一是", 1), "1." in spellings("一是", 1)) == (
        True,
        True,
        False,
    )
