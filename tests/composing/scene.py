"""What a report is about: its unit, year and numbers, and the words that fill the clauses."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tests.composing import figures, names
from tests.composing.clauses import Slots
from tests.composing.names import Unit

_FIELDS = {
    "T": ("乡村建设", "社会救助", "安全生产", "生态环境", "惠农补贴", "财政预决算", "就业创业", "公共卫生"),
    "S": ("城市管理", "社会救助", "安全生产", "社区服务", "财政预决算", "就业创业", "公共卫生", "住房保障"),
    "C": ("重大项目", "教育", "医疗卫生", "生态环境", "财政预决算", "就业创业", "养老服务", "公共资源配置"),
    "D": ("政策文件", "行政执法", "财政预决算", "行业监管", "办事服务", "重点项目", "人事招聘", "安全生产"),
}
_BOARDS = {"T": "政务公开栏", "S": "社区公示栏", "C": "政务服务大厅电子屏", "D": "办事大厅公示栏"}
_BELOW = {"T": "各村（社区）", "S": "各社区", "C": "各乡镇（街道）", "D": "各股室"}
_MASSES = {"T": "群众", "S": "居民", "C": "企业和群众", "D": "企业和群众"}


@dataclass(frozen=True, slots=True)
class Scene:
    """The facts of a report; `slots` are the words and numbers by their names in the clauses."""

    unit: Unit
    year: int
    form: str
    busy: bool
    cells: Mapping[str, Decimal]
    slots: Slots


def draw(rng: random.Random, form: str, level: str | None, *, busy: bool) -> Scene:
    """A scene in which all numbers agree with one another."""
    unit = names.unit(rng, level or rng.choice(names.LEVELS))
    year = rng.randint(2021, 2025) if form == "2021" else rng.randint(2019, 2020)
    cells = figures.draw(rng, form, unit.kind, busy=busy)
    slots = {
        **_words(rng, unit, year),
        **_published(rng, unit.kind),
        **_counts(rng),
        **_tabled(cells, form),
    }
    return Scene(unit, year, form, busy, cells, slots)


def _words(rng: random.Random, unit: Unit, year: int) -> dict[str, str | int]:
    parent = (unit.parents or (unit.upper,))[0]
    site = unit.short if unit.kind == "C" else parent
    level = unit.level[-1] if unit.kind == "C" else ""
    office = {"T": "党政办公室", "S": "党政办公室", "C": f"{level}政府办公室", "D": "办公室"}[unit.kind]
    street = f"{'' if unit.kind == 'C' else parent}{'' if unit.kind == 'D' else unit.short}"
    first, second, third = rng.sample(_FIELDS[unit.kind], 3)
    return {
        "kind": unit.kind,
        "full": unit.full,
        "short": unit.short,
        "me": unit.me,
        "parent": parent,
        "upper": unit.upper,
        "portal": f"{site}人民政府门户网站",
        "account": f"“{unit.root}发布”微信公众号",
        "board": _BOARDS[unit.kind],
        "below": "各内设机构" if unit.level == "管委会" else _BELOW[unit.kind],
        "masses": _MASSES[unit.kind],
        "office": office,
        "desk": "办公室" if unit.kind in "CD" else office,
        "address": f"{street}{rng.choice(('府前路', '文昌路', '和平路'))}{rng.randint(1, 199)}号",
        "postcode": f"0099{rng.randint(1, 99):02}",
        "phone": f"0300-55{rng.randint(10000, 99999)}",
        "neighbour": names.neighbour(rng, unit),
        "year": year,
        "prev": year - 1,
        "next": year + 1,
        "field1": first,
        "field2": second,
        "field3": third,
    }


def _published(rng: random.Random, kind: str) -> dict[str, str | int]:
    """What was made public: the channels and the fields both add up to the total."""
    large = {"T": 120, "S": 150, "C": 4000, "D": 300}[kind]
    portal_a, portal_b, account = (rng.randint(large // 6, large) for _ in range(3))
    board = rng.randint(5, large // 4)
    total = portal_a + portal_b + account + board
    shares = [rng.randint(total // 12, total // 5) for _ in range(3)]
    before = total + rng.choice((-1, 1)) * rng.randint(total // 20 + 1, total // 4)
    change, percent = total - before, Decimal(abs(total - before) * 100) / before
    return {
        "total": total,
        "portal_n": portal_a + portal_b,
        "portal_a": portal_a,
        "portal_b": portal_b,
        "account_n": account,
        "board_n": board,
        "prev_total": before,
        "change": f"{'增加' if change > 0 else '减少'}{abs(change)}",
        "percent": f"{'增长' if change > 0 else '下降'}{percent:.1f}%",
        **{f"f{number}": share for number, share in enumerate(shares, start=1)},
        "f4": total - sum(shares),
    }


def _counts(rng: random.Random) -> dict[str, str | int]:
    forms = rng.randint(100, 900)
    return {
        "small1": rng.randint(6, 40),
        "small2": rng.randint(11, 60),
        "small3": rng.randint(2, 9),
        "small4": rng.randint(3, 12),
        "villages": rng.randint(6, 28),
        "meetings": rng.randint(2, 6),
        "staff": rng.randint(2, 5),
        "trainings": rng.randint(2, 4),
        "trained": rng.randint(30, 260),
        "fixes": rng.randint(2, 15),
        "score": f"{rng.randint(880, 985) / 10}",
        "excellent": rng.randint(4, 9),
        "good": rng.randint(10, 20),
        "forms": forms,
        "forms_back": forms - rng.randint(2, forms // 10),
        "rate": f"{rng.randint(930, 995) / 10}",
        "people": rng.randint(12, 60),
        "opinions": rng.randint(3, 20),
        "exchanges": rng.randint(1, 3),
        "fee_notices": rng.randint(1, 3),
        "fee": rng.choice((100, 200, 380, 560, 1200)),
    }


def _tabled(cells: Mapping[str, Decimal], form: str) -> dict[str, str | int]:
    """The numbers that the text shares with the tables."""
    new, carried, left = (int(cells[f"t3.{row}.total"]) for row in ("new", "carried", "next"))
    natural = int(cells["t3.new.natural"])
    direct, after = int(cells["t4.direct.total"]), int(cells["t4.after.total"])
    return {
        "new": new,
        "natural": natural,
        "org": new - natural,
        "done": int(cells["t3.handled.total"]),
        "carried_text": f"上年结转{carried}件" if carried else "无上年结转申请",
        "next_text": f"结转下年度继续办理{left}件" if left else "无结转下年度继续办理的申请",
        "results": figures.result_words(cells, form),
        "review": int(cells["t4.review.total"]),
        "direct": direct,
        "after": after,
        "suit": direct + after,
        "licence": int(cells["t2.licence.decisions"]),
        "penalty": int(cells["t2.penalty.decisions"]),
        **{name: int(cells.get(f"t2.normative.{name}", 0)) for name in ("issued", "repealed", "valid")},
    }
