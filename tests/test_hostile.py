"""Time stays in step with the length of a text, whatever the text: every reader step, every rule."""

from collections.abc import Callable, Sequence
from functools import partial
from time import process_time
from typing import TypeVar

import pytest

from linter.analysis import analyse
from linter.checks import CHECKS
from linter.model.report import Report
from linter.model.rule import Rule
from linter.readers.from_txt import parse
from linter.rulebook import load_page, load_rules

Made = TypeVar("Made")
RULES = load_rules()
SHORT, TIMES = 16_000, 4
"""Characters of the shorter text; the longer, that many times as long, is about 200 kB."""
STEEPEST = 9.0
"""How many times as long the longer may take: 4 in step with the length, 16 with its square."""
NOISE = 0.06
"""CPU seconds that no conclusion is drawn from."""
TRIES = 3

HEAD = "云溪县柳泉乡人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
HOSTILE = {
    "stops": "。",
    "commas": "，；",
    "enumeration commas": "、",
    "colons": "：:",
    "quotes opened": "“",
    "quotes turned round": "”“《",
    "titles opened": "《中华人民共和国",
    "titles closed": "》",
    "brackets opened": "（",
    "brackets nested": "（《“甲",
    "brackets closed": "）",
    "digits": "1",
    "digits masked": "1*",
    "counts": "12件，",
    "counts that run on": "12条13件",
    "dates": "2024年1月1日",
    "years": "2024",
    "particles": "的",
    "doubled word": "公开公开",
    "notices of notices": "转发关于培训的通知的通知，",
    "joined words": "政府信息公开工作和",
    "joined letters": "甲和",
    "marks": "一是",
    "items": "一是做好公开；",
    "labelled items": "一是公开：做好；二是做好；",
    "lines of marks": "1.\n",
    "list of lines": "1.做好公开\n",
    "bracketed lines": "（一）主动公开\n",
    "headings": "一、总体情况\n",
    "headings in turn": "五、存在的主要问题及改进情况\n做好。\n六、其他需要报告的事项\n无。\n",
    "sentences": "认真做好政府信息公开工作。",
    "self words": "我镇",
    "names": "青禾镇政府，",
    "short lines": "甲\n",
    "blank lines": "\n\n\n",
    "blanks": " ",
    "blank and word": "公开 ",
    "cells": "0 ",
    "rows": "0 0 0 0 0 0 0\n",
    "table labels": "三、本年度办理结果 0 0 0 0 0 0 0\n",
    "negations": "未收到申请，",
    "channels": "网站、公众号、",
    "half-width": "公开,公开.",
    "latin": "a.",
    "addresses": "http://www.example.gov.cn/",
    "stars": "*",
    "bars": "|甲|",
}


def stretched(unit: str, length: int) -> str:
    """A report whose text is `unit` again and again."""
    return f"{HEAD}{unit * (length // len(unit))}。\n"


def near_misses(rule: Rule) -> str:
    """What the rule finds in its examples, each stretch short of its last character."""
    bad = [one for one in load_page(rule).examples if one.kind == "bad"]
    return "".join(one.text[start : end - 1] for one in bad for start, end in one.expected) or bad[0].text


def told_by(rule: Rule, report: Report) -> int:
    """How much a rule says of a report."""
    return sum(1 for _ in CHECKS[rule.check](report.within(rule.where), rule.options))


def timed(step: Callable[[], Made]) -> tuple[Made, float]:
    """What a step makes, and the CPU seconds it takes."""
    start = process_time()
    made = step()
    return made, process_time() - start


def times(text: str, rules: Sequence[Rule]) -> dict[str, float]:
    """The CPU seconds of each step on the way of a text, by name."""
    document, reading = timed(partial(parse, text))
    report, analysing = timed(partial(analyse, document))
    judging = {rule.id: timed(partial(told_by, rule, report))[1] for rule in rules}
    return {"reading": reading, "analysing": analysing, **judging}


def out_of_step(unit: str, rules: Sequence[Rule]) -> list[str]:
    """The names of the steps whose time outgrows the length of a text made of `unit`: so each time it is tried."""
    suspects: set[str] | None = None
    for _ in range(TRIES):
        long = times(stretched(unit, TIMES * SHORT), rules)
        slow = {name for name, taken in long.items() if taken > TIMES * NOISE}
        suspects = slow if suspects is None else suspects & slow
        if suspects:
            short = times(stretched(unit, SHORT), rules)
            suspects = {name for name in suspects if long[name] > STEEPEST * max(short[name], NOISE)}
        if not suspects:
            return []
    return sorted(suspects or ())


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_step_keeps_step_with_a_hostile_text(unit: str) -> None:
    assert out_of_step(unit, RULES) == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_keeps_step_with_what_it_nearly_finds(rule: Rule) -> None:
    assert out_of_step(near_misses(rule), [rule]) == []
