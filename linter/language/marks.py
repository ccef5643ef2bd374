"""Ordinal marks and the ends of sentences, as reports write them (GB/T 9704—2012 7.3.3, GB/T 15834—2011)."""

import re
from collections.abc import Mapping
from functools import lru_cache

from linter.language.late import late

HAN = "一二三四五六七八九十"
_DIGIT = {"〇": 0, "零": 0, **{char: value for value, char in enumerate("一二三四五六七八九", start=1)}}

SENTENCE_ENDS = "。！？!?"
CLAUSE_ENDS = SENTENCE_ENDS + "；;：:…"
CLOSERS = "”’\"'）)】》〉］]』」"

SECTION_MARK = late(
    rf"(?=[第{HAN}])(?:(?P<number>[{HAN}]{{1,3}})\s*(?:[、.．]|[，,](?=[^。]{{2,30}}$))|第(?P<part>[{HAN}]{{1,3}})部分(?![的所中里])[：:、]?)"
)
"""What may stand before the heading of a section: 一、 and its misprints 一. 一，"""

LINE_MARK = late(
    rf"(?=[第{HAN}（(\d①-⑳])(?:(?P<bracketed>[（(]\s*(?P<b>[{HAN}]{{1,3}})\s*[)）])[、.．]?"
    rf"|(?P<arabic>(?P<a>\d{{1,2}})(?P<dot>[.．、])(?=\D|$|20\d\d年))"
    rf"|(?P<round>[（(]\s*(?P<r>\d{{1,2}})\s*[)）])[、.．]?"
    rf"|(?P<circled>(?P<c>[①-⑳]))[、.．]?"
    rf"|(?P<is>(?P<i>[{HAN}]{{1,3}})是)"
    rf"|(?P<nth>第(?P<n>[{HAN}]{{1,3}})(?=[，,、：:是])))"
)
"""A mark of a list or of a heading below the section, at the start of a paragraph."""

INLINE_MARK = late(
    rf"[，。；：,;:.！？”）)\s](?=[第{HAN}（(\d①-⑳])(?="  # most characters are no stops: what is quickest to ask comes first
    rf"(?P<is>(?P<i>[{HAN}]{{1,3}})是)|(?P<nth>第(?P<n>[{HAN}]{{1,3}})(?=[，,、：:是]))"
    rf"|(?<=[。；：;:，,])(?<!\d[:：])(?:(?P<bracketed>[（(](?P<b>[{HAN}]{{1,3}})[)）])(?![项款条目])"
    rf"|(?P<arabic>(?P<a>\d{{1,2}})(?P<dot>[.．、])(?=[一-鿿“《]))"
    rf"|(?P<round>[（(](?P<r>\d{{1,2}})[)）])(?=[、.．，]?[一-鿿“《]|[；;。])"
    rf"|(?P<circled>(?P<c>[①-⑳]))))"
)
"""The character before a mark of a list within running text: 一是 and 第一 at the start of a clause, the others after
a stop. The mark is what its groups hold."""


def without_mark(text: str) -> str:
    """A heading without its mark."""
    mark = SECTION_MARK.match(text) or LINE_MARK.match(text)
    return text[mark.end() :] if mark else text


_STYLES: Mapping[str, tuple[str, str]] = {
    "is": ("i", "一是"),
    "nth": ("n", "第一"),
    "bracketed": ("b", "（一）"),
    "round": ("r", "（1）"),
    "circled": ("c", "①"),
}
"""By the group that holds a mark, the one that holds its numeral, and the list's style."""


@lru_cache(maxsize=1024)
def ordinal(text: str) -> int | None:
    """The value of 一 to 九十九, 1 to 99, ① to ⑳; None for anything else (also for 一一)."""
    if text.isascii() and text.isdigit():
        return int(text)
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGIT.get(text)
    high, low = _DIGIT.get(tens) if tens else 1, _DIGIT.get(ones) if ones else 0
    return None if not high or low is None else high * 10 + low


def style_and_number(match: re.Match[str]) -> tuple[str, str, int] | None:
    """Of a match of LINE_MARK or INLINE_MARK: the list's style, the name of the group that holds the mark
    itself, and the mark's number. None if the numeral is no number."""
    group = match.lastgroup or ""
    if group == "arabic":
        return ("1、" if match["dot"] == "、" else "1."), group, int(match["a"])
    numeral, style = _STYLES[group]
    number = ordinal(match[numeral])
    return None if number is None else (style, group, number)


def is_finished(text: str) -> bool:
    """Whether a text ends where a sentence or a clause may end: 。！？；：…, also before a closing bracket; and at
    a half-width full stop behind a Chinese character."""
    last = text[-1:]
    if last and last in CLAUSE_ENDS:
        return True
    end = len(text)
    while end and (text[end - 1] in CLOSERS or text[end - 1].isspace()):
        end -= 1
    if end > 1 and text[end - 1] in ".．":
        return "一" <= text[end - 2] <= "鿿"
    return end > 0 and text[end - 1] in CLAUSE_ENDS
