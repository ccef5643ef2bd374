"""Defects of the structure: parts left out, moved, renamed, or filled with nothing."""

import random
import re
from dataclasses import replace

from benchmarks.quality.houses import HOUSES
from benchmarks.quality.planting import Mutant, matches, relined, replaced, sentences, swapped, with_text
from benchmarks.quality.reports import Written
from tests.composing import figures, tables
from tests.composing.enumerations import HAN
from tests.composing.lines import Line

_PARTS = re.compile("六(?=个部分)")
_RESULTS = re.compile("考核|评议|满意|追究|问责|受到处理")
_FILLED = re.compile(r"(?<=[\u4e00-\u9fff])\d+(?=[条件次份篇项])")
_YEAR = re.compile(r"20\d\d(?=年)")
_GAPS = ("XX", "××", "____", "X", "＿＿", "【数字】", "（待填）", "XXX")
_HEADINGS = (
    ("总体情况", "总体清况"),
    ("其他需要", "其它需要"),
    ("政府信息公开行政复议", "政务公开行政复议"),
    ("收到和处理", "收到和处埋"),
    ("主要问题及改进", "主要问题及改近"),
    ("需要报告的事项", "需要报告的事顶"),
)
_STRANGE = {
    2: (
        "{account}每周推送图表，{board}每月更换材料，专栏设有子栏目{columns}个。",
        "全年举办业务培训{sessions}次，参加人员{trained}人次，年终考核等次为优秀。",
    ),
    4: (
        "全年举办业务培训{sessions}次，参加人员{trained}人次，年终考核等次为优秀，满意率为{rate}。",
        "新任审核员先跟班后上岗，年末逐人考核，考核等次与奖金挂钩，全年培训{sessions}次。",
    ),
    5: (
        "{account}推送图表{notes}篇，专栏设有子栏目{columns}个，手机端可以放大字号。",
        "专栏页面支持按标题、文号和日期检索，公众号菜单增加到{columns}个。",
    ),
}
"""Under the topic of that number, what belongs elsewhere."""
_TITLES = (
    ("年政府信息公开", "年度政府信息公开"),
    ("信息公开工作年度报告", "信息公开年度报告"),
    ("信息公开工作年度报告", "信息公开工作报告"),
    ("信息公开工作年度报告", "信息公开年度工作报告"),
    ("政府信息公开工作年度", "政务公开工作年度"),
    ("工作年度报告", "工作的年度报告"),
)


def announced_parts(report: Written, rng: random.Random) -> Mutant | None:
    """Six parts called five or seven."""
    found = matches(report, _PARTS, ("lead",))
    if not found:
        return None
    start, match = rng.choice(found)
    return replaced(report, start + match.start(), start + match.end(), rng.choice("五七八"), behind=3)


def empty_section(report: Written, rng: random.Random) -> Mutant:
    """A heading with nothing under it."""
    kept, index = _without(report, rng.choice((5, 6)))
    return relined(report, kept, index)


def empty_problems(report: Written, rng: random.Random) -> Mutant | None:
    """One of the two headings of section five with nothing under it."""
    heads = [n for n, line in enumerate(report.lines) if line.role == "topic" and line.section == 5]
    if not heads:
        return None
    index = rng.choice(heads)
    stop = next(n for n in range(index + 1, len(report.lines)) if report.lines[n].role != "prose")
    return relined(report, [*report.lines[: index + 1], *report.lines[stop:]], index)


def missing_results(report: Written, rng: random.Random) -> Mutant | None:
    """监督保障 of a people's government without any result, or without a word on 社会评议."""
    if report.unit.kind not in "TC":
        return None
    gone = rng.choice((_RESULTS, re.compile("评议|满意")))
    lines, changed = list[Line](), False
    for line in report.lines:
        if line.section == 1 and line.topic == 5 and gone.search(line.text):
            label, stop, rest = line.text.partition("。") if line.role == "topic" else ("", "", line.text)
            kept = "".join(one for one in re.findall("[^。]+。", rest) if not gone.search(one))
            if _RESULTS.search(rest) and gone is not _RESULTS and "考核" not in kept:
                return None
            changed = True
            if not label and not kept:
                continue
            line = with_text(line, label + stop + kept)
        lines.append(line)
    if not changed or not any(line.topic == 5 and len(line.text) > 20 for line in lines):
        return None
    labelled = HOUSES[report.house].labels != "none"
    index = next(
        n
        for n, line in enumerate(lines)
        if (line.role == "topic" and line.topic == 5 if labelled else line.role == "section")
    )
    return relined(report, lines, index)


def missing_fee(report: Written, rng: random.Random) -> Mutant | None:
    """Section six without a word on the fee."""
    if report.form != "2021":
        return None
    kept, index = _without(report, 6)
    text = rng.choice(("无。", "没有其他需要报告的事项。", "本年度无其他需要说明的情况。"))
    return relined(report, [*kept[: index + 1], Line(text, "prose", 6), *kept[index + 1 :]], index)


def missing_section(report: Written, rng: random.Random) -> Mutant:
    """A section left out, those behind it counted anew; the finding is on the title."""
    gone = rng.randint(1, 6)
    lines = counted([line for line in report.lines if line.section != gone or line.role == "signature"])
    return replace(relined(report, lines, 0, 0, _title_end(report)), entails=("lost-case-unexplained",))


def missing_topic(report: Written, rng: random.Random) -> Mutant | None:
    """A topic left out, those behind it counted anew; the finding is on the heading of section one."""
    if HOUSES[report.house].labels == "none":
        return None
    gone = rng.choice((2, 3, 4))
    lines = [line for line in report.lines if line.topic != gone]
    for index, line in enumerate(lines):
        if line.role == "topic" and line.section == 1 and line.topic > gone:
            names = "123456" if HOUSES[report.house].mark == "1." else HAN
            text = line.text.replace(names[line.topic - 1], names[line.topic - 2], 1)
            lines[index] = with_text(line, text)
    return replace(relined(report, lines, heading(lines, 1)), entails=("lost-case-unexplained",))


def gap(report: Written, rng: random.Random) -> Mutant | None:
    """A number, or the year, that was never filled in."""
    pattern, new = (
        (_YEAR, rng.choice(("20XX", "20××"))) if rng.random() < 0.2 else (_FILLED, rng.choice(_GAPS))
    )
    mutant = swapped(report, rng, pattern, new)
    return mutant and replace(mutant, entails=("itemised-sum", "percentage", "text-table-mismatch"))


def misspelt_heading(report: Written, rng: random.Random) -> Mutant | None:
    """A slip in the heading of a section."""
    right, wrong = rng.choice(_HEADINGS)
    found = [n for n, line in enumerate(report.lines) if line.role == "section" and right in line.text]
    if not found:
        return None
    line = report.lines[found[0]]
    lines = [
        *report.lines[: found[0]],
        with_text(line, line.text.replace(right, wrong)),
        *report.lines[found[0] + 1 :],
    ]
    return relined(report, lines, found[0])


def moved_section(report: Written, rng: random.Random) -> Mutant:
    """Two neighbouring sections changed about, counted in the order in which they stand."""
    first = rng.randint(1, 5)
    order = {first: first + 1, first + 1: first}
    ranked = sorted(
        report.lines, key=lambda line: (line.role == "signature", order.get(line.section, line.section))
    )
    lines = counted(ranked)
    one, other = heading(lines, first), heading(lines, first + 1)
    mutant = relined(report, lines, one)
    second = relined(report, lines, other)
    return Mutant(mutant.text, mutant.start, mutant.end, mutant.right, also=((second.start, second.end),))


def older_form(report: Written, rng: random.Random) -> Mutant | None:
    """Tables two and three on the form of 2019, years after it was replaced."""
    if report.form != "2021" or report.busy:
        return None
    cells = figures.draw(rng, "2019", report.unit.kind, busy=False)
    lines, index, third = list(report.lines), heading(report.lines, 2), heading(report.lines, 3)
    section = list(tables.disclosure(cells, "2019"))
    others = [lines[third], *tables.requests(cells, "2019", HOUSES[report.house].groups)]
    rest = lines[heading(lines, 4) :]
    mutant = relined(report, [*lines[: index + 1], *section, *others, *rest], index + 1)
    length = sum(len(line.text) + 1 for line in section)
    return Mutant(mutant.text, mutant.start, mutant.start + length, mutant.right)


def lost_table(report: Written, rng: random.Random) -> Mutant:
    """A section whose table is a picture or was lost."""
    kept, index = _without(report, rng.choice((2, 3, 4)))
    return relined(report, kept, index)


def wrong_title(report: Written, rng: random.Random) -> Mutant | None:
    """A title that is not as the form has it."""
    right, wrong = rng.choice(_TITLES)
    lines, end = list(report.lines), 0
    found = [n for n, line in enumerate(lines) if line.role == "title" and right in line.text]
    if not found:
        return None
    lines[found[0]] = with_text(lines[found[0]], lines[found[0]].text.replace(right, wrong))
    end = sum(len(line.text) + 1 for line in lines if line.role == "title") - 1
    return relined(report, lines, 0, 0, end)


def other_problems(rule: str, report: Written, rng: random.Random) -> Mutant:
    """Section five written anew, with one of the texts for that rule."""
    kept, index = _without(report, 5)
    texts = rng.choice(sentences()[rule]).format_map(report.facts).rstrip().split("\n")
    lines = [*kept[: index + 1], *(Line(text, "prose", 5) for text in texts), *kept[index + 1 :]]
    mutant = relined(report, lines, index)
    length = sum(len(text) + 1 for text in texts)
    return Mutant(mutant.text, mutant.start, mutant.end + length, mutant.right)


def thin(report: Written, rng: random.Random) -> Mutant:
    """Problems that say nothing."""
    return other_problems("thin-problems", report, rng)


def plans_only(report: Written, rng: random.Random) -> Mutant:
    """Improvements that are all plans."""
    return other_problems("plans-only", report, rng)


def unpaired(report: Written, rng: random.Random) -> Mutant:
    """More problems than measures."""
    return other_problems("unpaired-problems", report, rng)


def counted(lines: list[Line]) -> list[Line]:
    """The lines with their sections numbered in the order in which they stand."""
    number = 0
    for index, line in enumerate(lines):
        if line.role == "section":
            indent, _, words = line.text.partition(HAN[line.section - 1] + "、")
            lines[index] = with_text(line, f"{indent}{HAN[number]}、{words}")
            number += 1
    return lines


def heading(lines: list[Line] | tuple[Line, ...], section: int) -> int:
    """Where the heading of that section stands."""
    return next(n for n, line in enumerate(lines) if line.role == "section" and line.section == section)


def _without(report: Written, section: int) -> tuple[list[Line], int]:
    """The lines without what stands under the heading of that section, and the heading's place."""
    lines = [
        line for line in report.lines if line.section != section or line.role in ("section", "signature")
    ]
    return lines, heading(lines, section)


def _title_end(report: Written) -> int:
    return sum(len(line.text) + 1 for line in report.lines if line.role == "title") - 1


def referred(report: Written, rng: random.Random) -> Mutant:
    """These five problems, where there were three."""
    return other_problems("referred-count", report, rng)


def strange_topic(report: Written, rng: random.Random) -> Mutant | None:
    """Under a topic stands what belongs under another."""
    house = HOUSES[report.house]
    if house.labels != "own" or not house.topics[0].startswith("主动公开"):
        return None
    topic = rng.choice(tuple(_STRANGE))
    text, index = rng.choice(_STRANGE[topic]).format_map(report.facts), 0
    lines = list[Line]()
    for line in report.lines:
        if line.section == 1 and line.topic == topic and line.role == "topic":
            index = len(lines)
            lines += [line, Line(text, "prose", 1, topic)]
        elif line.section != 1 or line.topic != topic:
            lines.append(line)
    mutant = relined(report, lines, index)
    entails = ("missing-topic", "missing-accountability-results", "lost-case-unexplained")
    return Mutant(mutant.text, mutant.start, mutant.end + len(text), mutant.right, entails=entails)
