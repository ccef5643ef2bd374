"""Numbers larger than a unit of that kind can have."""

from linter.analysis import analyse
from linter.checks.beyond import Options, check
from linter.model.finding import Hit
from linter.readers.from_txt import parse

OPTIONS = Options(cells=("t2.fees.amount",), limits={"乡": 2000})


def told(unit: str, amount: str) -> list[str]:
    """What is pointed at, or `not assessed`."""
    text = (
        f"{unit}2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（八）项\n"
        f"信息内容 本年收费金额（单位：万元）\n行政事业性收费 {amount}\n"
    )
    report = analyse(parse(text))
    return [report[one.span] if isinstance(one, Hit) else "not assessed" for one in check(report, OPTIONS)]


def test_a_number_from_the_limit_on_is_found() -> None:
    assert told("云溪县柳泉乡人民政府", "38000") == ["38000"]
    assert told("云溪县柳泉乡人民政府", "2000") == ["2000"]


def test_a_smaller_number_is_left_alone() -> None:
    assert told("云溪县柳泉乡人民政府", "12.5") == []


def test_other_levels_and_other_signs_are_not_judged() -> None:
    assert told("云溪县人民政府", "38000") == ["not assessed"]
    assert told("云溪县柳泉乡人民政府", "/") == ["not assessed"]
