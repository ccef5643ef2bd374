"""Reports of invented townships whose sentences no other has, unless it is told to."""

import random
from collections.abc import Mapping, Sequence

from linter.analysis import analyse
from linter.model.report import Report
from linter.readers.from_txt import parse

TOWNS = tuple(
    f"{first}{second}{level}"
    for first, second, level in zip(
        "青柳石双东西南北云松竹梅兰桂枫桐榆槐杏桃梨枣茶麻棉稻麦禾苗谷",
        "禾泉桥河关坪岭坡溪岗园湾谷亭桥坞塘树林源沟庄山田场仓垄坝圃川",
        "镇乡" * 15,
        strict=True,
    )
)
"""Thirty townships of one county."""

_THINGS = [
    "渡船",
    "水车",
    "戏台",
    "祠堂",
    "碾坊",
    "油坊",
    "窑口",
    "圩堤",
    "鱼塘",
    "蚕房",
    "茶亭",
    "驿道",
    "石磨",
    "粮仓",
    "鼓楼",
    "晒场",
    "猎场",
    "盐井",
    "木排",
    "竹筏",
    "药圃",
    "蜂箱",
    "牛栏",
    "鸭棚",
    "藕池",
    "苇荡",
    "矿洞",
    "铁匠铺",
    "裁缝铺",
    "豆腐坊",
]
_DEEDS = [
    "丈量",
    "修补",
    "清点",
    "粉刷",
    "疏浚",
    "搬迁",
    "租赁",
    "抽检",
    "绘图",
    "登记",
    "拍卖",
    "借阅",
    "评议",
    "轮值",
    "补种",
    "放养",
    "试航",
    "封存",
    "押运",
    "过秤",
]
_FOLK = [
    "船工",
    "护林员",
    "老会计",
    "邮递员",
    "货郎",
    "织工",
    "猎户",
    "摆摊人",
    "守库员",
    "拉纤人",
    "养蜂人",
    "木匠",
    "石匠",
    "厨师",
    "教员",
    "郎中",
    "更夫",
    "牧童",
    "渔户",
    "窑工",
]
_FRAMES = (
    "把{a}的{x}写成短文{n}篇，由{p}念给{q}听",
    "在{a}边立木牌，注明{x}用工{n}个和{p}姓名，{q}可随时核对",
    "{p}与{q}一道{x}{a}，费用{n}元已付",
    "{a}的{x}名单先给{p}过目，再交{q}保管{n}日",
    "每逢{x}{a}，请{p}带路、{q}记账，账页{n}张",
    "因{a}久未{x}，{p}提了{n}条，{q}已照办",
    "{q}捎来{a}的钥匙，{p}当众{x}，见证者{n}人",
    "{a}由{p}承包，{x}所得按{n}股分给{q}",
)


def sentences(seed: int, count: int) -> list[str]:
    """Sentences that belong to that seed, without end marks."""
    rng = random.Random(seed)
    made = []
    for _ in range(count):
        a, b, x, p, q = (rng.choice(some) for some in (_THINGS, _THINGS, _DEEDS, _FOLK, _FOLK))
        frame = rng.choice(_FRAMES).format(a=f"{b}旁{a}", x=x, p=p, q=q, n=rng.randint(2, 90))
        made.append(frame)
    return made


def report(
    town: str,
    year: int,
    topics: Mapping[str, Sequence[str]],
    problems: Sequence[str] = (),
    lead: str = "",
) -> str:
    """The text of a report; topics by their headings, their sentences without end marks."""
    lines = [f"云溪县{town}人民政府{year}年政府信息公开工作年度报告"]
    lines += [lead] if lead else []
    lines.append("一、总体情况")
    for heading, said in topics.items():
        lines += [heading, "。".join(said) + "。"]
    lines += ["五、存在的主要问题及改进情况", "。".join(problems) + "。"] if problems else []
    lines += ["六、其他需要报告的事项", "本年度没有收取信息处理费，没有其他需要报告的事项。"]
    return "\n".join(lines) + "\n"


HEADINGS = ("（一）主动公开", "（三）政府信息管理", "（四）政府信息公开平台建设", "（五）监督保障")


def own(town: str, year: int, seed: int, *, lead: str = "", common: Sequence[str] = ()) -> str:
    """A report that is all its own, but for `common` sentences at the start of its first topic."""
    parts = {heading: sentences(seed * 10 + n, 4) for n, heading in enumerate(HEADINGS)}
    parts[HEADINGS[0]] = [*common, *parts[HEADINGS[0]]]
    return report(town, year, parts, sentences(seed * 10 + 9, 4), lead)


def read(text: str, path: str = "<text>") -> Report:
    """The report of a text."""
    return analyse(parse(text, path))
