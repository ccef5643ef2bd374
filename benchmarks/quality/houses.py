"""Houses of style: how offices lay out one and the same report. Each is right in itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tests.composing.houses import BODY, FORM, LONG, PLAIN, Headings, Topics

_STATE: Topics = (
    "主动公开政府信息情况",
    "依申请公开政府信息情况",
    "政府信息管理情况",
    "公开平台建设情况",
    "监督保障情况",
)
_SHORT: Topics = ("主动公开情况", "依申请公开情况", "信息管理情况", "平台建设情况", "监督保障情况")
_ASPECT: Topics = ("主动公开方面", "依申请公开方面", "政府信息管理方面", "平台建设方面", "监督保障方面")
_VERBS: Topics = ("推进主动公开", "做好依申请公开", "规范政府信息管理", "抓好平台建设", "落实监督保障")


@dataclass(frozen=True, slots=True)
class House:
    """`title`: on one line, on two, or the year first; `lead`: before section one, in it, or none; `labels` of
    topics: on lines of their own, run in with 。 or ：, or none; `mark` before a topic; `lists`: manners of
    `tests.composing.enumerations`; `problems`: as one list after the other, under two headings, or each with
    its measure; `groups`: manner of table three; `least`: details in a topic, up to two more."""

    title: Literal["one", "two", "year-first"] = "one"
    lead: Literal["before", "inside", "none"] = "before"
    labels: Literal["own", "stop", "colon", "none"] = "own"
    mark: Literal["（一）", "1."] = "（一）"
    topics: Topics = PLAIN
    headings: Headings = FORM
    lists: tuple[str, ...] = ("一是；",)
    problems: Literal["lists", "headings", "paired"] = "lists"
    groups: Literal["apart", "before", "without"] = "apart"
    least: int = 2
    indented: bool = False
    contacts: bool = False
    signed: bool = False


HOUSES: Mapping[str, House] = {
    "plain": House(lists=("一是；", "一是。")),
    "long": House("two", "before", topics=_STATE, headings=LONG, lists=("一是标题。", "一是段"), least=4),
    "short": House("year-first", "none", "stop", topics=_SHORT, lists=("平铺",), problems="paired", least=1),
    "colons": House("one", "inside", "colon", lists=("一是标题：",), contacts=True),
    "arabic": House("two", "none", "own", "1.", _SHORT, lists=("（1）", "①", "（1）段"), groups="without"),
    "arabic run in": House(
        "one", "before", "stop", "1.", _ASPECT, lists=("第一，", "（1）"), groups="before"
    ),
    "no topics": House("one", "inside", "none", lists=("一是；", "首先"), problems="paired"),
    "paragraphs": House(
        "two", "inside", topics=_VERBS, lists=("1.段", "1.；段"), problems="headings", least=3
    ),
    "nested": House(headings=BODY, lists=("两层", "一是；"), problems="headings", least=4, indented=True),
    "signed": House("one", "before", "stop", topics=_STATE, lists=("一是。",), contacts=True, signed=True),
    "county": House("two", "before", "own", headings=BODY, lists=("第一，", "平铺"), least=5, signed=True),
}
"""The houses by name."""
