"""Numbers of the tables that the text passes over."""

from linter.analysis import analyse
from linter.checks.mention import Options, check
from linter.model.finding import Hit, NotAssessed
from linter.readers.from_txt import parse

TITLE = "云溪县人民政府2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
OPTIONS = Options(cells=("t3.no_payment.total",), words=("处理费",))


def told(row: str, text: str) -> list[str]:
    """The cell pointed at, or `not assessed`."""
    report = analyse(parse(f"{TITLE}2.逾期不缴费 {row}\n六、其他需要报告的事项\n{text}\n"))
    return [report[one.span] if isinstance(one, Hit) else "not assessed" for one in check(report, OPTIONS)]


def test_a_number_without_a_word_is_found() -> None:
    assert told("2 0 0 0 0 0 2", "没有其他事项。") == ["2"]


def test_a_word_suffices_and_nothing_needs_none() -> None:
    assert told("2 0 0 0 0 0 2", "发出信息处理费通知2份。") == []
    assert told("0 0 0 0 0 0 0", "没有其他事项。") == []


def test_what_was_not_read_is_not_judged() -> None:
    report = analyse(parse("云溪县人民政府2024年政府信息公开工作年度报告\n一、总体情况\n公开信息36条。\n"))
    assert [type(one) for one in check(report, OPTIONS)] == [NotAssessed]


def test_headings_and_what_names_the_parts_of_the_report_are_no_mention() -> None:
    text = TITLE.replace("\n", "\n本报告由处理费等六部分组成。\n", 1)
    other = "四、信息处理费\n没有其他事项。处理费见六部分组成的说明。\n"
    report = analyse(parse(f"{text}2.逾期不缴费 2 0 0 0 0 0 2\n{other}"))
    options = Options(OPTIONS.cells, OPTIONS.words, unless=("组成",))
    assert [report[one.span] for one in check(report, options) if isinstance(one, Hit)] == ["2"]
