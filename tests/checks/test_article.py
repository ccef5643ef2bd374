"""Articles that do not exist, or are about something else."""

import pytest

from linter.analysis import analyse
from linter.checks.article import Options, Topic, check, objection
from linter.readers.from_txt import parse
from tests.checks.timing import TITLE, growth, report_of

OPTIONS = Options(
    names=("《政府信息公开条例》", "《条例》"),
    short="《条例》",
    full="政府信息公开",
    last=56,
    topics=(Topic("规定[，,]?编制[^。]{0,4}报告", (49, 50), "见第五十条", "see Article 50"),),
    since=2019,
)


def hits(text: str, title: str = TITLE) -> list[tuple[str, object]]:
    report = analyse(parse(f"{title}一、总体情况\n{text}"))
    return [(report[one.span], str(getattr(one.values["fault"], "zh", ""))) for one in check(report, OPTIONS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("依据《政府信息公开条例》第五十七条规定", ("第五十七条", "全文只有56条")),
        ("依据《条例》（国务院令第711号）第100条规定", ("第100条", "全文只有56条")),
        ("依据《条例》第二十条规定，编制本报告。", ("第二十条", "见第五十条")),
    ],
)
def test_a_wrong_article_is_found(text: str, found: tuple[str, str]) -> None:
    assert hits(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "依据《条例》第五十条规定，编制本报告。",
        "依据《条例》第十九条、第五十条规定，编制本报告。",
        "依据《信访条例》第六十条规定编制报告。",
        "依照《物业管理条例》（以下简称《条例》）工作，《条例》第六十八条已落实。",
    ],
)
def test_a_right_article_is_left_alone(text: str) -> None:
    assert hits(text) == []


def test_reports_before_the_regulation_are_not_judged() -> None:
    assert hits("依据《条例》第五十七条规定", TITLE.replace("2024", "2017")) == []


def test_an_expression_that_may_take_long_is_refused() -> None:
    assert (
        objection(Options(("《条例》",), "《条例》", "", 9, (Topic("(.*)*", (1,), "甲", "a"),))) is not None
    )


@pytest.mark.parametrize("unit", ["《条例》第", "《条例》（", "《条例》第二十条规定", "《条例》第二十条和第"])
def test_time_grows_with_the_text(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report_of(unit, length)) < 10
