"""Time stays in step with the length of a text, whatever the text: every reader step, every rule."""

import gc
from collections.abc import Callable, Mapping
from time import process_time

import pytest

from linter.analysis import analyse
from linter.checks import CHECKS
from linter.model.report import Report
from linter.model.rule import Rule
from linter.readers.from_txt import parse
from linter.rulebook import load_page, load_rules

RULES = load_rules()
SMALL, TIMES = 16_000, 4
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
    return sum(1 for _ in CHECKS[rule.check](report.within(rule.where), rule.options))


def cost(step: Callable[[], object]) -> float:
    """The CPU seconds that it takes."""
    gc.collect()
    start = process_time()
    step()
    return process_time() - start


def is_steep(short: Callable[[], object], long: Callable[[], object]) -> bool:
    """Whether the time of `long` outgrows the length: so each time it is tried."""
    for _ in range(TRIES):
        taken = cost(long)
        if taken <= TIMES * NOISE or taken <= STEEPEST * max(cost(short), NOISE):
            return False
    return True


def steep_steps(unit: str, rules: tuple[Rule, ...]) -> list[str]:
    """The names of what does not stay in step on that text."""
    texts = [stretched(unit, length) for length in (SMALL, TIMES * SMALL)]
    documents = [parse(text) for text in texts]
    reports = [analyse(document) for document in documents]
    steps: Mapping[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "read": (lambda: parse(texts[0]), lambda: parse(texts[1])),
        "analyse": (lambda: analyse(documents[0]), lambda: analyse(documents[1])),
        **{
            rule.id: (lambda rule=rule: told_by(rule, reports[0]), lambda rule=rule: told_by(rule, reports[1]))
            for rule in rules
        },
    }
    return [name for name, (short, long) in steps.items() if is_steep(short, long)]


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_rule_stays_in_step_on_a_hostile_text(unit: str) -> None:
    assert steep_steps(unit, RULES) == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_stays_in_step_on_what_it_nearly_finds(rule: Rule) -> None:
    assert steep_steps(near_misses(rule), (rule,)) == []
