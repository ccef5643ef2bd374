"""What msgspec says of a value that stands in no file of ours."""

from typing import Literal

import msgspec
import pytest

from linter.model.finding import Words
from linter.rulebook.conform import described


class Given(msgspec.Struct, forbid_unknown_fields=True):
    """Values of several kinds."""

    name: str
    names: str | list[str] = ""
    lang: Literal["zh", "en"] = "zh"
    pair: tuple[int, int] = (0, 0)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ({}, "name：缺少这个键", "name: this key is missing"),
        ({"name": "a", "nam": 1}, "nam：没有这个键", "nam: there is no such key"),
        ({"name": []}, "name：应为 文字，实为 列表", "name: expected str, got array"),
        (
            {"name": "a", "names": 1},
            "names：应为 文字 或 列表，实为 整数，请加引号",
            "names: expected str | array, got int; put it in quotes",
        ),
        (
            {"name": "a", "names": ["", {}]},
            "names[1]：应为 文字，实为 键值",
            "names[1]: expected str, got object",
        ),
        ({"name": "a", "lang": "fr"}, "lang：不能是 'fr'", "lang: cannot be 'fr'"),
        (
            {"name": "a", "pair": [1]},
            "pair：应为 列表，长度 2，实为 1",
            "pair: expected array of length 2, got 1",
        ),
        ([], "应为 键值，实为 列表", "expected object, got array"),
    ],
)
def test_it_is_said_in_both_languages(value: object, zh: str, en: str) -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(value, Given)
    assert described(str(caught.value)) == Words(zh, en)
