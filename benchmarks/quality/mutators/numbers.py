"""Defects of numbers in the text: sums that do not come out, numbers that differ from the tables."""

import random
import re
from dataclasses import replace

from benchmarks.quality.planting import Mutant, matches, replaced, said, swapped
from benchmarks.quality.reports import Written

_PARTED = re.compile(
    r"政府信息(?P<total>\d+)条(?:，其中|，按渠道分：|，分别为|（|。从内容看，)[^。；]*?(?P<part>\d+)条[^。；]*?\d+条[^。；]*?\d+条"
)
_SHARE = re.compile(
    r"(?<=公开)\d+条，占(\d+\.\d)%|(?<=满意的)\d+份，满意率为(\d+\.\d)%|\d+年(?:增加|减少)\d+条，(?:增长|下降)(\d+\.\d)%"
)
_SHARED = (
    re.compile(r"(?:新收政府信息公开申请|收到政府信息公开申请|政府信息公开申请全年新收)(\d+)件"),
    re.compile(r"结转下年度继续办理(\d+)件"),
    re.compile(r"上年结转(\d+)件"),
    re.compile(r"予以公开(\d+)件(?!，占)"),
    re.compile(r"无法提供(\d+)件"),
    re.compile(r"制发行政规范性文件(\d+)件"),
    re.compile(r"废止行政规范性文件(\d+)件"),
    re.compile(r"行政复议(\d+)件"),
)


def itemised_sum(report: Written, rng: random.Random) -> Mutant | None:
    """A part that is larger than it was; the finding is on the total, or on what is said of it."""
    found = matches(report, _PARTED)
    if not found:
        return None
    at, match = rng.choice(found)
    start, end = match.span("part")
    mutant = replaced(report, at + start, at + end, str(int(match["part"]) + rng.randint(1, 9)))
    return Mutant(mutant.text, at + match.start("total"), mutant.end, mutant.right)


def text_table(report: Written, rng: random.Random) -> Mutant | None:
    """A number of the text that the tables hold is another."""
    found = [one for pattern in _SHARED for one in matches(report, pattern)]
    if not found:
        return None
    at, match = rng.choice(found)
    new = str(int(match[1]) + rng.randint(1, 30) + 7 * int(report.facts["carried"]))
    before = match.start(1) - match.start()
    return replaced(report, at + match.start(1), at + match.end(1), new, before=before, behind=1)


def text_table_none(report: Written, rng: random.Random) -> Mutant | None:
    """The text says that there was nothing, the table that there was; the finding is on the text."""
    words = (
        "没有收到政府信息公开申请",
        "未收到公民、法人或者其他组织提出的政府信息公开申请",
        "未收到政府信息公开申请",
        "未接到政府信息公开申请",
    )
    if report.busy:
        return None
    found = [(report.text.index(one), one) for one in words if one in report.text]
    if not found:
        return None
    at, said = rng.choice(found)
    start, end = report.cell("t3.new.total")
    text, lines = report.text, report.cells
    edits = [("t3.new.natural", 1), ("t3.new.total", 1), ("t3.granted.natural", 1), ("t3.granted.total", 1)]
    edits += [("t3.handled.natural", 1), ("t3.handled.total", 1)]
    for address, more in sorted(edits, key=lambda one: report.cell(one[0]), reverse=True):
        start, end = report.cell(address)
        text = text[:start] + f"{lines[address] + more:f}" + text[end:]
    return Mutant(text, at, at + len(said), report.text)


def empty_achievement(report: Written, rng: random.Random) -> Mutant | None:
    """All requests answered where there were none."""
    if report.busy:
        return None
    sentence = rng.choice(
        (
            "政府信息公开申请⟦按时办结率达到100%→受理渠道保持畅通⟧。",
            "政府信息公开申请⟦均在法定期限内答复→受理点全年开放⟧。",
            "依申请公开⟦答复率为100%→指南已经更新⟧。",
        )
    )
    return said(report, rng, sentence, "on-request")


def mixed_unit(report: Written, rng: random.Random) -> Mutant | None:
    """宗 or 份 for requests, which the tables count in 件."""
    return swapped(report, rng, re.compile(r"(?<=政府信息公开申请)(\d+)件"), rf"\1{rng.choice('宗份')}")


def wrong_share(report: Written, rng: random.Random) -> Mutant | None:
    """A percentage that the numbers beside it do not make."""
    found = matches(report, _SHARE)
    if not found:
        return None
    at, match = rng.choice(found)
    group = match.lastindex or 1
    share = float(match[group])
    new = f"{rng.choice([share + one for one in (-16.4, -7.5, 6.4, 11.1) if 0 < share + one < 100]):.1f}"
    start, end = match.span(group)
    return replaced(report, at + start, at + end, new, before=1, behind=1)


def contradiction(report: Written, rng: random.Random) -> Mutant | None:
    """Another total of what was made public, in another place."""
    total = f"主动公开政府信息{report.facts['total']}条"
    if total not in report.text:
        return None
    wrong = int(report.facts["total"]) + rng.randint(3, 20)
    place = rng.choice(("problems", "lead"))
    mutant = said(report, rng, f"{{year}}年，{{me}}主动公开政府信息⟦{wrong}→{{total}}⟧条。", place)
    if mutant is None:
        return None
    first = mutant.text.index(total)
    return replace(mutant, also=((first, first + len(total)),))
