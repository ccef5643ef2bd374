"""Offsets and positions, in every unit; and the edits between two texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from linter.fixing import apply_edits
from linter.lsp.changes import changes
from linter.lsp.lines import lines_of
from linter.lsp.uris import path_of, uri_of
from linter.model.document import Span

TEXT = st.text(
    st.sampled_from("公开。a\u00e9𠮷\U0001f600\r\n\f\u2028\u0085\u000b\x1c\ufeff\ud842"), max_size=40
)
CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@pytest.mark.parametrize("encoding", CODECS)
@given(text=TEXT)
def test_positions_are_those_of_the_protocol_and_lead_back(text: str, encoding: str) -> None:
    codec, width = CODECS[encoding]
    lines, mark = lines_of(text, encoding), text.startswith("\ufeff")
    for offset in range(len(text) - mark + 1):
        before = text[: offset + mark]
        parts = re.split(r"\r\n|\n|\r(?!\n)", before)
        if before.endswith("\r") and text[offset + mark : offset + mark + 1] == "\n":
            continue  # within a line end: no position of its own
        column = len(parts[-1].encode(codec, "surrogatepass")) // width
        if encoding == "utf-16" and re.search("\ud842[\udc00-\udfff]", parts[-1]):
            continue
        position = lines.position(offset)
        assert position == Position(len(parts) - 1, column)
        assert lines.offset(position) == offset


@given(text=TEXT)
def test_a_position_that_does_not_exist_is_the_nearest_before_it(text: str) -> None:
    lines = lines_of(text, "utf-16")
    assert lines.offset(Position(10_000, 3)) == len(lines.source)
    assert lines.source[lines.offset(Position(0, 10_000)) :][:1] in ("", "\r", "\n")


def test_a_span_after_characters_of_two_units_is_counted_in_units() -> None:
    text = "\f𠮷庄\u2028𠮷，，\n"
    span = Span(text.index("，"), text.index("\n"))
    ranges = {encoding: lines_of(text, encoding).range(span) for encoding in CODECS}
    columns = {encoding: (one.start.character, one.end.character) for encoding, one in ranges.items()}
    assert columns == {"utf-8": (15, 21), "utf-16": (7, 9), "utf-32": (5, 7)}


@given(before=TEXT, after=TEXT)
def test_the_edits_between_two_texts_make_the_one_of_the_other(before: str, after: str) -> None:
    assert apply_edits(before, tuple(changes(before, after))) == after


def test_lines_that_stay_as_they_are_are_not_touched() -> None:
    (edit,) = changes("一，，二\n三\n四\n", "一，二\n三\n四\n")
    assert (edit.span, edit.text) == (Span(2, 3), "")


def test_files_with_chinese_names_and_spaces_are_found() -> None:
    path = path_of("file:///home/%E9%9D%92%E7%A6%BE%E9%95%87/%E5%B9%B4%20%E6%8A%A5.txt")
    assert path is not None and path.as_posix() == "/home/青禾镇/年 报.txt"
    assert path_of(uri_of(path)) == path
    assert path_of("untitled:Untitled-1") is None
