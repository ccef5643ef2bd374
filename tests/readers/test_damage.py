"""What conversions spoil is known by its marks; sound text is left alone."""

import pytest

from linter.readers.damage import damaged


@pytest.mark.parametrize(
    ("text", "spoilt"),
    [
        ("统计期限自202311日至1231日止。", ["202311日至1231日"]),
        ("自20231月1日起。", ["20231月1日"]),
        ("国办函2020109号规定。", ["2020109号"]),
        ("联系电话：0000-61***23。", ["***23"]),
        ("依据《办法的规定。", ["办法的规定"]),
        ("公开\ufffd\ufffd信息。", ["\ufffd\ufffd"]),
        ("2023年1月1日至12月31日，国办函〔2020〕109号，《办法》规定。", []),
        ("2023年收到申请12件，第2023号。", []),
    ],
)
def test_damage_is_found_where_it_is(text: str, spoilt: list[str]) -> None:
    assert [text[one.start : one.end] for one in damaged(text)] == spoilt
