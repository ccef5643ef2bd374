"""Names of townships, counties and what stands above them."""

import pytest

from linter.language.places import own_places, places
from linter.model.document import Span
from linter.model.report import Title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "岚江市云溪县青禾镇人民政府",
            [("岚江", "upper"), ("云溪", "county"), ("青禾", "township")],
        ),
        ("湖镇镇人民政府", [("湖镇", "township")]),
        ("景德镇市云溪区", [("景德镇", "upper"), ("云溪", "county")]),
        ("青陂回族乡政府", [("青陂回族", "township")]),
        ("石桥街道办事处", [("石桥", "township")]),
        ("云溪县水利局", [("云溪", "county")]),
        ("青禾镇和石桥街道", [("青禾", "township")]),
    ],
)
def test_names_are_read_one_after_the_other(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.root, one.kind) for one in places(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "我镇",
        "各乡镇",
        "全县",
        "城镇建设",
        "县政府办公室",
        "经济开发区管委会",
        "云溪新区",
        "社区网格",
        "政务公开专区",
        "农业办乡村振兴科",
        "试点街道",
        "部分乡镇",
        "乡镇街道",
        "海关关区",
        "云溪风景名胜区",
        "空港经济区",
        "自治区水利厅",
        "自治县教育局",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert list(places(text)) == []


def test_spans_count_from_where_the_text_stands() -> None:
    assert [one.span for one in places("云溪县青禾镇", 10)] == [Span(10, 13), Span(13, 16)]


def test_a_title_names_the_unit_and_those_above_it() -> None:
    title = Title(Span(0, 0), "青禾镇人民政府", ("岚江市", "云溪县"), "镇")
    assert [one.root for one in own_places(title)] == ["岚江", "云溪", "青禾"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("青陂乡", "青陂回族乡", True),
        ("云溪县", "云溪区", True),
        ("青禾镇", "青禾乡", True),
        ("青禾镇", "柳泉乡", False),
        ("云溪县", "云溪镇", False),
    ],
)
def test_two_names_may_be_of_one_unit(one: str, other: str, *, same: bool) -> None:
    assert next(places(one)).may_be(next(places(other))) == same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("青兰河右翼中旗", "青右中旗", True),
        ("云尔伯特蒙古族自治县", "云蒙县", True),
        ("青兰河右翼中旗", "青右后旗", False),
        ("云溪县", "云河县", False),
        ("青兰河右翼镇", "青右镇", False),
    ],
)
def test_a_long_county_name_may_be_contracted(one: str, other: str, same: bool) -> None:
    (first,), (second,) = places(one), places(other)
    assert (first.may_be(second), second.may_be(first)) == (same, same)
