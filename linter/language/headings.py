"""Which words name a section of the form or a topic of section one (variants met in published reports)."""

import re
from collections.abc import Mapping

from linter.language.kept import kept
from linter.language.late import late
from linter.model.report import SectionKind, TopicKind

SECTION_WORDS: Mapping[SectionKind, re.Pattern[str]] = {
    "disputes": re.compile(r"复议|诉讼"),
    "requests": re.compile(
        r"收到.{0,4}处理|处理.{0,6}公开申请|(?:依申请公开|公开申请).{0,6}(?:办理|处理)|申请情况$"
    ),
    "problems": re.compile(r"问题|改进|不足"),
    "other": re.compile(r"其[他它].{0,12}(?:事项|情况|内容)|需要(?:报告|说明|汇报)的?(?:事项|情况|内容)"),
    "disclosure": re.compile(r"主动公开"),
    "overview": re.compile(r"总体|基本情况|概况|概述|总体推进|工作情况$"),
}
"""In the order in which they are tried: the more telling words first."""

TOPIC_WORDS: Mapping[TopicKind, re.Pattern[str]] = {
    "on-request": re.compile(r"申请公开|公开申请|依申请"),
    "platform": re.compile(r"平台|载体|渠道建设|阵地"),
    "active": re.compile(r"主动公开"),
    "supervision": re.compile(r"监督|保障"),
    "management": re.compile(r"信息(?:资源)?(?:规范(?:化)?)?管理|信息(?:公开)?管理|规范管理|管理情况"),
}

BULLETS = "•●◆■▪◇★☆※"
"""What a list of a page or of Word leaves before its items."""

TITLE_LABEL = late(r"(?:标 {0,9}题[:：]?|(?:题名|(?:信息|文件)?名称)[:：])\s*")
"""What a page puts before the title where it lists what it knows of a document; a record in columns has no colon."""

RUN_IN_TOPIC = late(
    r"(?:(?:政府)?信息)?(?:主动公开|依申请公开)(?:政府信息)?(?:工作)?(?:办理)?(?:情况|方面)?"
    r"|(?:政府)?信息(?:资源)?(?:规范)?管理(?:工作)?(?:情况|方面)?"
    r"|(?:(?:政府)?信息)?(?:规范)?(?:公开)?平台建设(?:工作)?(?:情况|方面)?"
    r"|监督保障(?:机制|工作)?(?:情况|方面)?"
)
"""A topic's usual name at the front of its text, for headings that run into it without a stop."""


_BEGINNING = late(
    r"20\d\d年(?:度?(?:[，我本全共未]|收到|新收|受理|无人|没有|主动公开)|\d{1,2}月)|本年度?[，我本]|全年|[我本][县市区镇乡局街办单机]|一是|截至?止?20\d\d年"
)


def begins_text(text: str, at: int) -> bool:
    """Whether what stands at `at`, right behind a topic's name, clearly is the beginning of its text: 情况2023年，我镇."""
    return _BEGINNING.match(text, at) is not None


_SHORT_TEXT = late(r"(?:无|没有|见下表|见附表|详见[一-鿿]{1,6})。?")
_SECTION_NAME = late(
    r"(?:政府信息公开)?(?:工作)?(?:总体|基本)情况|主动公开政府信息(?:的)?情况|收到和处理政府信息公开申请(?:的)?情况"
    r"|(?:因)?政府信息公开(?:工作)?(?:被申请)?行政复议[、和及]?(?:提起)?行政诉讼(?:的)?情况"
    r"|(?:政府信息公开工作)?存在的?(?:主要)?问题[及和]改进(?:情况|措施)|其[他它]需要(?:报告|说明|汇报)的?(?:事项|情况)"
)


def section_name_end(text: str, at: int) -> int | None:
    """Where the usual name of a section ends that stands at `at`, if its text clearly begins right behind it, on the same
    line: 总体情况2020年，我镇; 诉讼情况无。"""
    named = _SECTION_NAME.match(text, at)
    if named is None or not (begins_text(text, named.end()) or _SHORT_TEXT.fullmatch(text, named.end())):
        return None
    return named.end()


@kept(longest=30)
def is_bare_heading(text: str) -> bool:
    """Whether a whole line is the usual name of a section or topic, without a mark."""
    return len(text) <= 30 and bool(RUN_IN_TOPIC.fullmatch(text) or _SECTION_NAME.fullmatch(text))


@kept(longest=60)
def section_kind(words: str) -> SectionKind | None:
    """The section of the form that a heading's words name."""
    return next((kind for kind, pattern in SECTION_WORDS.items() if pattern.search(words)), None)


@kept(longest=60)
def topic_kind(words: str) -> TopicKind | None:
    """The topic of section one that a heading's words name; of several, the one named first."""
    found = [
        (match.start(), kind) for kind, pattern in TOPIC_WORDS.items() if (match := pattern.search(words))
    ]
    return min(found, key=lambda one: one[0])[1] if found else None
