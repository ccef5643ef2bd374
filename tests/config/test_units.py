"""A unit register is read strictly."""

import pytest

from linter.config.units import load_units
from linter.model.errors import UsageError
from linter.model.register import Register, Unit

from .conftest import Write

TEXT = """\
[[unit]]
name = "青禾镇人民政府"
level = "镇"
parents = ["岚江市", "云溪县"]
aliases = ["青禾镇", "青禾"]

[[unit]]
name = "财政局"
level = "部门"
"""


def test_units_have_names_levels_upper_levels_and_aliases(write: Write) -> None:
    town = Unit("青禾镇人民政府", "镇", ("岚江市", "云溪县"), ("青禾镇", "青禾"))
    assert load_units(write("units.toml", TEXT)) == Register((town, Unit("财政局", "部门")))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "财政局"', 'nmae = "财政局"', "8：unit[1].nmae：没有这个键，是不是 name？"),
        ('level = "部门"', "", "7：unit[1].level：缺少这个键"),
        ('level = "部门"', 'level = "局"', "9：unit[1].level：不能是 '局'，只能是 乡 区 县"),
        ('"青禾"]', "3]", "5：unit[0].aliases[1]：应为 文字，实为 整数"),
        ("[[unit]]", "[[units]]", "1：units：没有这个键，是不是 unit？"),
        (TEXT, "unit = []", "1：unit：不能为空"),
        (TEXT, "", "1：unit：缺少这个键"),
        (
            '"财政局"\nlevel = "部门"',
            '"小青"\nlevel = "部门"\nparents = ["岚江市", "云溪县"]\naliases = ["x", "青禾"]',
            "11：unit[1].aliases[1]：第 2 行的单位已经叫 青禾",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(write: Write, old: str, new: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        load_units(write("units.toml", TEXT.replace(old, new)))
    assert error.value.zh.startswith(f"units.toml:{said}"), error.value.zh


def test_units_of_different_counties_may_share_a_name(write: Write) -> None:
    other = '[[unit]]\nname = "青禾镇人民政府"\nlevel = "镇"\nparents = ["岚江市", "松岭县"]\n'
    assert len(load_units(write("units.toml", TEXT + other)).units) == 3
