"""Two versions of a text: every changed character, numbers as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.language.differences import differences, replaced


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("公开36条", "公开36条", []),
        ("公开36条", "公开38条", [("36", "38")]),
        ("公开1236条", "公开136条", [("1236", "136")]),
        ("2023年公开", "2024年公开", [("2023", "2024")]),
        ("青禾镇的渡口", "石桥镇的水车", [("青禾", "石桥"), ("渡口", "水车")]),
        ("修缮，清点。", "修缮。清点，", []),
        ("修缮水车", "水车", [("修缮", "")]),
        ("水车", "水车两架", [("", "两架")]),
    ],
)
def test_what_was_changed(one: str, other: str, told: list[tuple[str, str]]) -> None:
    assert list(replaced(one, other)) == told


@given(st.text("甲乙12，", max_size=30), st.text("甲乙12，", max_size=30))
def test_the_changes_make_one_the_other(one: str, other: str) -> None:
    made, at = "", 0
    for start, end, other_start, other_end in differences(one, other):
        made, at = made + one[at:start] + other[other_start:other_end], end
    assert made + one[at:] == other


def test_very_long_texts_are_compared_from_both_ends() -> None:
    one, other = "甲" * 9000 + "乙" * 9000, "甲" * 9000 + "丙" * 9000
    assert [tuple(change) for change in differences(one + "丁", other + "丁")] == [(9000, 18000, 9000, 18000)]
