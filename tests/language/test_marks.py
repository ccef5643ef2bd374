"""Where a sentence or a clause may end."""

import pytest

from linter.language.marks import is_finished


@pytest.mark.parametrize(
    "text",
    [
        "做好公开。",
        "做好公开；",
        "如下：",
        "“应公开尽公开。”",
        "（详见附件。）",
        "没有其他事项.",
        "没有其他事项．",
    ],
)
def test_a_text_with_an_end_mark_is_finished(text: str) -> None:
    assert is_finished(text)


@pytest.mark.parametrize("text", ["", "做好公开", "做好公开，", "第1.", "v2.", "a.", "."])
def test_a_text_without_one_is_not(text: str) -> None:
    assert not is_finished(text)
