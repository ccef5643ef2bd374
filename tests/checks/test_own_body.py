"""我局 in the report of a 委员会."""

import pytest

from linter.analysis import analyse
from linter.checks.own_body import Options, check, objection
from linter.model.finding import Hit, NotAssessed
from linter.readers.from_txt import parse
from tests.checks.timing import growth, report_of

OPTIONS = Options(
    own={"局": ("我局",), "委员会": ("我委",), "乡": ()},
    words=("我局", "我委"),
    unless=("我委托",),
    changed=("更名",),
)


def hits(unit: str, text: str) -> list[str] | None:
    """The wrong words; None where that was not judged."""
    report = analyse(parse(f"{unit}2024年政府信息公开工作年度报告\n一、总体情况\n{text}"))
    found = list(check(report, OPTIONS))
    if any(isinstance(one, NotAssessed) for one in found):
        return None
    return [report[one.span] for one in found if isinstance(one, Hit)]


@pytest.mark.parametrize(
    ("unit", "text", "found"),
    [
        ("云溪县卫生健康委员会", "我局公开信息，我委审核。", ["我局"]),
        ("云溪县水利局", "我委公开信息，我局审核。", ["我委"]),
        ("云溪县水利局（河长办公室）", "我局审核。", []),
        ("云溪县柳泉乡人民政府", "我局公开信息。", ["我局"]),
        ("云溪县水利局", "我委托专家评估。更名前我委公开信息。“我委”是旧称。", []),
        ("云溪县档案馆", "我局公开信息。", None),
    ],
)
def test_words_of_another_kind_of_body_are_found(unit: str, text: str, found: list[str] | None) -> None:
    assert hits(unit, text) == found


def test_an_expression_that_may_take_long_is_refused() -> None:
    assert objection(Options({}, (), ("(.*)*",))) is not None


@pytest.mark.parametrize("unit", ["我局", "我委托", "我局。", "“我局"])
def test_time_grows_with_the_text(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report_of(unit, length)) < 10
