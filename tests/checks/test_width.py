"""Half-width marks between Chinese characters."""

import pytest

from linter.analysis import analyse
from linter.checks.width import Options, check
from linter.model.finding import Hit
from linter.readers.from_txt import parse

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"


def hits(text: str, most: int = 5) -> tuple[list[Hit], str]:
    """The hits, and the text with all their fixes."""
    report = analyse(parse(HEAD + text))
    found = list(check(report, Options(most)))
    fixed = report.document.text
    for edit in sorted(
        (edit for one in found if one.fix for edit in one.fix.edits), key=lambda one: -one.span.start
    ):
        fixed = fixed[: edit.span.start] + edit.text + fixed[edit.span.end :]
    return found, fixed.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("公开信息36条,其中公示栏12条.", "公开信息36条，其中公示栏12条。"),
        ("网站公开24,公示栏公开12。", "网站公开24，公示栏公开12。"),
        ("依据《条例》,开展培训2次,2024年已完成!", "依据《条例》，开展培训2次，2024年已完成！"),
        ("问题如下:更新慢;解读少。", "问题如下：更新慢；解读少。"),
    ],
)
def test_each_mark_becomes_its_full_width_twin(text: str, right: str) -> None:
    found, fixed = hits(text)
    assert (len(found), fixed) == (sum(char in ",;:!." for char in text), right)


@pytest.mark.parametrize(
    "text",
    [
        "受理时间8:30至17:30，比例1:1，公开率99.5%，共1,250条。",
        "网址www.example.gov.cn/zwgk?id=3,邮箱xxgk@example.com。",
        "做法是：1.健全制度；2.加强培训；一.强化督查。",
        "设立Better Service,Best Service专栏。",
        "开展“政务公开,你我同行”活动，学习《工作方案(试行)》。",
        "联系电话:0000-6123456。",
    ],
)
def test_addresses_numbers_and_quotations_are_left_alone(text: str) -> None:
    assert hits(text) == ([], text)


def test_many_marks_are_said_once_a_kind_and_mended_together() -> None:
    found, fixed = hits("甲项,乙项,丙项;丁项,戊项。", most=3)
    assert [one.values["found"] for one in found] == [",", ";"]
    assert fixed == "甲项，乙项，丙项；丁项，戊项。"


def test_brackets_are_a_single_note() -> None:
    found, fixed = hits("公开甲办法(试行)、乙细则（草案)等(1)类文件。")
    assert [(one.severity, one.values["found"]) for one in found] == [("note", "(试行)")]
    assert fixed == "公开甲办法（试行）、乙细则（草案）等(1)类文件。"
