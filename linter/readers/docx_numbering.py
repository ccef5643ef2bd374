"""Automatic numbering of a .docx as Word counts and writes it: 一、 （二） 3. and their like."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lxml import etree

from linter.language.late import late
from linter.readers.archives import local
from linter.readers.docx_parts import Style, child, is_on, value, whole

LEVELS = 9
_PLACEHOLDER = late(r"%([1-9])")
_HAN = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_SERIES = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
_SERIES["decimalEnclosedCircleChinese"] = _SERIES["decimalEnclosedCircle"]
_COUNTING = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "koreanCounting",
)
_DIGITS = ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital")
_FORMAL_COUNTING = ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


class Level(NamedTuple):
    """One level of a list: how its numbers are written and when they begin anew. `restart`: the level (1 to 8)
    from which up a number begins it anew, 0 for never, None for every higher one."""

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool


class Lists(NamedTuple):
    """The lists of a document: by `num` the abstract list and the numbers at which it makes that begin anew,
    by abstract list its levels, and by abstract list the level that belongs to a style."""

    nums: Mapping[str, tuple[str, Mapping[int, int]]]
    levels: Mapping[str, Mapping[int, Level]]
    own: Mapping[str, Mapping[int, Level]]
    by_style: Mapping[tuple[str, str], int]


def lists(root: etree._Element | None, styles: Mapping[str, Style]) -> Lists:
    """What a numbering part says; `styles` are needed for lists that are styles themselves."""
    nums: dict[str, tuple[str, Mapping[int, int]]] = {}
    levels: dict[str, Mapping[int, Level]] = {}
    own: dict[str, Mapping[int, Level]] = {}
    by_style: dict[tuple[str, str], int] = {}
    links: dict[str, str] = {}
    for one in root if root is not None else ():
        if local(one) == "abstractNum":
            name = value(one, "abstractNumId") or ""
            levels[name] = _levels(one)
            by_style |= {(name, style): level for style, level in _styled(one)}
            link = value(child(one, "numStyleLink"))
            if link:
                links[name] = link
        elif local(one) == "num":
            name = value(one, "numId") or ""
            overrides = [part for part in one if local(part) == "lvlOverride"]
            nums[name] = (value(child(one, "abstractNumId")) or "", _starts(overrides))
            own[name] = {at: level for part in overrides for at, level in _levels(part).items()}
    for name, style in links.items():
        target = styles.get(style, Style()).num
        if target in nums and nums[target][0] != name:
            levels[name] = levels.get(nums[target][0], {})
    return Lists(nums, levels, own, by_style)


def _levels(parent: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for one in parent:
        at = whole(value(one, "ilvl")) if local(one) == "lvl" else None
        if at is not None and 0 <= at < LEVELS:
            start = whole(value(child(one, "start")))
            found[at] = Level(
                0 if start is None else start,
                _format(one),
                value(child(one, "lvlText")) or "",
                whole(value(child(one, "lvlRestart"))),
                is_on(child(one, "isLgl")),
            )
    return found


def _format(level: etree._Element) -> str:
    """The name of the level's way of writing numbers; a newer one stands beside an older that can serve."""
    found = value(child(level, "numFmt"))
    return found or value(child(level, "AlternateContent", "Fallback", "numFmt")) or "decimal"


def _styled(abstract: etree._Element) -> Iterable[tuple[str, int]]:
    for one in abstract:
        style, at = value(child(one, "pStyle")), whole(value(one, "ilvl"))
        if style and at is not None:
            yield style, at


def _starts(overrides: Iterable[etree._Element]) -> dict[int, int]:
    found = {whole(value(one, "ilvl")): whole(value(child(one, "startOverride"))) for one in overrides}
    return {at: start for at, start in found.items() if at is not None and start is not None}


class Counters:
    """How far each list of a document has come. One is made for a reading and asked once per paragraph, in
    reading order."""

    def __init__(self, made: Lists) -> None:
        self._lists = made
        self._at: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number(self, num: str, level: int | None, style: str | None) -> str:
        """The number of the next paragraph of list `num`, as printed; empty for bullets and unknown lists."""
        abstract, starts = self._lists.nums.get(num, ("", {}))
        if level is None:
            level = self._lists.by_style.get((abstract, style or ""), 0)
        levels = {**self._lists.levels.get(abstract, {}), **self._lists.own.get(num, {})}
        shown = levels.get(level)
        if shown is None:
            return ""
        at = self._at.setdefault(abstract, [None] * LEVELS)
        if level in starts and (num, level) not in self._begun:
            at[level] = None
            self._begun.add((num, level))
        before = at[level]
        at[level] = starts.get(level, shown.start) if before is None else before + 1
        for lower in range(level + 1, LEVELS):
            restart = levels[lower].restart if lower in levels else None
            if restart is None or level < restart:
                at[lower] = None
        return (
            "" if shown.format in ("bullet", "none") and "%" not in shown.text else _text(shown, at, levels)
        )


def _text(shown: Level, at: list[int | None], levels: Mapping[int, Level]) -> str:
    def written(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        level = levels.get(index)
        if level is None:
            return ""
        number = at[index]
        return spelt(level.start if number is None else number, "decimal" if shown.legal else level.format)

    return _PLACEHOLDER.sub(written, shown.text)


def spelt(number: int, format: str) -> str:
    """The number in one of Word's ways of writing numbers; unknown ways are written with digits."""
    if format in _SERIES:
        series = _SERIES[format]
        return series[number - 1] if 1 <= number <= len(series) else str(number)
    if format in _COUNTING:
        return counting(number, _HAN, "十百千")
    if format in _FORMAL_COUNTING:
        return counting(number, _FORMAL, "拾佰仟")
    if format in _DIGITS:
        return "".join("〇" if digit == "0" else _HAN[int(digit)] for digit in str(abs(number)))
    if format in ("upperLetter", "lowerLetter") and 1 <= number <= 26 * 30:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if format == "upperLetter" else letter
    if format in ("upperRoman", "lowerRoman") and 1 <= number <= 3999:
        return _roman(number).upper() if format == "upperRoman" else _roman(number)
    if format in ("decimalFullWidth", "decimalFullWidth2"):
        return str(number).translate(_FULL_WIDTH)
    if format == "decimalZero":
        return f"{number:02}"
    return "" if format == "none" else str(number)


def counting(number: int, digits: str, units: str) -> str:
    """1 to 9999 in Chinese: 一, 十, 十一, 二十, 一百零一."""
    if not 0 < number < 10_000:
        return digits[0] if number == 0 else str(number)
    made, zero = "", False
    text = str(number)
    for place, digit in zip(range(len(text) - 1, -1, -1), text, strict=True):
        if digit == "0":
            zero = bool(made)
            continue
        made += (digits[0] if zero else "") + digits[int(digit)] + (units[place - 1] if place else "")
        zero = False
    return made[1:] if 10 <= number < 20 else made


def _roman(number: int) -> str:
    made = ""
    for worth, letters in (*_ROMAN, *_ROMAN_ONES):
        count, number = divmod(number, worth)
        made += letters * count
    return made
