"""Days of the week that the calendar contradicts."""

import pytest

from linter.analysis import analyse
from linter.checks.weekday import Options, check
from linter.readers.from_txt import parse
from tests.checks.timing import TITLE, growth, report_of


def hits(text: str) -> list[tuple[str, str | None]]:
    """What is wrong, and what a fix would put there."""
    report = analyse(parse(f"{TITLE}一、总体情况\n{text}"))
    return [
        (report[one.span], one.fix.edits[0].text if one.fix else None) for one in check(report, Options())
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024年5月15日（星期五）", [("星期五", "星期三")]),
        ("2024年2月29日 周日", [("周日", "周四")]),
        ("10月1日（周四）", [("周四", None)]),
        ("2024年5月15日（星期三）、2024年9月1日（星期天）", []),
        ("10月1日（周二）、10月1日（周三）", []),
        ("2月29日（星期四）", []),
        ("2月29日（星期五）", [("星期五", None)]),
        ("2024年5月15日周年庆，2024年5月15日星期一至星期五，5月1日至5日（星期一）", []),
    ],
)
def test_the_calendar_decides(text: str, found: list[tuple[str, str | None]]) -> None:
    assert hits(text) == found


@pytest.mark.parametrize("unit", ["星期", "1月1日星期", "2024年1月1日（星期一）"])
def test_time_grows_with_the_text(unit: str) -> None:
    assert growth(check, Options(), lambda length: report_of(unit, length)) < 10
