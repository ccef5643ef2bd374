"""The own township under another kind."""

import pytest

from linter.analysis import analyse
from linter.checks.misnamed import Options, check
from linter.model.finding import Hit, NotAssessed
from linter.readers.from_txt import parse
from tests.checks.timing import TITLE, growth, report_of

OPTIONS = Options(lacking=("更名", "与"), before=("在",))


def hits(text: str, title: str = TITLE) -> list[tuple[str, str]]:
    report = analyse(parse(f"{title}一、总体情况\n{text}"))
    found = [one for one in check(report, OPTIONS) if isinstance(one, Hit)]
    return [(report[one.span], one.fix.edits[0].text if one.fix else "") for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("柳泉镇人民政府公开信息。", [("柳泉镇", "柳泉乡")]),
        ("在柳泉街道，云溪县柳泉镇设点。", [("柳泉街道", "柳泉乡"), ("柳泉镇", "柳泉乡")]),
        ("柳泉乡柳泉村公开信息。", []),
        ("柳泉镇更名为柳泉乡。", []),
        ("与柳泉镇交流。", []),
        ("印发《柳泉镇公开制度》。", []),
        ("上柳泉镇的群众来信。", []),
    ],
)
def test_another_kind_is_found_where_the_own_unit_is_meant(text: str, found: list[tuple[str, str]]) -> None:
    assert hits(text) == found


@pytest.mark.parametrize(
    "title", ["云溪县水利局2024年政府信息公开工作年度报告\n", "政府信息公开工作年度报告\n"]
)
def test_others_than_townships_are_not_judged(title: str) -> None:
    report = analyse(parse(f"{title}一、总体情况\n柳泉镇公开信息。"))
    assert [type(one) for one in check(report, OPTIONS)] == [NotAssessed]


@pytest.mark.parametrize("unit", ["柳泉", "柳泉镇", "在柳泉镇，", "柳泉镇。"])
def test_time_grows_with_the_text(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report_of(unit, length)) < 10
