"""What a composed report is about: an invented unit, its year, and numbers that agree with one another."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from benchmarks.quality.clauses import Facts, pick
from tests.composing import figures
from tests.composing.forms import COLUMNS

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
    """A body that reports. `kind`: T township, S sub-district, C county, district or city, D department or
    committee; `full` has the names of the upper levels before `name`; `root` is the place without its level."""

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
        """As the title gives it."""
        return "".join(self.parents) + self.name


@dataclass(frozen=True, slots=True)
class Scene:
    """The facts of a report. `form`: that of 2019 or of 2021; `busy`: there were requests; `asides`: four right
    sentences that look wrong at first sight, to be put in anywhere in section one."""

    unit: Unit
    year: int
    form: str
    busy: bool
    cells: Mapping[str, Decimal]
    facts: Facts
    asides: tuple[str, ...]


def draw(rng: random.Random) -> Scene:
    """A scene of any level, of the form of 2019 in one case of seven."""
    unit = _unit(rng, rng.choice(LEVELS))
    form = "2019" if rng.random() < 1 / 7 else "2021"
    year = rng.randint(2019, 2020) if form == "2019" else rng.randint(2021, 2025)
    busy = rng.random() < 0.5
    cells = figures.draw(rng, form, unit.kind, busy=busy)
    facts = {**_words(rng, unit, year), **_published(rng, unit.kind), **_counts(rng), **_tabled(cells, form)}
    return Scene(unit, year, form, busy, cells, facts, pick(rng, facts, "traps", "any", 4))


def last_year(rng: random.Random, now: Scene) -> Scene:
    """The same unit a year before, with what that year left to this one."""
    year = now.year - 1
    form = "2021" if year >= 2021 else "2019"
    cells = figures.draw(rng, form, now.unit.kind, busy=now.busy)
    for column in COLUMNS[:-1]:
        left = cells[f"t3.next.{column}"] = now.cells[f"t3.carried.{column}"]
        came = cells[f"t3.handled.{column}"] + left - cells[f"t3.carried.{column}"]
        cells[f"t3.new.{column}"] = max(came, Decimal(0))
        cells[f"t3.carried.{column}"] += max(-came, Decimal(0))
    for row in ("new", "carried", "next"):
        cells[f"t3.{row}.total"] = sum((cells[f"t3.{row}.{column}"] for column in COLUMNS[:-1]), Decimal(0))
    if form == now.form == "2021" and now.busy:
        valid, issued, repealed = (
            now.cells[f"t2.normative.{one}"] for one in ("valid", "issued", "repealed")
        )
        cells["t2.normative.valid"] = valid - issued + repealed
        cells["t2.normative.issued"] = min(cells["t2.normative.issued"], cells["t2.normative.valid"])
    facts = {
        **now.facts,
        "year": year,
        "prev": year - 1,
        "next": year + 1,
        **_published(rng, now.unit.kind, int(now.facts["prev_total"])),
        **_counts(rng),
        **_tabled(cells, form),
    }
    return Scene(now.unit, year, form, now.busy, cells, facts, pick(rng, facts, "traps", "any", 4))


def place(rng: random.Random, level: str = "") -> str:
    """The name of a small place; now and then one with the word for a level in it."""
    if level in _TRAPS and rng.random() < 0.15:
        return rng.choice(_TRAPS[level])
    return rng.choice(_FIRST) + rng.choice(_SECOND)


def _unit(rng: random.Random, level: str) -> Unit:
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


_FIELDS = {
    "T": ("农田水利", "社会救助", "防灾减灾", "耕地保护", "惠农政策", "财政资金", "就业帮扶", "人居环境"),
    "S": ("城市更新", "社会救助", "消防安全", "物业管理", "财政资金", "就业帮扶", "卫生健康", "养老托育"),
    "C": (
        "重大建设项目",
        "义务教育",
        "医疗卫生",
        "生态环境",
        "财政资金",
        "稳岗就业",
        "养老服务",
        "公共资源配置",
    ),
    "D": ("政策文件", "行政执法", "财政资金", "行业监管", "办事服务", "重点工程", "人事招录", "安全生产"),
}


def _words(rng: random.Random, unit: Unit, year: int) -> dict[str, str | int]:
    parent = unit.parents[-1] if unit.parents else unit.upper
    site = unit.short if unit.kind == "C" else parent
    fields = rng.sample(_FIELDS[unit.kind], 3)
    letter = unit.short[-1] if unit.kind in "TC" else ""
    other = place(rng)
    while other == unit.root:
        other = place(rng)
    office = {"T": "党政综合办公室", "S": "党政办公室", "C": f"{letter}政府办公室", "D": "办公室"}[unit.kind]
    return {
        "kind": unit.kind,
        "full": unit.full,
        "short": unit.short,
        "me": unit.me,
        "parent": parent,
        "upper": unit.upper,
        "all": {"T": f"全{letter}", "S": "辖区", "C": f"全{letter}", "D": "全系统"}[unit.kind],
        "portal": f"{site}人民政府门户网站",
        "account": f"“{unit.root}发布”微信公众号",
        "board": {"T": "政务公示栏", "S": "社区公告栏", "C": "政务大厅查阅点", "D": "办事窗口公告栏"}[
            unit.kind
        ],
        "below": {"T": "各村", "S": "各社区", "C": "各乡镇（街道）", "D": "各科室"}[unit.kind],
        "people": {"T": "村民", "S": "居民", "C": "企业和群众", "D": "企业和群众"}[unit.kind],
        "office": office,
        "road": rng.choice(("解放路", "中兴街", "建设路", "文化路")),
        "number": rng.randint(1, 260),
        "postcode": f"0088{rng.randint(10, 99)}",
        "phone": f"0399-66{rng.randint(10000, 99999)}",
        "mail": f"{rng.choice(('zwgk', 'xxgk', 'bgs'))}{rng.randint(1, 99)}@example.cn",
        "neighbour": other + {"T": rng.choice("乡镇"), "S": "街道", "C": "县", "D": "镇"}[unit.kind],
        "year": year,
        "prev": year - 1,
        "next": year + 1,
        **_wrong_words(rng, unit, year),
        "field1": fields[0],
        "field2": fields[1],
        "field3": fields[2],
    }


def _wrong_words(rng: random.Random, unit: Unit, year: int) -> dict[str, str | int]:
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


def _published(rng: random.Random, kind: str, total: int = 0) -> dict[str, str | int]:
    """What was published: parts by channel and parts by field, both equal to the total (0: any), and last year's."""
    large = total or {"T": 140, "S": 170, "C": 5200, "D": 360}[kind]
    portal, account, board = (rng.randint(large // 8 + 3, large // share) for share in (1, 2, 4))
    if total:
        portal, account = (rng.randint(total // 5, total // 3) for _ in range(2))
        board = total - portal - account
    total = portal + account + board
    shares = [rng.randint(total // 10, total // 5) for _ in range(3)]
    before = total + rng.choice((-1, 1)) * rng.randint(total // 15 + 1, total // 3)
    change = total - before
    percent = Decimal(abs(change) * 100) / before
    return {
        "total": total,
        "portal_n": portal,
        "account_n": account,
        "board_n": board,
        "prev_total": before,
        "change": f"{'增加' if change > 0 else '减少'}{abs(change)}",
        "percent": f"{'增长' if change > 0 else '下降'}{percent:.1f}%",
        "share": f"{Decimal(portal * 100) / total:.1f}%",
        **{f"f{number}": share for number, share in enumerate(shares, start=1)},
        "f4": total - sum(shares),
    }


def _counts(rng: random.Random) -> dict[str, str | int]:
    given = rng.randint(80, 600)
    back = given - rng.randint(2, given // 10)
    content = back - rng.randint(1, back // 12)
    return {
        "given": given,
        "back": back,
        "content": content,
        "rate": f"{Decimal(content * 100) / back:.1f}%",
        "sessions": rng.randint(2, 4),
        "trained": rng.randint(30, 280),
        "checks": rng.randint(2, 12),
        "found": rng.randint(3, 30),
        "columns": rng.randint(5, 24),
        "notes": rng.randint(4, 40),
        "replies": rng.randint(11, 90),
        "villages": rng.randint(5, 30),
        "documents": rng.randint(3, 26),
        "opinions": rng.randint(3, 45),
        "score": f"{rng.randint(880, 985) / 10}",
        "rank": rng.randint(2, 9),
        "staff": rng.randint(2, 5),
        "notices": rng.randint(1, 3),
        "fee": rng.choice((100, 200, 300, 400, 700)),
        "month": rng.randint(2, 11),
        "day": rng.randint(2, 27),
    }


def _tabled(cells: Mapping[str, Decimal], form: str) -> dict[str, str | int]:
    """The numbers that the text shares with the tables."""
    new, carried, left = (int(cells[f"t3.{row}.total"]) for row in ("new", "carried", "next"))
    natural, handled = int(cells["t3.new.natural"]), int(cells["t3.handled.total"])
    direct, after = int(cells["t4.direct.total"]), int(cells["t4.after.total"])
    granted = int(cells["t3.granted.total"])
    return {
        "new": new,
        "natural": natural,
        "bodies": new - natural,
        "carried": carried,
        "left": left,
        "sum": new + carried,
        "handled": handled,
        "granted": granted,
        "granted_share": f"{Decimal(granted * 100) / handled:.1f}%" if handled else "0%",
        "results": figures.result_words(cells, form),
        "review": int(cells["t4.review.total"]),
        "suits": direct + after,
        "direct": direct,
        "after": after,
        "licence": int(cells["t2.licence.decisions"]),
        "penalty": int(cells["t2.penalty.decisions"]),
        **{name: int(cells.get(f"t2.normative.{name}", 0)) for name in ("issued", "repealed", "valid")},
    }
