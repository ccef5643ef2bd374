"""Invented units that report, and what a report of theirs could wrongly say of them."""

import random
from datetime import date

from tests.composing.names import Unit

_FIRST, _SECOND = "栖梓澄碧沅鹤葛芦柘樟", "湾畈铺冲浦屿岙埂塬坝"
_COUNTIES = ("澄屏", "葛屏", "栖屏", "柘川", "芦川", "梓屏", "樟屏", "鹤屏")
_CITIES = ("屏江", "柘江", "鹤川", "葛川")
_TRAPS = {"镇": ("湖镇", "乡泉", "县桥"), "乡": ("镇前", "街口"), "街道": ("镇北", "乡贤里", "县前")}
_PEOPLES = ("畲族", "回族", "瑶族", "满族")
_BUREAUS = (
    "住房和城乡建设局",
    "文化和旅游局",
    "审计局",
    "统计局",
    "林业局",
    "应急管理局",
    "司法局",
    "商务局",
)


def place(rng: random.Random, level: str = "") -> str:
    """The name of a small place; now and then one with the word for a level in it."""
    if level in _TRAPS and rng.random() < 0.15:
        return rng.choice(_TRAPS[level])
    return rng.choice(_FIRST) + rng.choice(_SECOND)


def unit_of(rng: random.Random, level: str) -> Unit:
    """A unit of that level, with upper levels."""
    city, county = f"{rng.choice(_CITIES)}市", rng.choice(_COUNTIES)
    above = county + rng.choice("县县区市")
    parents = (city, above) if rng.random() < 0.2 else (above,)
    root = place(rng, level)
    match level:
        case "街道":
            me = rng.choice(("我街道", "本街道", "本机关"))
            return Unit(level, "S", f"{root}街道办事处", f"{root}街道", parents, city, root, me)
        case "县" | "区" | "市" | "县级市":
            short = county + level[-1]
            above_it = () if level == "市" else (city,)
            return Unit(level, "C", f"{short}人民政府", short, above_it, city, county, f"我{level[-1]}")
        case "部门":
            bureau = rng.choice(_BUREAUS)
            return Unit(level, "D", bureau, bureau, (above,), city, county + bureau[:2], "我局")
        case "管委会":
            short = f"{root}高新技术产业园区"
            return Unit(level, "D", f"{short}管理委员会", short, (above,), city, root, "本机关")
    short = f"{root}{rng.choice(_PEOPLES)}乡" if level == "民族乡" else root + level
    me = rng.choice((f"我{level[-1]}", f"我{level[-1]}", "本机关"))
    return Unit(level, "T", f"{short}人民政府", short, parents, city, root, me)


def wrong_words(rng: random.Random, unit: Unit, year: int) -> dict[str, str | int]:
    """What only sentences with a defect say, and what is right in its place."""
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    weekday = date(year, month, day).weekday()
    other = [one for one in _COUNTIES if one not in unit.full]
    return {
        "earlier": year - 2,
        "later": year + 2,
        "lost": f"20{year % 10}",
        "doubled": f"22{year % 100}",
        "short_year": f"{year % 100}",
        "short_prev": f"{(year - 1) % 100}",
        "elsewhere": rng.choice(other) + ("区" if unit.full.partition("区")[1] else "县"),
        "misnamed": unit.root + ("镇" if unit.level != "镇" else "乡"),
        "date": f"{month}月{day}日",
        "weekday": "一二三四五六日"[weekday],
        "wrong_weekday": "一二三四五六日"[(weekday + rng.randint(1, 6)) % 7],
        "padded": f"{month % 9 + 1:02}月{day}日",
        "unpadded": f"{month % 9 + 1}月{day}日",
    }
