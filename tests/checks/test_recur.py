"""Sentences that stand in a report twice."""

import pytest

from linter.analysis import analyse
from linter.checks.recur import Options, check, objection
from linter.model.finding import Hit
from linter.readers.from_txt import parse

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
OPTIONS = Options(formulas=("联系人",), elsewhere=("未发生",))
ONE, OTHER = "健全信息发布审核制度，落实专人负责。", "按月更新栏目，定期检查内容。"


def found(text: str) -> list[tuple[str, str]]:
    """What stands there again, and what the note points at."""
    report = analyse(parse(HEAD + text))
    hits = [one for one in check(report, OPTIONS) if isinstance(one, Hit)]
    assert all(one.notes[0].span.end <= one.span.start for one in hits)
    return [(report[one.span], report[one.notes[0].span]) for one in hits]


def test_a_sentence_is_found_in_the_same_paragraph_and_in_another() -> None:
    assert found(f"（一）主动公开。{ONE}{ONE}") == [(ONE, ONE)]
    assert found(f"（一）主动公开。{ONE}\n（四）平台建设。做好维护。{ONE}\n") == [(ONE, ONE)]


def test_sentences_that_are_repeated_in_a_row_are_one_stretch() -> None:
    assert found(f"（一）主动公开。{ONE}{OTHER}\n（四）平台建设。{ONE}{OTHER}\n") == [
        (ONE + OTHER, ONE + OTHER)
    ]


def test_items_are_compared_without_their_marks() -> None:
    text = "一是健全信息发布审核制度；二是更新栏目；三是健全信息发布审核制度。"
    assert found(text.replace("制度", "的各项制度"))[0][0] == "健全信息发布审核的各项制度。"


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}{ONE.replace('专人', '两人')}",
        "严格落实制度。严格落实制度。",
        "咨询请找联系人王某，周一至周五办公。\n（一）主动公开。咨询请找联系人王某，周一至周五办公。",
        "（二）依申请公开。全年未发生行政复议、行政诉讼。\n（五）监督保障。全年未发生行政复议、行政诉讼。\n",
        "严格落实信息发布审核制度，严格落实信息发布审核制度。",
        "信息发布审核制度的落实情况表\n信息发布审核制度的落实情况表\n",
    ],
)
def test_what_may_stand_twice_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_in_one_place_not_even_that_nothing_happened_is_said_twice() -> None:
    said = "全年未发生行政复议、行政诉讼。"
    assert found(f"（二）依申请公开。{said}{said}") == [(said, said)]


def test_a_text_that_is_there_twice_as_a_whole_is_not_judged() -> None:
    whole = "".join(f"第{n}号文件已在公示栏公开，由专人负责更新。" for n in range(12))
    report = analyse(parse(f"{HEAD}{whole}\n\n{whole}\n"))
    assert [isinstance(one, Hit) for one in check(report, OPTIONS)] == [False]


def test_an_expression_without_limit_is_objected_to() -> None:
    told = objection(Options(formulas=("a*",)))
    assert told and told[0] == "formulas"
