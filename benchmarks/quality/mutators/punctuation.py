"""Defects of punctuation."""

import random
import re
from dataclasses import replace
from itertools import pairwise

from benchmarks.quality.planting import Mutant, matches, replaced, swapped
from benchmarks.quality.reports import Written

_INNER = re.compile(r"(?<=[\u4e00-\u9fff])[，；、](?=[\u4e00-\u9fff])")
_END = re.compile(r"(?<=[\u4e00-\u9fff])。(?=[\u4e00-\u9fff])")
_NEXT = ("missing-topic", "enumeration-order", "duplicate-wording", "missing-section", "section-order")
"""In a wrapped text the heading behind an unfinished paragraph may be taken for more of it."""
_HALF = {"，": ",", "；": ";", "：": ":", "。": "."}
_PLAIN = re.compile(r"(?<=[\u4e00-\u9fff])([，；。])(?=[\u4e00-\u9fff])")
_PAIR = re.compile(
    r"《[^《》“”（）]{2,30}》|“[^“”《》（）]{2,12}”|(?<=[\u4e00-\u9fff》])（[^（）“”《》\d]{2,16}）"
)


def doubled_mark(report: Written, rng: random.Random) -> Mutant | None:
    """，， or 、， or ；、 or 。。 or ；。"""
    if rng.random() < 0.3:
        return swapped(report, rng, _END, rng.choice(("。。", "；。", "，。")))
    return swapped(report, rng, _INNER, rng.choice((r"\g<0>\g<0>", r"、\g<0>", r"\g<0>、")))


def half_width(report: Written, rng: random.Random) -> Mutant | None:
    """A half-width mark between Chinese characters."""
    found = matches(report, _PLAIN)
    at, match = rng.choice(found)
    return replaced(report, at + match.start(), at + match.end(), _HALF[match[1]])


def missing_ending(report: Written, rng: random.Random) -> Mutant:
    """The last paragraph of a block without its 。"""
    found = [
        n
        for n, (one, other) in enumerate(pairwise(report.lines))
        if one.role in ("prose", "lead", "topic")
        and one.text.endswith("。")
        and other.role in ("section", "topic")
    ]
    index = rng.choice(found)
    end = report.offset(index) + len(report.lines[index].text)
    mark = rng.choice(("", "", "", "，"))
    return replace(replaced(report, end - 1, end, mark, before=1), entails=_NEXT)


def unpaired(report: Written, rng: random.Random) -> Mutant | None:
    """One of two marks that belong together is gone."""
    found = [one for one in matches(report, _PAIR) if not re.match("（[一二三四五六七八九]）", one[1][0])]
    if not found:
        return None
    at, match = rng.choice(found)
    new = match[0][1:] if rng.random() < 0.5 else match[0][:-1]
    return replaced(report, at + match.start(), at + match.end(), new, before=1, behind=1)


def marked_heading(report: Written, rng: random.Random) -> Mutant:
    """A heading on a line of its own with a mark at its end."""
    found = [
        n
        for n, line in enumerate(report.lines)
        if line.role == "section"
        or (line.role == "topic" and len(line.text) < 20 and line.text[-1] not in "。；")
    ]
    index = rng.choice(found)
    end = report.offset(index) + len(report.lines[index].text)
    return replaced(report, end, end, rng.choice("。：；"))


def leading_mark(report: Written, rng: random.Random) -> Mutant | None:
    """A paragraph that begins with a mark."""
    found = [
        n
        for n, line in enumerate(report.lines)
        if line.role == "prose" and "\u4e00" <= line.text.lstrip("　")[0] <= "\u9fff"
    ]
    if not found:
        return None
    index = rng.choice(found)
    text = report.lines[index].text
    at = report.offset(index) + len(text) - len(text.lstrip("　"))
    return replaced(report, at, at, rng.choice("，、；"))


def account_as_title(report: Written, rng: random.Random) -> Mutant | None:
    """《…》 around the name of an account."""
    return swapped(report, rng, re.compile("“([^“”]{2,8}发布)”"), r"《\1》")
