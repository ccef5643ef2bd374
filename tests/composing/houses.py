"""Houses of style: how offices lay out the same report. Each is used by real offices and right in itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tests.composing.layout import Title

Topics = tuple[str, str, str, str, str]
Headings = tuple[str, str, str, str, str, str]

PLAIN: Topics = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
_STATE: Topics = ("主动公开情况", "依申请公开情况", "政府信息管理情况", "平台建设情况", "监督保障情况")
_ASPECT: Topics = ("主动公开方面", "依申请公开方面", "政府信息管理方面", "公开平台建设方面", "监督保障方面")
_WORK: Topics = (
    "主动公开工作情况",
    "依申请公开办理情况",
    "政府信息管理情况",
    "政府信息公开平台建设情况",
    "监督保障情况",
)
_VERBS: Topics = (
    "加大主动公开力度",
    "规范依申请公开办理",
    "加强政府信息管理",
    "推进公开平台建设",
    "强化监督保障",
)
_PRAISE: Topics = (
    "主动公开提质增效",
    "依申请公开规范有序",
    "政府信息管理持续加强",
    "平台建设稳步推进",
    "监督保障有力有效",
)
FORM: Headings = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
LONG: Headings = (
    *FORM[:3],
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "政府信息公开工作存在的主要问题及改进情况",
    FORM[5],
)
BODY: Headings = ("总体情况", "行政机关主动公开政府信息情况", *FORM[2:])
_AND: Headings = (
    *FORM[:3],
    "政府信息公开行政复议和行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
_OR: Headings = (*FORM[:3], "政府信息公开行政复议及行政诉讼情况", "存在问题及改进情况", "其他需要报告的事项")


@dataclass(frozen=True, slots=True)
class House:
    """`lead`: where the introduction stands. `labels`: topics on their own line, run in with 。 or ：, or
    not named at all. `mark`: before a topic. `lists`: manners of lists. `problems`: section five as two lists
    in running text, under two headings, or as plain text. `groups`: see `tables.requests`."""

    title: Title = "one"
    lead: Literal["before", "inside", "none"] = "before"
    labels: Literal["own", "stop", "colon", "none"] = "own"
    mark: Literal["（一）", "(一)", "1."] = "（一）"
    topics: Topics = PLAIN
    headings: Headings = FORM
    lists: tuple[str, ...] = ("一是；",)
    problems: Literal["running", "headings", "plain"] = "running"
    groups: Literal["apart", "before", "without"] = "apart"
    indented: bool = False
    signed: bool = False


HOUSES: Mapping[str, House] = {
    "form": House(),
    "run-in": House(labels="stop", topics=_STATE, lists=("一是；", "一是。", "一是标题。")),
    "colon": House("broken", "none", "colon", lists=("一是标题：",)),
    "signed": House("two", "inside", topics=_WORK, headings=LONG, lists=("一是段", "1.段"), signed=True),
    "arabic": House(
        "year-first", labels="stop", mark="1.", topics=_STATE, lists=("（1）", "（1）段", "第一，")
    ),
    "arabic-lines": House("two", "none", mark="1.", headings=_AND, lists=("一是。", "①"), groups="without"),
    "unnamed": House("short", "inside", "none", lists=("一是；", "第一，"), problems="plain"),
    "half-width": House(
        mark="(一)", topics=_STATE, headings=BODY, lists=("一是；", "1.；段"), groups="before"
    ),
    "aspects": House(
        "two", labels="stop", topics=_ASPECT, headings=_OR, lists=("首先", "平铺"), problems="plain"
    ),
    "praise": House("one", "before", topics=_PRAISE, lists=("一是标题。", "两层"), problems="headings"),
    "verbs": House(
        "two", "inside", topics=_VERBS, headings=LONG, lists=("1.段", "1.；段"), problems="headings"
    ),
    "web": House("broken", "before", topics=PLAIN, lists=("一是；", "平铺"), groups="before", indented=True),
    "telegraph": House("short", "none", "stop", lists=("平铺",), problems="plain", groups="without"),
}
"""The houses by name."""
