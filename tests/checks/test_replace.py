"""Wrong wordings and the right ones for them."""

import pytest

from linter.analysis import analyse
from linter.checks.replace import Options, check
from linter.readers.from_txt import parse

TITLE = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
SWAP: dict[str, str | None] = {
    "做为": "作为",
    "截止": "截至",
    "截止到": "截至",
    "同志们": None,
    "基本上": "",
    "体系": "制度体系",
}


def hits(text: str, options: Options) -> list[tuple[str, str | None]]:
    """The wrong wordings, and what the fix puts in their place."""
    report = analyse(parse(TITLE + text))
    return [(report[one.span], one.fix.edits[0].text if one.fix else None) for one in check(report, options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("做为重点，截止到12月，基本上完成。", [("做为", "作为"), ("截止到", "截至"), ("基本上", "")]),
        ("同志们做好工作。", [("同志们", None)]),
        ("截止日期为12月，申报截止。", [("截止", "截至")]),
        ("见《做为的办法》，所谓“截止”。", []),
        ("健全体系，健全制度体系。", [("体系", "制度体系")]),
    ],
)
def test_wrong_wordings_are_found_outside_quotes_and_right_contexts(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert hits(text, Options(SWAP, unless=("截止日期",))) == expected


def test_quotes_are_searched_if_asked() -> None:
    assert hits("见《做为的办法》。", Options(SWAP, quoted=True, safe=True)) == [("做为", "作为")]


def test_many_overlapping_wordings_are_found_without_overlap() -> None:
    options = Options({"啊啊": "啊", "啊啊啊": "啊"}, unless=("啊啊呀",))
    assert hits("啊" * 2000 + "呀。", options) == [("啊啊啊", "啊")] * 666
