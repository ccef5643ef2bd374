"""What a composed report is about: an invented unit, its year, and numbers that agree with one another."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.quality.clauses import Facts, pick
from benchmarks.quality.units import place, unit_of, wrong_words
from tests.composing import figures
from tests.composing.forms import COLUMNS
from tests.composing.names import LEVELS, Unit


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
    unit = unit_of(rng, rng.choice(LEVELS))
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
        **wrong_words(rng, unit, year),
        "field1": fields[0],
        "field2": fields[1],
        "field3": fields[2],
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
