"""Names of the bodies that report: the chain of upper levels, the body's own name, its level."""

import re
from dataclasses import dataclass

from linter.language.late import late

_UPPER = late(
    r".[^省市州盟县区旗]{0,8}?(?:自治区|自治州|自治县|自治旗|林区|特区|新区|开发区|州[市区县]|县区|省|市|州|盟|县|区|旗)"
)
_TOWNSHIP = late(
    r"(?P<name>.+)(?P<kind>民族乡|苏木|乡|镇|街道|街(?=$|办事处))(?P<body>人民政府|政府|(?:街道)?办事处|办)?$"
)
_GOVERNMENT = late(
    r"(?P<name>.+?)(?P<kind>自治区|自治州|自治县|自治旗|省|市|州|盟|县|区|旗)(?P<body>人民政府|行政公署|政府)?$"
)
_COMMON = frozenset(
    ("城市", "社区", "城区", "林区", "园区", "景区", "校区", "矿区", "库区", "片区", "小区", "郊区")
)
"""What reads like the name of a place, and mostly is the beginning of a body's: 城市管理局; but 城区人民政府."""

_NO_UPPER = late(r".*(?:度假区|园区|景区|保护区|局.*|委员会.*|人民政府.*|管理.*|监督.*)")

_COMMITTEE = late(
    r"(?:(?<!城市|监督|事务|市政|市容|交通|水务|绿化|行政|金融|卫生|资产|执法)(?<!(?<!开发)建设)管理委员会|管委会)$"
)
_TAIL = late(r"(?:[（(][^（）()]{1,20}[）)]|机关)$")
"""What may stand behind a body's name: 云溪市烟草专卖局（公司）, 云溪县人民政府机关."""

_ZONE = late(r"(?:开发区|高新区|管理区|保税区|度假区|园区|示范区)$")
_DEPARTMENT = late(
    r"(?:局|委|委员会|办公室|办|厅|中心|院|队|站|处|所|社|会|署|公司|分局|部门?|海关|银行|[分支]行|研究室|馆|大学|学校|中学|小学)$"
)
_KIND_LEVEL = {"街": "街道", "自治区": "省", "自治州": "州", "自治县": "县", "自治旗": "旗", "苏木": "乡"}


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` without the names of the levels above the body's own government; `parents` those, top first."""

    name: str
    parents: tuple[str, ...]
    level: str | None


def unit_of(full: str) -> Unit | None:
    """The unit that a full name (云岭市云溪县青禾镇人民政府) speaks of; None for an empty name.

    A township is named without its county, a department with the government it belongs to."""
    if not full:
        return None
    tail = _TAIL.search(full)
    if tail and (unit := unit_of(full[: tail.start()])):
        return Unit(unit.name + tail[0], unit.parents, unit.level)
    if full.endswith("关区"):  # of the customs
        return Unit(full, (), "部门")
    chain, rest = _chain(full)
    whole = (chain[-1] if chain else "") + rest
    if _COMMITTEE.search(full) or _ZONE.search(full):
        return Unit(whole, tuple(chain[:-1]), "管委会")
    if township := _TOWNSHIP.fullmatch(rest):
        return Unit(rest.removeprefix("人民政府"), tuple(chain), _township_level(township))
    if township := _TOWNSHIP.fullmatch(whole):
        return Unit(whole, tuple(chain[:-1]), _township_level(township))
    government = (
        _GOVERNMENT.fullmatch(whole) if chain and rest in ("", "人民政府", "行政公署", "政府") else None
    )
    if government:
        kind: str | None = _KIND_LEVEL.get(government["kind"], government["kind"])
        if government["name"].endswith("新") and not government["body"]:
            kind = None  # 新区: some have a government, most a 管委会
        above = tuple(chain[:-1])
        if kind == "市" and above and above[-1].endswith(("市", "州", "盟")):
            kind = "县级市"
        return Unit(whole, above, kind)
    return Unit(whole, tuple(chain[:-1]), "部门" if _DEPARTMENT.search(full) else None)


def _township_level(match: re.Match[str]) -> str:
    kind = match["kind"]
    return "民族乡" if kind.endswith("乡") and match["name"].endswith("族") else _KIND_LEVEL.get(kind, kind)


def _chain(full: str) -> tuple[list[str], str]:
    """The names of governments at the front of `full`, and what is left; of 湖镇镇人民政府 nothing is front.

    A name ends at the first 省市州县区旗 from its second character on: 市中区 stays whole; 城市 (管理局) is none."""
    chain, at = [], 0
    while match := _UPPER.match(full, at):
        if full[at] in "（(":  # 云溪高新区（经开区）管委会
            break
        if _TOWNSHIP.fullmatch(match[0]) or len(match[0]) < 2 or _NO_UPPER.fullmatch(match[0]):
            break
        if match[0] in _COMMON and not full.startswith("人民政府", match.end()):
            break
        chain.append(match[0])
        at = match.end()
    return chain, full[at:]
