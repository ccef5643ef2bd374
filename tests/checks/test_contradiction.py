"""One quantity stated twice with two values."""

import pytest

from linter.analysis import analyse
from linter.checks.contradiction import Number, Options, Total, check, objection
from linter.readers.from_txt import parse
from tests.checks.timing import growth, report_of

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
TOTAL = Total(
    zh="公开总数",
    en="disclosed",
    find=r"(?:(?P<year>20\d\d)年|全年)公开信息(?P<value>\d{1,6})条",
    having=("公开信息",),
    unless=("网站",),
)
OPTIONS = Options(
    totals=(TOTAL,),
    numbers=(Number(fact="text.received", cell="t3.new.total", apart=("text.carried_in",)),),
)


def found(text: str) -> list[tuple[str, list[str]]]:
    """What is pointed at, and what it contradicts."""
    report = analyse(parse(HEAD + text))
    return [(report[one.span], [report[note.span] for note in one.notes]) for one in check(report, OPTIONS)]


def test_a_second_value_is_found() -> None:
    assert found("2024年公开信息36条。\n（一）主动公开。全年公开信息35条。") == [("35", ["36"])]


def test_a_declared_number_is_compared_with_itself() -> None:
    text = "（二）依申请公开。全年收到政府信息公开申请3件。\n五、问题\n全年收到政府信息公开申请5件。"
    assert found(text) == [("5件", ["3件"])]


def test_what_the_table_holds_is_left_to_the_table() -> None:
    text = (
        "（二）依申请公开。全年收到政府信息公开申请3件。全年收到政府信息公开申请5件。\n"
        "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 5 0 0 0 0 0 5\n"
    )
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2024年公开信息36条，全年公开信息36条。",
        "2023年公开信息30条。2024年公开信息36条。",
        "全年公开信息36条。网站全年公开信息20条。",
        "全年公开信息36条。“全年公开信息20条”的目标完成了。",
        "全年收到政府信息公开申请3件，上年结转申请1件。全年收到政府信息公开申请4件。",
    ],
)
def test_other_quantities_have_their_own_values(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("options", "key"),
    [
        (Options(totals=(Total(zh="", en="", find="公开.*", having=()),)), "totals"),
        (Options(totals=(Total(zh="", en="", find="公开", having=()),)), "totals"),
        (Options(numbers=(Number(fact="text.unknown"),)), "numbers"),
    ],
)
def test_options_that_mean_nothing_are_refused(options: Options, key: str) -> None:
    assert [one[0] for one in [objection(options)] if one] == [key]


@pytest.mark.parametrize("unit", ["全年公开信息36条。", "公开信息，", "全年公开信息"])
def test_the_time_keeps_step_with_the_text(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report_of(unit, length)) < 8
