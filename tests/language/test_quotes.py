"""Stretches that are somebody else's words."""

import pytest

from linter.language.quotes import covered, quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("无引号", ()),
        ("见《甲》和“乙”。", ((1, 4), (5, 8))),
        ("“见《甲》”后", ((0, 6),)),
        ("前《没有收尾", ((1, 6),)),
        ("没有开头》后", ((0, 5),)),
        ("好”。“坏", ((0, 2), (3, 5))),
    ],
)
def test_quotes_reach_to_their_partner_or_to_the_edge(
    text: str, expected: tuple[tuple[int, int], ...]
) -> None:
    assert quoted(text) == expected


def test_a_stretch_is_covered_where_it_shares_a_character() -> None:
    stretches = ((2, 4), (6, 9))
    assert [covered(stretches, at, at + 1) for at in range(10)] == [
        2 <= at < 4 or 6 <= at < 9 for at in range(10)
    ]
