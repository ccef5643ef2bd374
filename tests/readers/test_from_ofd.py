"""OFD files: lines from the places of characters, tables from drawn lines, over page breaks."""

from pathlib import Path

import pytest

from linter.analysis.grids import cells
from linter.model.document import Document, Paragraph, Place, Span, Table
from linter.model.errors import UnreadableReport
from linter.readers.from_ofd import read
from linter.readers.ofd_pages import deltas
from tests.composing import compose
from tests.readers.writing import ofd
from tests.readers.writing.ofd import frame, line, text


def document(*pages: str, order: tuple[int, ...] | None = None) -> Document:
    return read(Path("a.ofd"), ofd.ofd(pages, order=order))


def paragraphs(one: Document) -> list[str]:
    return [one[block.span] for block in one.blocks if isinstance(block, Paragraph)]


def rows(one: Document) -> list[list[str]]:
    table = next(block for block in one.blocks if isinstance(block, Table))
    return [[one[cell] for cell in row] for row in table.rows]


def test_lines_are_put_together_from_places_whatever_the_drawing_order() -> None:
    one = document(
        text(28 + 11.2, 50, "全年公开信息24条，内容涉及群众关心的")
        + text(39.2, 40, "一、总体情况")
        + text(28, 60, "各个")
        + text(39.2, 60, "方面。")
    )
    assert paragraphs(one) == ["一、总体情况", "全年公开信息24条，内容涉及群众关心的各个方面。"]


def test_pages_stand_in_the_order_of_the_document_not_of_the_archive() -> None:
    pages = [text(28, 40, f"第{n}页的话。") for n in "一二三"]
    assert paragraphs(document(*pages, order=(2, 0, 1))) == ["第一页的话。", "第二页的话。", "第三页的话。"]


def test_a_place_is_a_page_and_a_box_in_points() -> None:
    one = document(text(28, 40, "一、总体情况"), text(28, 50.8, "全年公开信息24条。"))
    assert one.place(Span(0, 1)) == Place(page=1, box=(79.4, 113.4, 174.6, 129.3))
    assert one.place(one.blocks[1].span) == Place(page=2, box=(79.4, 144.0, 222.2, 159.9))


def test_a_page_number_in_mid_sentence_and_a_running_header_are_set_aside() -> None:
    width = "字" * 26
    pages = [
        text(28, 20, "云溪县人民政府公报")
        + "".join(text(28, 40 + 10 * n, width) for n in range(4))
        + text(28, 80, f"{width}未完")
        + text(100, 275, "1"),
        text(28, 20, "云溪县人民政府公报") + text(28, 40, "接着写完。") + text(100, 275, "— 2 —"),
    ]
    assert paragraphs(document(*pages)) == [width * 5 + "未完接着写完。"]


def test_indents_tell_paragraphs_where_words_do_not() -> None:
    width = "字" * 28
    lines = []
    for n in range(5):
        lines += [(2, width[2:]), (0, "二是" + width[2:]), (0, "完。" if n % 2 else "没有写完")]
    one = document("".join(text(28 + i * ofd.SIZE, 40 + 8 * n, words) for n, (i, words) in enumerate(lines)))
    assert [len(words) for words in paragraphs(one)] == [58, 56, 58, 56, 58]


def test_merged_cells_are_found_by_the_lines_drawn() -> None:
    strokes = (
        line(30, 40, 90, 40)
        + line(50, 46, 90, 46)
        + line(30, 52, 90, 52)
        + line(30, 58, 90, 58)
        + line(30, 40, 30, 58)
        + line(50, 40, 50, 52)
        + line(70, 46, 70, 58)
        + line(90, 40, 90, 58)
    )
    words = (
        text(31, 44, "项目", 3.2)
        + text(60, 41, "数量", 3.2)
        + text(51, 47, "甲", 3.2)
        + text(71, 47, "乙", 3.2)
        + text(31, 53, "合计", 3.2)
        + text(75, 53, "3", 3.2)
    )
    one = document(strokes + words)
    assert rows(one) == [["项目", "数量", "数量"], ["项目", "甲", "乙"], ["合计", "合计", "3"]]
    assert one.place(one.blocks[0].span) == Place(page=1, box=(85.0, 113.4, 141.7, 147.4))


def test_a_number_broken_at_the_edge_of_its_cell_is_one_and_two_numbers_stay_two() -> None:
    def cells_with(first: str, second: str) -> str:
        return (
            frame(30, 40, 20, 10)
            + frame(50, 40, 8, 10)
            + text(31, 41, "总计", 3.2)
            + text(51, 41, first, 3.2)
            + text(51, 45, second, 3.2)
        )

    assert rows(document(cells_with("311", "9"))) == [["总计", "3119"]]
    assert rows(document(cells_with("1", "2"))) == [["总计", "1 2"]]


def test_a_frame_round_a_page_is_no_table() -> None:
    one = document(
        frame(20, 30, 170, 240) + text(28, 40, "一、总体情况") + text(28, 50, "全年公开信息24条。")
    )
    assert paragraphs(one) == ["一、总体情况", "全年公开信息24条。"]


def test_bold_by_double_print_slanted_watermarks_and_hidden_text() -> None:
    mark = text(60, 100, "内部资料", 12).replace("Boundary=", 'CTM="0.7 0.7 -0.7 0.7 0 0" Boundary=')
    hidden = text(28, 70, "看不见").replace("<ofd:TextObject", '<ofd:TextObject Visible="false"')
    one = document(text(28, 40, "一、总体情况") + text(28.2, 40, "一、总体情况") + mark + hidden)
    assert paragraphs(one) == ["一、总体情况"]


def test_the_way_to_the_next_character_may_be_written_short() -> None:
    found = [deltas(words, 6) for words in ("g 3 5.5 2", "1 2 3", "g 99 1", None, "g 3", "a b")]
    assert found == [[5.5, 5.5, 5.5, 2.0], [1.0, 2.0, 3.0], [1.0] * 6, [], [], []]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "without lines"])
@pytest.mark.parametrize("seed", range(10))
def test_a_composed_report_has_the_cells_and_paragraphs_it_was_made_of(seed: int, ruled: bool) -> None:
    composed = compose(seed, form="2019" if seed % 4 == 0 else "2021")
    one = read(Path("a.ofd"), ofd.report(composed, ruled=ruled))
    form, found, unread = cells(one)
    assert (form, unread) == (composed.form, ())
    assert {address: cell.value for address, cell in found.items()} == composed.cells
    lines = [line.text.strip() for line in composed.lines if line.role != "table"]
    read_lines = paragraphs(one)
    assert "".join(read_lines) == "".join(lines)
    assert len(read_lines) in (len(lines), len(lines) - 1)  # a title over two lines is one


def test_the_statutory_table_split_over_pages_is_one_table_of_ten_columns() -> None:
    one = read(Path("a.ofd"), ofd.report(compose(3, form="2021", busy=True)))
    tables = [block for block in one.blocks if isinstance(block, Table)]
    assert [{len(row) for row in table.rows} for table in tables] == [{4}, {10}, {15}]
    pages = {place.page for row in tables[1].rows for cell in row if (place := one.place(cell))}
    assert len(pages) == 2


def failure(data: bytes) -> str:
    with pytest.raises(UnreadableReport) as caught:
        read(Path("a.ofd"), data)
    assert caught.value.zh.startswith("a.ofd：")
    return caught.value.kind


def test_files_that_cannot_be_read_say_why() -> None:
    page = text(28, 40, "一、总体情况")
    whole = ofd.ofd([page])
    deep = "<ofd:PageBlock>" * 100 + "</ofd:PageBlock>" * 100
    picture = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>'
    kinds = {
        "truncated": failure(whole[:-30]),
        "encrypted": failure(ofd.ofd([page], files={"Encryptions.xml": "<a/>"})),
        "no document": failure(ofd.ofd([page], files={"OFD.xml": "<OFD/>"})),
        "page missing": failure(
            ofd.ofd([page], files={"Doc_0/Document.xml": "<D><Pages><Page BaseLoc='x'/></Pages></D>"})
        ),
        "entities": failure(ofd.ofd([page], files={"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><OFD/>'})),
        "nested": failure(ofd.ofd([deep])),
        "pages": failure(ofd.ofd([page] * 201)),
        "nothing": failure(ofd.ofd([""])),
        "pictures": failure(ofd.ofd([picture])),
    }
    assert kinds == {
        **dict.fromkeys(("truncated", "no document", "page missing", "entities", "nested"), "damaged"),
        "encrypted": "encrypted",
        "pages": "too-large",
        "nothing": "empty",
        "pictures": "scanned",
    }


def test_a_page_that_is_a_picture_is_said_to_be_one() -> None:
    picture = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>'
    one = document(text(28, 40, "一、总体情况"), picture)
    assert [zh for zh, _ in one.unreadable] == ["第 2 页是图片，没有读"]
