"""Stops behind ordinal marks."""

import pytest

from linter.analysis import analyse
from linter.checks.marks import Options, Style, check
from linter.model.finding import Edit
from linter.readers.from_txt import parse
from linter.rulebook.examples import apply

OPTIONS = Options(
    (
        Style("一、", (".", "，"), "、"),
        Style("（一）", ("、",)),
        Style("1.", ("、",), "."),
        Style("一是", ("、", "：")),
        Style("第一", ("、",), "，", note=True),
    ),
    words=("首先", "其次"),
    except_in=("requests",),
)


def fixed(text: str) -> tuple[list[str], str]:
    """What the hits stand on, and the text with all fixes."""
    report = analyse(parse(text))
    hits = list(check(report, OPTIONS))
    edits: list[Edit] = [edit for one in hits if one.fix for edit in one.fix.edits]
    return [report[one.span] for one in hits], apply(report.document.text, edits)


@pytest.mark.parametrize(
    ("wrong", "mark", "right"),
    [
        (
            "一、总体情况\n（一）、公开。\n（二）管理。\n（三）、建设。",
            "（一）、",
            "一、总体情况\n（一）公开。\n（二）管理。\n（三）建设。",
        ),
        ("一、总体情况\n1、公开。\n2、管理。", "1、", "一、总体情况\n1.公开。\n2.管理。"),
        (
            "一.总体情况\n公开。\n二，主动公开政府信息情况",
            "一.",
            "一、总体情况\n公开。\n二、主动公开政府信息情况",
        ),
        (
            "一、总体情况\n做法：一是、公开；二是：管理。",
            "一是、",
            "一、总体情况\n做法：一是公开；二是管理。",
        ),
        ("一、总体情况\n第一、公开。第二、管理。", "第一、", "一、总体情况\n第一，公开。第二，管理。"),
        ("一、总体情况\n首先、公开；其次、管理。", "首先、", "一、总体情况\n首先，公开；其次，管理。"),
    ],
)
def test_a_list_is_one_hit_and_the_fix_puts_all_of_it_right(wrong: str, mark: str, right: str) -> None:
    assert fixed(wrong) == ([mark], right)


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况\n（一）公开。\n1.文件。\n2．财政。\n做法：一是更新：每周一次；二是培训。",
        "一、总体情况\n第一、二季度公开12条，第一、第二产业各6条。",
        "一、总体情况\n（一）、（二）项各6条。",
        "三、收到和处理政府信息公开申请情况\n1、属于国家秘密\n2、重复申请",
        "一、总体情况\n把首先、其次的次序排好。",
    ],
)
def test_right_marks_and_references_are_left_alone(text: str) -> None:
    assert fixed(text)[0] == []
