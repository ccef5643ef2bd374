"""Requests counted in several units."""

from linter.analysis import analyse
from linter.checks.unit_mix import Options, check
from linter.readers.from_txt import parse

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n（二）依申请公开。"
OPTIONS = Options(numbers=("text.received", "text.answered"), right="件", same=("件次",))


def found(text: str) -> list[tuple[str, str | None]]:
    """What is pointed at, and the unit to put there."""
    report = analyse(parse(HEAD + text))
    return [(report[one.span], one.fix.edits[0].text if one.fix else None) for one in check(report, OPTIONS)]


def test_another_unit_beside_the_right_one_is_found() -> None:
    assert found("全年收到政府信息公开申请3件，办结3条。") == [("3条", "件")]


def test_one_unit_throughout_is_left_alone() -> None:
    assert found("全年收到政府信息公开申请3条，办结3条。") == []
    assert found("全年收到政府信息公开申请3件，办结3件次。") == []


def test_other_things_have_their_own_units() -> None:
    assert found("全年收到政府信息公开申请3件，收到留言5条，均已答复。") == []
