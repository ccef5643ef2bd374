"""Which county, which report, who is missing."""

from linter.batch.counties import boards, by_folder, counties, missing, named, newest
from linter.batch.outcome import Lost, Read
from linter.model.register import Level, Register, Unit


def read(name: str, unit: str | None = None, level: str | None = "镇", **more: object) -> Read:
    parents, year, signed = (
        more.get(key, usual) for key, usual in (("parents", ()), ("year", 2024), ("signed", ""))
    )
    assert isinstance(parents, tuple)
    assert isinstance(year, int)
    assert isinstance(signed, str)
    return Read(name, "", unit, level, parents, year, signed, "")


def unit(name: str, level: Level = "镇", parents: tuple[str, ...] = ("清江市", "云溪县")) -> Unit:
    return Unit(name, level, parents)


def test_the_nearest_folder_called_like_a_county_is_one() -> None:
    names = ("清江市/云溪县/乡镇/a.txt", "清江市/石桥区2024/b.txt", "reports/c.txt", "县里的/d.txt")
    assert [by_folder(name) for name in names] == ["云溪县", "石桥区", "", ""]


def test_the_register_knows_better_than_the_folder() -> None:
    register = Register((unit("青禾镇"),))
    assert counties([read("石桥区/a.txt", "青禾镇"), read("石桥区/b.txt", "柳泉乡")], register) == [
        "云溪县",
        "石桥区",
    ]


def test_a_title_that_names_another_county_makes_none() -> None:
    reads = [read(f"{n}.txt", f"甲{n}镇", parents=("云溪县",)) for n in range(5)]
    assert counties([*reads, read("x.txt", "乙镇", parents=("石桥区",))], None) == ["云溪县"] * 6


def test_titles_of_several_counties_in_one_folder_part_them() -> None:
    reads = [read(f"{n}.txt", f"甲{n}镇", parents=(("云溪县", "石桥区")[n % 2],)) for n in range(6)]
    assert counties(reads, None) == ["云溪县", "石桥区"] * 3


def test_a_department_names_its_county() -> None:
    reads = [read(f"{one}.txt", f"云溪县{one}局", "部门") for one in "水林农"]
    assert counties([*reads, read("d.txt", "丁镇")], None) == ["云溪县"] * 4


def test_what_names_begin_with_is_the_county_else_the_folder() -> None:
    assert [named(units, "夹") for units in (["云溪县甲镇", "云溪县乙乡"], ["甲镇", "乙乡"], [])] == [
        "云溪县",
        "夹",
        "夹",
    ]


def test_the_later_year_counts_and_then_the_later_signature() -> None:
    reads = [
        read("a.txt", "青禾镇人民政府", year=2023),
        read("b.txt", "青禾镇", signed="2025-01-09"),
        read("c.txt", "青禾镇", signed="2025-01-20"),
    ]
    kept, double = newest(reads)
    assert ([one.name for one in kept], [(one.name, one.kind) for one in double]) == (
        ["c.txt"],
        [("a.txt", "duplicate"), ("b.txt", "duplicate")],
    )


def test_a_unit_whose_file_could_not_be_read_is_not_missing() -> None:
    register = Register(
        (unit("青禾镇"), unit("柳泉乡", "乡"), unit("石桥街道", "街道"), unit("别县镇", "镇", ("临江县",)))
    )
    failed = [Lost("x/柳泉乡年报.pdf", "damaged", "", "")]
    assert missing("云溪县", register, [read("a.txt", "青禾镇人民政府")], failed) == ["石桥街道"]


def test_boards_hold_levels_and_the_rest() -> None:
    given = [("甲", "镇"), ("乙", "街道"), ("丙", "乡"), ("丁", None)]
    assert boards(given) == {"乡镇": ["甲", "丙"], "街道": ["乙"], "部门": [], "其他": ["丁"]}
