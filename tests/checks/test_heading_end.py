"""Stops behind headings that stand on their own lines."""

from linter.analysis import analyse
from linter.checks.heading_end import Options, check
from linter.readers.from_txt import parse

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n"


def found(text: str) -> list[tuple[str, str, object]]:
    """The stop pointed at, the heading, and how many there are."""
    report = analyse(parse(HEAD + text))
    return [
        (report[one.span], str(one.values["heading"]), one.values["count"])
        for one in check(report, Options())
    ]


def test_one_hit_stands_for_all_headings() -> None:
    text = "一、总体情况。\n（一）主动公开情况：\n公开信息36条。\n（二）依申请公开\n没有申请。\n"
    assert found(text) == [("。", "总体情况", 2)]


def test_a_heading_that_text_runs_on_behind_keeps_its_stop() -> None:
    assert found("一、总体情况\n（一）主动公开。公开信息36条。\n（二）依申请公开：没有申请。\n") == []


def test_items_that_are_sentences_are_no_headings() -> None:
    assert found("五、存在的主要问题及改进情况\n1.加强培训。\n2.充实栏目。\n今后继续努力。\n") == []


def test_a_section_without_text_still_has_a_heading() -> None:
    assert found("一、总体情况\n公开信息36条。\n六、其他需要报告的事项：\n") == [
        ("：", "其他需要报告的事项", 1)
    ]


def test_a_sentence_is_no_heading() -> None:
    assert found("六、会议还研究了其他事项。\n没有收取费用。\n") == []
    assert found("五、关于人员问题，会议同意解决。\n没有收取费用。\n") == []
