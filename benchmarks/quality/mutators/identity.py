"""Defects of who reports on what year; others are sentences in `sentences/identity.yaml`."""

import random
import re

from benchmarks.quality.planting import Mutant, edited, matches, replaced, said, swapped
from benchmarks.quality.reports import Written

_PERIOD = re.compile(r"20\d\d(?=年1月1日)")
_LAST = re.compile(r"(?<=1月1日[至起])(?:至|到)?(?:20\d\d年)?12月31日|(?<=到20\d\d年)12月31日")
_LEVELS = {
    "乡": "镇街",
    "民族乡": "镇街",
    "镇": "乡街",
    "街道": "镇乡",
    "县": "乡镇",
    "区": "乡镇",
    "市": "乡镇",
}
_SELF = {"乡": "我乡", "镇": "我镇", "街": "我街道"}
_OPENING = re.compile(r"(?:(?<=[。：])|^　*)(20\d\d)(?=年，(?:我|本))")


def other_level(report: Written, rng: random.Random) -> Mutant | None:
    """我镇 in the report of a 乡, and the like."""
    word = report.unit.me
    if report.unit.level not in _LEVELS or word == "本机关":
        return None
    new = _SELF[rng.choice(_LEVELS[report.unit.level])]
    return swapped(report, rng, re.compile(f"(?<![\u4e00-\u9fff]){word}(?!镇)"), new)


def other_period(report: Written, rng: random.Random) -> Mutant | None:
    """The numbers counted over another year, or not to its end."""
    found = matches(report, _PERIOD, ("lead",))
    if not found:
        return None
    at, match = rng.choice(found)
    year = str(report.year - 1)
    if rng.random() < 0.4 and "12月31日" in report.text[at + match.end() :][:24]:
        start = report.text.index("12月31日", at)
        return replaced(
            report,
            start,
            start + 6,
            rng.choice(("11月30日", "10月31日", "12月30日")),
            before=start - at - match.start(),
        )
    return replaced(report, at + match.start(), at + match.end(), year, behind=20)


def other_year(report: Written, rng: random.Random) -> Mutant | None:
    """Last year's number in front of this year's work."""
    found = [
        one
        for one in matches(report, _OPENING, ("prose", "topic"))
        if int(one[1][1]) == report.year and one[0] < report.text.index("二、")
    ]
    if not found:
        return None
    at, match = rng.choice(found)
    line = next(line for n, line in enumerate(report.lines) if report.offset(n) == at)
    if line.text.count(str(report.year)) > 1:
        return None
    return replaced(report, at + match.start(1), at + match.end(1), str(report.year - 1), behind=1)


def no_area_code(report: Written, rng: random.Random) -> Mutant | None:
    """A telephone number without its area code, and none anywhere else."""
    phone = str(report.facts["phone"])
    if phone in report.text:
        return edited(
            report,
            [(one.start(), one.end(), phone[5:]) for one in re.finditer(re.escape(phone), report.text)],
        )
    return said(report, rng, "咨询电话：⟦" + phone[5:] + "→{phone}⟧。", "other")


def signed_by_another(report: Written, _rng: random.Random) -> Mutant | None:
    """A signature of another body of the same kind."""
    index = _signature(report)
    if index is None or report.unit.kind not in "TS":
        return None
    tail = "人民政府" if report.unit.kind == "T" else "办事处"
    line = report.lines[index - 1]
    at = report.offset(index - 1)
    return replaced(
        report, at, at + len(line.text), f"{report.unit.parents[-1]}{report.facts['neighbour']}{tail}"
    )


def signed_on_another_day(report: Written, rng: random.Random) -> Mutant | None:
    """A date of signature in the year of the report, or a year too late."""
    index = _signature(report)
    if index is None:
        return None
    at, text = report.offset(index), report.lines[index].text
    year = report.year if rng.random() < 0.7 else report.year + 3
    return replaced(report, at, at + 4, str(year), behind=len(text) - 4)


def _signature(report: Written) -> int | None:
    """Where the date of a signed report stands, right behind the unit."""
    last = len(report.lines) - 1
    signed = report.lines[last].role == "signature" and report.lines[last].text.startswith(
        str(report.year + 1)
    )
    return last if signed else None
