"""One document with two numbers, two documents with one."""

import pytest

from linter.analysis import analyse
from linter.checks.renumbered import Options, check
from linter.readers.from_txt import parse
from tests.checks.timing import TITLE, growth, report_of


def hits(text: str) -> list[tuple[str, str]]:
    """What contradicts, and the place that it contradicts."""
    report = analyse(parse(f"{TITLE}一、总体情况\n{text}"))
    return [(report[one.span], report[one.notes[0].span]) for one in check(report, Options())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "《柳泉乡信息公开制度》（柳政〔2023〕5号）。《柳泉乡信息公开制度》（柳政〔2023〕6号）。",
            [("柳政〔2023〕6号", "柳政〔2023〕5号")],
        ),
        (
            "《柳泉乡信息公开制度》（柳政〔2023〕5号）、《各村档案移交办法》（柳政〔2023〕5号）。",
            [("柳政〔2023〕5号", "柳政〔2023〕5号")],
        ),
        ("《柳泉乡信息公开制度》（柳政〔2023〕5号）。《柳泉乡信息公开制度》(柳政[2023]5号)。", []),
        (
            "《柳泉乡信息公开制度》（柳政〔2023〕5号）。《印发〈信息公开制度〉的通知》（柳政〔2023〕5号）。",
            [],
        ),
        ("《要点》（柳政〔2023〕5号）。《要点》（柳政〔2024〕5号）。", []),
    ],
)
def test_a_contradiction_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert hits(text) == found


@pytest.mark.parametrize(
    "unit", ["《", "《柳泉乡信息公开制度》（柳政〔2023〕5号）", "《柳泉乡信息公开制度》（"]
)
def test_time_grows_with_the_text(unit: str) -> None:
    assert growth(check, Options(), lambda length: report_of(unit, length)) < 10
