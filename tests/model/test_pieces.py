"""Stretches of the logical text find their way back into the source, past what it leaves out."""

from linter.model.document import Document, Span
from linter.model.finding import Edit
from linter.model.pieces import source_edits, source_pieces
from linter.readers.from_txt import parse

BROKEN = """\
一、总体情况
（一）主动公开。柳泉乡全年围绕群众关心的事项主动公开各类政府信息，增强与群众的互动
性和互动性，全年没有发生应当公开而没有公开的情形，群众通过公示栏和政府网站都能够查
— 3 —
到所需要的信息，没有接到对公开内容的投诉，也没有接到对公开时间和公开方式的投诉和意见。
（二）依申请公开。柳泉乡全年没有收到政府信息公开申请，也没有上年结转的政府信息公开申请。
"""
DOCUMENT = parse(BROKEN)


def span_of(words: str, document: Document = DOCUMENT) -> Span:
    """Where the words stand in the logical text."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def edited(words: str, text: str) -> list[tuple[str, str]]:
    """Of each edit: what stood in the source, and what comes in its place."""
    edits = source_edits(DOCUMENT, Edit(span_of(words), text))
    return [(BROKEN[one.span.start : one.span.end], one.text) for one in edits]


def test_an_unbroken_stretch_is_one_piece() -> None:
    pieces = source_pieces(DOCUMENT, span_of("主动公开各类"))
    assert [BROKEN[one.start : one.end] for one in pieces] == ["主动公开各类"]


def test_a_wrapped_stretch_is_two_pieces() -> None:
    pieces = source_pieces(DOCUMENT, span_of("互动性和互动性"))
    assert [BROKEN[one.start : one.end] for one in pieces] == ["互动", "性和互动性"]


def test_an_empty_stretch_is_one_empty_piece_after_the_character_before_it() -> None:
    end = span_of("互动性和互动性").end
    at = BROKEN.index("性和互动性") + 5
    assert source_pieces(DOCUMENT, Span(end, end)) == (Span(at, at),)


def test_an_edit_over_a_wrap_takes_the_wrap_with_it() -> None:
    assert edited("互动性和互动性", "互动性") == [("互动\n性和互动性", "互动性")]


def test_an_edit_over_page_furniture_touches_only_what_changes() -> None:
    assert edited("都能够查到所需", "都可以查到所需") == [("能够", "可以")]


def test_an_edit_never_takes_page_furniture_with_it() -> None:
    assert edited("能够查到所需要的", "了解") == [("能够查", "了解"), ("到所需要的", "")]


def test_an_insertion_goes_after_the_character_before_it() -> None:
    end = span_of("互动性和互动性").end
    at = BROKEN.index("性和互动性") + 5
    assert source_edits(DOCUMENT, Edit(Span(end, end), "。")) == (Edit(Span(at, at), "。"),)
