"""Parts of a report left out, moved or spoilt, with the finding that each should bring."""

import random
import re
from collections.abc import Mapping, Sequence

from tests.composing.defects import Plant, Planted
from tests.composing.enumerations import HAN
from tests.composing.houses import HOUSES
from tests.composing.lines import Line
from tests.composing.report import Composed

_RESULTS = ("考核", "社会评议", "追究")


def missing_section(report: Composed, rng: random.Random) -> Planted:
    """A section left out, those after it numbered anew; the finding is on the title."""
    gone = rng.randint(1, 6)
    lines = [line for line in report.lines if line.section != gone or line.role == "signature"]
    return _planted(_counted(lines), "missing-section", *_title(report))


def swapped_sections(report: Composed, _rng: random.Random) -> Planted:
    """Section six before section five, numbered in the order in which they stand; the finding is on
    the heading that would have to go down."""
    order = {5: 6, 6: 5}
    ranked = sorted(
        report.lines, key=lambda line: (line.role == "signature", order.get(line.section, line.section))
    )
    lines = _counted(ranked)
    index = next(n for n, line in enumerate(lines) if line.role == "section" and line.section == 6)
    return _planted(lines, "section-order", *_whole(lines, index))


def missing_topic(report: Composed, rng: random.Random) -> Planted | None:
    """A topic left out, those after it numbered anew; the finding is on the heading of section one."""
    if HOUSES[report.style].labels == "none":
        return None
    gone = rng.choice((3, 4))  # with 监督保障 the results of assessment would be gone too
    lines = [line for line in report.lines if line.topic != gone]
    for index, line in enumerate(lines):
        if line.role == "topic" and line.topic > gone:
            old = str(line.topic) if HOUSES[report.style].mark == "1." else HAN[line.topic - 1]
            new = str(line.topic - 1) if HOUSES[report.style].mark == "1." else HAN[line.topic - 2]
            lines[index] = _with(line, line.text.replace(old, new, 1))
    index = next(n for n, line in enumerate(lines) if line.role == "section" and line.section == 1)
    return _planted(lines, "missing-topic", *_whole(lines, index))


def missing_fee(report: Composed, _rng: random.Random) -> Planted | None:
    """Section six says 无 and not a word on the fee; the finding is on its heading."""
    if report.form != "2021":
        return None
    lines = [line for line in report.lines if line.section != 6 or line.role != "prose"]
    index = next(n for n, line in enumerate(lines) if line.role == "section" and line.section == 6)
    lines.insert(index + 1, Line("无其他需要报告的事项。", "prose", 6))
    return _planted(lines, "missing-fee-statement", *_whole(lines, index))


def missing_results(report: Composed, _rng: random.Random) -> Planted | None:
    """Nothing on 社会评议 in the report of a government; the finding is on the heading of the topic."""
    if report.unit.kind not in "TC" or HOUSES[report.style].labels == "none":
        return None
    for index, line in enumerate(report.lines):
        for sentence in re.findall(r"[^。：；]+。", line.text) if line.topic == 5 else ():
            if "社会评议" not in sentence or any(one in sentence for one in _RESULTS if one != "社会评议"):
                continue
            rest = line.text.replace(sentence, "", 1)
            if re.search("评议|满意|测评", rest) or re.search("[一二三四五]是|（1）|第一", rest):
                continue
            lines = [*report.lines[:index], _with(line, rest), *report.lines[index + 1 :]]
            return _planted(lines, "missing-accountability-results", *_topic_heading(lines, 5))
    return None


def changed_cell(report: Composed, address: str) -> Planted:
    """The number of a cell one higher; the finding as the contract says."""
    start, end = report.cell(address)
    new = f"{report.cells[address] + 1:f}"
    text = report.text[:start] + new + report.text[end:]
    table, row, column = address.split(".")
    if table == "t4":
        start, _ = report.cell(f"t4.{row}.total")
        start += len(text) - len(report.text) if column != "total" else 0
        return Planted(text, "review-total", start, start + len(re.match(r"\d+", text[start:])[0]))  # type: ignore[index]
    rule = "balance" if row in ("new", "carried", "handled", "next") else "result-total"
    return Planted(text, rule, start, start + len(new))


def blank_cell(report: Composed, address: str) -> Planted:
    """A stroke for a number."""
    start, end = report.cell(address)
    return Planted(report.text[:start] + "/" + report.text[end:], "bad-cell", start, start + 1)


def _counted(lines: Sequence[Line]) -> list[Line]:
    """The lines with their sections numbered in the order in which they stand."""
    counted, number = list(lines), 0
    for index, line in enumerate(counted):
        if line.role == "section":
            indent, _, heading = line.text.partition(HAN[line.section - 1] + "、")
            counted[index] = _with(line, f"{indent}{HAN[number]}、{heading}")
            number += 1
    return counted


def _with(line: Line, text: str) -> Line:
    return Line(text, line.role, line.section, line.topic, line.addresses)


def _title(report: Composed) -> tuple[int, int]:
    last = max(n for n, line in enumerate(report.lines) if line.role == "title")
    return 0, _whole(report.lines, last)[1]


def _whole(lines: Sequence[Line], index: int) -> tuple[int, int]:
    """Line `index` without its indent."""
    text = lines[index].text
    start = sum(len(line.text) + 1 for line in lines[:index])
    return start + len(text) - len(text.lstrip("　")), start + len(text)


def _topic_heading(lines: Sequence[Line], topic: int) -> tuple[int, int]:
    """The heading of a topic with the stop behind it, without the text that follows in its line."""
    index = next(n for n, line in enumerate(lines) if line.role == "topic" and line.topic == topic)
    start, end = _whole(lines, index)
    stop = re.search("[。：]", lines[index].text.lstrip("　"))
    return start, start + stop.end() if stop else end


def _planted(lines: Sequence[Line], rule: str, start: int, end: int) -> Planted:
    return Planted("".join(f"{line.text}\n" for line in lines), rule, start, end)


OMISSIONS: Mapping[str, Plant] = {
    "missing section": missing_section,
    "swapped sections": swapped_sections,
    "missing topic": missing_topic,
    "missing fee statement": missing_fee,
    "missing results": missing_results,
}
