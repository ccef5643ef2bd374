"""Invented names of places and bodies: none of them is a real county, township or sub-district."""

import random
from dataclasses import dataclass

_FIRST, _SECOND = "青岚菱桐棠砚磐翠霁梧枫雁鹭兰杏", "陂禾坞埠垄渚坳堰圩荫"
_LONG = ("宋家垄", "田家坳", "贺家埠", "仲家渡", "冯家堰", "鲁家圩")
_COUNTIES = ("砚川", "霁川", "岚原", "翠川", "磐溪", "棠川", "梧原", "菱川", "雁川", "鹭溪")
_CITIES = ("岚江", "霁江", "砚江", "桐澜")
_PEOPLES = ("回族", "土家族", "苗族", "侗族", "瑶族")
_BUREAUS = (
    "自然资源局",
    "农业农村局",
    "交通运输局",
    "卫生健康局",
    "民政局",
    "水利局",
    "财政局",
    "教育和体育局",
    "人力资源和社会保障局",
    "市场监督管理局",
)
_TRICKY = {"镇": ("岚镇", "桐街"), "街道": ("杏街", "乡堰"), "乡": ("棠镇", "霁街")}
"""Names that hold the word for a level: 岚镇镇, 杏街街道, 棠镇乡."""

LEVELS = (
    "乡",
    "镇",
    "街道",
    "乡",
    "镇",
    "街道",
    "民族乡",
    "县",
    "区",
    "市",
    "县级市",
    "部门",
    "部门",
    "管委会",
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A body that reports. `name` stands in the title after `parents`; `kind` says which clauses suit it:
    T township, S sub-district, C county, district or city government, D department or committee."""

    level: str
    kind: str
    name: str
    short: str
    parents: tuple[str, ...]
    upper: str
    root: str
    me: str

    @property
    def full(self) -> str:
        """The name with the upper levels before it."""
        return "".join(self.parents) + self.name


def place(rng: random.Random, level: str = "") -> str:
    """The name of a small place without the word for its level; rarely one that looks like another level."""
    if level in _TRICKY and rng.random() < 0.08:
        return rng.choice(_TRICKY[level])
    return rng.choice(_LONG) if rng.random() < 0.15 else rng.choice(_FIRST) + rng.choice(_SECOND)


def unit(rng: random.Random, level: str) -> Unit:
    """A body of that level with the names of its upper levels."""
    city = f"{rng.choice(_CITIES)}市"
    county = rng.choice(_COUNTIES)
    above = county + rng.choice("县县区市")
    match level:
        case "街道":
            short = f"{place(rng, level)}街道"
            me = rng.choice(("我街道", "本街道", "本机关"))
            return Unit(level, "S", f"{short}办事处", short, (above,), city, short[:-2], me)
        case "县" | "区" | "市" | "县级市":
            word = level[-1]
            short = county + word
            parents = () if level == "市" or (level == "县" and rng.random() < 0.5) else (city,)
            return Unit(level, "C", f"{short}人民政府", short, parents, city, county, f"我{word}")
        case "部门":
            bureau = rng.choice(_BUREAUS)
            me = rng.choice(("我局", "本机关", "我局"))
            return Unit(level, "D", bureau, bureau, (above,), city, county + bureau[:-1], me)
        case "管委会":
            root = f"{place(rng)}经济开发区"
            return Unit(level, "D", f"{root}管理委员会", root, (above,), city, root, "本机关")
        case "民族乡":
            root = place(rng)
            short = f"{root}{rng.choice(_PEOPLES)}乡"
            return Unit(
                level, "T", f"{short}人民政府", short, (above,), city, root, rng.choice(("我乡", "本机关"))
            )
        case _:
            short = place(rng, level) + level
            me = rng.choice((f"我{level}", f"我{level}", "本机关"))
            return Unit(level, "T", f"{short}人民政府", short, (above,), city, short[:-1], me)


def neighbour(rng: random.Random, of: Unit) -> str:
    """A body of the same kind beside `of`, of another level as often as not."""
    other = place(rng)
    while other == of.root:
        other = place(rng)
    return other + rng.choice(("街道",) if of.kind == "S" else ("乡", "镇"))
