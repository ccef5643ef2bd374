"""A cell that the tables and the text contradict is told of once, where one change mends both."""

from linter.model.document import Span
from linter.pipeline import lint_document
from linter.readers.from_txt import parse
from linter.rulebook import load_rules

RULES = tuple(
    one
    for one in load_rules()
    if one.id in ("text-table-mismatch", "row-total", "issued-not-in-force", "regulation-power", "bad-cell")
)
TITLE = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n"
REQUESTS = (
    "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 {} 2 0 0 0 0 {}\n"
    "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n"
)
ISSUED = (
    "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 {} 0 0\n行政规范性文件 0 0 4\n"
)


def told(text: str) -> list[tuple[str, list[str]]]:
    """Each rule with what its notes point at."""
    result = lint_document(parse(TITLE + text), RULES)

    def words(span: Span) -> str:
        return result.report[span]

    return [(one.rule, [words(note.span) for note in one.notes]) for one in result.findings]


def requests(said: int, natural: int | str, total: int) -> list[tuple[str, list[str]]]:
    lead = f"一、总体情况\n（二）依申请公开。全年共收到政府信息公开申请{said}件。\n"
    return told(lead + REQUESTS.format(natural, total))


def test_the_words_of_the_text_are_a_note_of_the_equation_that_they_would_mend() -> None:
    assert requests(11, 9, 12) == [("row-total", ["11件"])]


def test_a_text_that_another_change_would_mend_is_told_of_by_itself() -> None:
    assert [rule for rule, _ in requests(14, 9, 12)] == ["text-table-mismatch", "row-total"]
    assert [rule for rule, _ in requests(14, 10, 12)] == ["text-table-mismatch"]


def test_a_cell_that_holds_no_proper_number_stays_out_of_the_equations() -> None:
    assert requests(11, "9.5", 11) == [("bad-cell", [])]


def test_regulations_that_must_not_be_need_not_agree_with_their_row() -> None:
    assert [rule for rule, _ in told("二、主动公开政府信息情况\n" + ISSUED.format(3))] == ["regulation-power"]
