"""PDF files: lines from the places of characters, tables from drawn lines, over page breaks."""

from pathlib import Path

import pytest

from linter.model.document import Document, Paragraph, Span, Table
from linter.model.errors import UnreadableReport
from linter.readers.from_pdf import read
from linter.readers.pdf_pages import PAGES
from tests.readers.writing.pdf import bar, line, pdf, picture, sideways, text


def document(*pages: str, turned: int = 0) -> Document:
    return read(Path("a.pdf"), pdf(pages, turned=turned))


def paragraphs(one: Document) -> list[str]:
    return [one[block.span] for block in one.blocks if isinstance(block, Paragraph)]


def rows(one: Document) -> list[list[str]]:
    table = next(block for block in one.blocks if isinstance(block, Table))
    return [[one[cell] for cell in row] for row in table.rows]


WRAPPED = (
    text(122, 130, "全年公开信息24条，内容涉及群众关心的各个方面，")
    + text(122, 100, "一、总体情况")
    + text(90, 160, "回应及时。")
)


def test_lines_are_put_together_from_places_whatever_the_drawing_order() -> None:
    assert paragraphs(document(WRAPPED)) == [
        "一、总体情况",
        "全年公开信息24条，内容涉及群众关心的各个方面，回应及时。",
    ]


def test_a_place_is_a_page_and_a_box_round_the_line() -> None:
    one = document(text(90, 100, "一、总体情况"), text(90, 200, "全年公开信息24条。"))
    place = one.place(one.blocks[1].span)
    assert place is not None
    assert place.page == 2
    assert place.box is not None
    x0, top, x1, bottom = place.box
    assert (88 < x0 < 92, 195 < top < 205, x1 > 200, 212 < bottom < 225) == (True, True, True, True)


@pytest.mark.parametrize("bordered", [line, bar])
def test_a_drawn_table_has_its_cells_be_its_borders_lines_or_bars(bordered: object) -> None:
    def rule(x0: float, y0: float, x1: float, y1: float) -> str:
        wide = 0.0 if bordered is line else 0.6
        return bordered(x0, y0, x1 + wide, y1 + wide)  # type: ignore[operator, no-any-return]

    borders = "".join(rule(90, y, 390, y) for y in (100, 130, 160)) + "".join(
        rule(x, 100, x, 160) for x in (90, 240, 390)
    )
    words = (
        text(95, 108, "信息内容", 12)
        + text(245, 108, "本年处理决定数量", 12)
        + text(95, 138, "行政许可", 12)
        + text(300, 138, "12", 12)
    )
    assert rows(document(borders + words)) == [["信息内容", "本年处理决定数量"], ["行政许可", "12"]]


def test_a_filled_background_is_no_table() -> None:
    assert not [
        block for block in document(bar(80, 90, 500, 300) + WRAPPED).blocks if isinstance(block, Table)
    ]


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    one = document(sideways(90, 130, "全年公开信息24条。") + sideways(90, 100, "一、总体情况"), turned=90)
    assert one.text == "一、总体情况\n全年公开信息24条。"


def test_a_picture_page_is_said_to_be_one() -> None:
    one = document(WRAPPED, picture())
    assert one.unreadable == (("第 2 页是图片，没有读", "page 2 is a picture and was not read"),)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf([picture(), picture()]), "scanned"),
        (pdf([""]), "empty"),
        (pdf([WRAPPED], encrypted=True), "encrypted"),
        (b"%PDF-1.7\nnothing of the kind", "damaged"),
        (pdf([WRAPPED])[:300], "damaged"),
        (pdf([""] * (PAGES + 1)), "too-large"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableReport) as caught:
        read(Path("a.pdf"), data)
    assert (caught.value.kind, caught.value.zh.startswith("a.pdf：")) == (kind, True)


def test_every_logical_character_has_a_source_character() -> None:
    one = document(WRAPPED)
    assert "".join(one.source[one.source_offset(n)] for n in range(len(one.text))).replace(
        "\n", ""
    ) == one.text.replace("\n", "")
    assert one.source_span(Span(0, 6)) == Span(0, 6)
