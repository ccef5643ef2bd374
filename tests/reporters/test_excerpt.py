"""The lines of the source, with carets under the right columns."""

import pytest

from linter.language.widths import clean, shown
from linter.model.document import Span
from linter.readers.from_txt import parse
from linter.reporters.excerpt import Excerpt, excerpts

from .conftest import span_of

LONG = "柳泉乡全年公开各类信息" * 40 + "互动性和互动性" + "群众通过公示栏查阅" * 40 + "。"


@pytest.mark.parametrize(
    ("text", "safe", "columns"),
    [
        ("a政b", "a政b", (0, 1, 3, 4)),
        ("Ａ，", "Ａ，", (0, 2, 4)),
        ("“”", "“”", (0, 1, 2)),
        ("a\tb\t", "a   b   ", (0, 1, 4, 5, 8)),
        ("政\t", "政  ", (0, 2, 4)),
        ("e\u0301x", "e\u0301x", (0, 1, 1, 2)),
        ("a\u200bb", "a\u200bb", (0, 1, 1, 2)),
        ("\x1b[31m", "␛[31m", (0, 1, 2, 3, 4, 5)),
        ("\u202e政", "\ufffd政", (0, 1, 3)),
        ("\x85\u2028", "\ufffd\ufffd", (0, 1, 2)),
        ("", "", (0,)),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, safe: str, columns: tuple[int, ...]) -> None:
    assert shown(text) == (safe, columns)


def test_a_text_in_a_line_has_no_line_breaks_and_steers_nothing() -> None:
    assert (clean("一\n二\x1b[0m"), clean("三")) == ("一 二␛[0m", "三")


def test_a_tab_before_the_words_moves_the_carets() -> None:
    document = parse("\t甲\t柳泉乡没有收到申请。\n")
    assert excerpts(document, span_of(document, "没有")) == (
        Excerpt(1, "    甲  柳泉乡没有收到申请。", " " * 14 + "^^^^"),
    )


def test_a_long_line_is_cut_round_the_words() -> None:
    document = parse(LONG)
    (only,) = excerpts(document, span_of(document, "互动性和互动性"))
    head = "…" + LONG[LONG.index("互动") - 24 : LONG.index("互动")]
    assert (only.text.startswith(f"{head}互动性和互动性"), only.text.endswith("…"), only.carets) == (
        True,
        True,
        " " * (1 + 48) + "^" * 14,
    )


def test_an_empty_span_is_a_caret_after_the_character_before_it() -> None:
    document = parse("柳泉乡没有收到申请")
    end = len(document.text)
    assert excerpts(document, Span(end, end)) == (Excerpt(1, "柳泉乡没有收到申请", " " * 18 + "^"),)


def test_of_many_lines_the_first_and_the_last_are_shown() -> None:
    lines = [f"{n}、柳泉乡全年公开信息{n}条。" for n in range(1, 8)]
    document = parse("\n".join(lines))
    found = excerpts(document, Span(0, len(document.text)))
    assert [(one.line, one.text) for one in found] == [(1, lines[0]), (7, lines[-1])]


def test_page_furniture_in_between_is_not_shown() -> None:
    document = parse(
        "（一）主动公开。柳泉乡全年围绕群众关心的事项主动公开各类政府信息，增强与群众的互动\n"
        "性，全年没有发生应当公开而没有公开的情形，群众通过公示栏和政府网站都能够查到所有需\n"
        "— 3 —\n"
        "要的信息，没有接到对公开内容的投诉，也没有接到对公开时间和公开方式的投诉和意见呢。\n"
    )
    found = excerpts(document, span_of(document, "所有需要的信息"))
    assert [(one.line, one.carets.count("^")) for one in found] == [(2, 6), (4, 8)]
