"""Headings of topics whose text is about something else."""

import pytest

from linter.analysis import analyse
from linter.checks.subject import Options, check
from linter.readers.from_txt import parse

OPTIONS = Options({"on-request": ("申请", "收到"), "platform": ("网站", "平台")})


def found(text: str) -> list[str]:
    report = analyse(parse(f"一、总体情况\n{text}\n二、主动公开政府信息情况\n"))
    return [report[hit.span] for hit in check(report, OPTIONS)]


@pytest.mark.parametrize(
    "text",
    [
        "（二）依申请公开\n每周检查网站栏目，更换公示栏内容。",
        "（二）依申请公开：每周检查网站栏目，更换公示栏内容。",
    ],
)
def test_text_without_a_word_of_its_topic_is_pointed_at(text: str) -> None:
    assert found(text) == ["依申请公开"]


@pytest.mark.parametrize(
    "text",
    [
        "（二）依申请公开\n全年没有收到要求公开信息的来信。",
        "（二）依申请公开：同上。",
        "（二）依申请公开有序推进\n每周检查网站栏目，更换公示栏内容。",
        "（三）政府信息管理\n每周检查网站栏目，更换公示栏内容。",
    ],
)
def test_a_word_a_short_text_or_a_heading_of_its_own_is_enough(text: str) -> None:
    assert found(text) == []
