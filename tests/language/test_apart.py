"""Words that stand in one clause."""

import pytest

from linter.language.apart import LONGEST, apart, clause, key, parts_of

PHRASES = tuple(map(parts_of, ("加强…力度", "通过…，使", "涉及到")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加强公开力度", ["加强公开力度"]),
        ("加强培训加强力度", ["加强力度"]),
        ("加强培训，加大力度", []),
        ("通过培训，使", ["通过培训，使"]),
        ("通过培训，学习，使", []),
        ("力度加强涉及到", ["涉及到"]),
        ("加强" + "很" * 60 + "力度", []),
    ],
)
def test_words_count_in_order_and_within_a_clause(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in apart(text, PHRASES)] == expected


def test_the_longest_word_is_looked_for() -> None:
    assert [key(one) for one in PHRASES] == ["力度", "，使", "涉及到"]


def test_a_clause_has_the_marks_on_either_side() -> None:
    text = "甲乙，加强力度；丙丁"
    assert text[slice(*(clause(text, 3, 7, 0, len(text)) or ()))] == "，加强力度；"
    assert text[slice(*(clause(text, 8, 10, 0, len(text)) or ()))] == "；丙丁"


def test_without_marks_there_is_no_clause() -> None:
    text = "长" * (3 * LONGEST)
    assert clause(text, LONGEST + 50, LONGEST + 60, 0, len(text)) is None
