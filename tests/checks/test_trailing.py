"""Semicolons that nothing follows."""

from linter.analysis import analyse
from linter.checks.trailing import Options, check
from linter.readers.from_txt import parse

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n五、存在的主要问题及改进情况\n"


def found(text: str) -> list[str]:
    """The ends of the paragraphs pointed at."""
    report = analyse(parse(HEAD + text))
    return [str(one.values["ending"])[-4:] for one in check(report, Options())]


def test_a_semicolon_before_a_section_or_at_the_end_is_found() -> None:
    assert found("一是更新慢；\n二是图解少；\n六、其他需要报告的事项\n没有收取费用；\n") == [
        "图解少；",
        "取费用；",
    ]


def test_items_that_others_follow_keep_theirs() -> None:
    assert found("1.加强培训，增加场次；\n2.充实栏目，增加图解。\n") == []


def test_before_more_prose_it_may_be_a_wrap() -> None:
    assert found("一是更新慢；\n今后将逐月核对，增加图解。\n") == []
