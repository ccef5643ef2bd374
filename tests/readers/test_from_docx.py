"""Word files: what a person sees in Word is what is read, and every character leads back to its run."""

from pathlib import Path

import pytest

from linter.analysis.grids import cells
from linter.model.document import Document, Paragraph, Place, Span, Table
from linter.model.errors import UnreadableReport
from linter.readers.from_docx import read
from linter.readers.from_txt import parse
from tests.composing import compose
from tests.readers.writing import docx
from tests.readers.writing.docx import around, paragraph, run, table
from tests.readers.writing.tables import Box


def document(body: str, *, numbering: str = "", styles: str = "") -> Document:
    return read(Path("a.docx"), docx.docx(body, numbering=numbering, styles=styles))


def paragraphs(one: Document) -> list[str]:
    return [one[block.span] for block in one.blocks if isinstance(block, Paragraph)]


def rows(one: Document, block: object) -> list[list[str]]:
    assert isinstance(block, Table)
    return [[one[cell] for cell in row] for row in block.rows]


MERGED = (
    (Box("项目", 1, 2), Box("数量", 2)),
    (Box("甲"), Box("乙")),
    (Box("合计"), Box("3", 2)),
    (Box("无"), Box(""), Box("4")),
)


def test_paragraphs_and_tables_stand_in_the_order_of_the_body() -> None:
    one = document(paragraph("一、总体情况") + table(MERGED) + paragraph("全年公开信息24条。"))
    assert [type(block) for block in one.blocks] == [Paragraph, Table, Paragraph]
    assert one.text == "一、总体情况\n项目\t数量\n甲\t乙\n合计\t3\n无\t\t4\n全年公开信息24条。"


def test_a_merged_cell_is_repeated_in_each_place_and_an_empty_one_is_an_empty_span() -> None:
    one = document(table(MERGED))
    assert rows(one, one.blocks[0]) == [
        ["项目", "数量", "数量"],
        ["项目", "甲", "乙"],
        ["合计", "3", "3"],
        ["无", "", "4"],
    ]
    block = one.blocks[0]
    assert isinstance(block, Table)
    assert block.ruled
    assert block.rows[0][0] == block.rows[1][0]


def test_places_count_paragraphs_outside_tables_and_cells_by_table_row_and_column() -> None:
    one = document(
        paragraph("一、总体情况") + table(MERGED) + paragraph("") + paragraph("全年公开信息24条。")
    )
    places = [
        one.place(one.blocks[0].span),
        one.place(one.blocks[2].span),
        one.place(Span(one.text.index("乙"), one.text.index("乙") + 1)),
    ]
    assert places == [Place(paragraph=1), Place(paragraph=3), Place(cell=(1, 2, 3))]


def test_rows_of_uneven_length_are_filled_up() -> None:
    cell = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    body = f"<w:tbl><w:tr>{cell.format(1)}{cell.format(2)}</w:tr><w:tr>{before}{cell.format(3)}</w:tr><w:tr/></w:tbl>"
    one = document(paragraph("表") + body)
    assert rows(one, one.blocks[1]) == [["1", "2"], ["", "3"], ["", ""]]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框里的话。')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><wps:wsp><wps:txbx>"
        f"{box}</wps:txbx></wps:wsp></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert paragraphs(
        document(around(run("全年公开") + drawing + run("信息24条。")) + paragraph("下一段。"))
    ) == [
        "全年公开信息24条。",
        "框里的话。",
        "下一段。",
    ]


def test_breaks_tabs_and_symbols() -> None:
    one = around(
        run("电话：") + "<w:r><w:tab/></w:r>" + run("0300") + "<w:r><w:noBreakHyphen/></w:r>" + run("5512345")
    )
    two = around(
        run("一是建章立制，")
        + "<w:r><w:br/></w:r>"
        + run("明确责任。")
        + "<w:r><w:cr/></w:r>"
        + run("二是加强培训。")
    )
    three = around('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run("已公开"))
    assert paragraphs(document(one + two + three)) == [
        "电话：0300-5512345",
        "一是建章立制，明确责任。",
        "二是加强培训。",
        "☑已公开",
    ]


def test_tracked_changes_count_as_accepted_also_of_paragraphs_and_rows() -> None:
    deleted = '<w:rPr><w:del w:id="3" w:author="a"/></w:rPr>'
    gone = '<w:trPr><w:del w:id="4" w:author="a"/></w:trPr>'
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = "<w:tr>{}" + cell.format("甲") + cell + "</w:tr>"
    rows = row.format("", 1) + row.format(gone, 2) + row.format("", 3)
    body = paragraph("全年公开信息", more=deleted) + paragraph("24条。") + f"<w:tbl>{rows}</w:tbl>"
    one = document(body)
    assert one.text == "全年公开信息24条。\n甲\t1\n甲\t3"


def test_a_table_that_only_places_text_is_read_as_paragraphs() -> None:
    prose = "".join(
        paragraph(
            f"第{n}段，本机关全年依法公开政府信息，内容涉及群众关心的各个方面，没有发生泄密事件，群众普遍表示满意。"
        )
        for n in "一二三四五"
    )
    inner = table(((Box("甲"), Box("1")),))
    body = f"<w:tbl><w:tr><w:tc>{prose}</w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    one = document(body)
    assert [type(block) for block in one.blocks] == [Paragraph] * 5 + [Table]
    assert one.place(one.blocks[1].span) == Place(cell=(1, 1, 1))
    assert one.place(one.blocks[5].span) == Place(cell=(2, 1, 1))


def test_a_title_over_two_paragraphs_is_one_and_other_paragraphs_stay_apart() -> None:
    body = "".join(
        map(
            paragraph,
            (
                "云溪县青禾镇人民政府",
                "2024年政府信息公开工作年度报告",
                "一、总体情况",
                "全年公开信息24条，没有写完",
                "这是另一段。",
            ),
        )
    )
    assert paragraphs(document(body)) == [
        "云溪县青禾镇人民政府2024年政府信息公开工作年度报告",
        "一、总体情况",
        "全年公开信息24条，没有写完",
        "这是另一段。",
    ]


def test_paragraphs_that_are_the_lines_of_a_page_are_put_together() -> None:
    lines = (
        "一、总体情况",
        "　　2024年，本机关认真贯彻落实《中华人民共和国政府信",
        "息公开条例》，坚持以公开为常态、不公开为例外，全年主",
        "动公开政府信息24条，其中机构职能类3条、财政预决算类",
        "2条、惠民政策类19条，内容涉及群众关心的各个方面，较",
        "好地保障了群众的知情权。",
        "　　一是加强组织领导，明确专人负责，及时更新各个栏目",
        "的内容。",
    )
    assert [text[:6] + text[-4:] for text in paragraphs(document("".join(map(paragraph, lines))))] == [
        "一、总体情况总体情况",
        "2024年，知情权。",
        "一是加强组织的内容。",
    ]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("form", ["2021", "2019"])
def test_a_composed_report_has_the_cells_and_paragraphs_it_was_made_of(seed: int, form: str) -> None:
    composed = compose(seed, form=form)  # type: ignore[arg-type]
    one = read(Path("a.docx"), docx.report(composed))
    form_read, found, unread = cells(one)
    assert (form_read, unread) == (form, ())
    assert {address: cell.value for address, cell in found.items()} == composed.cells
    lines = [line.text.strip() for line in composed.lines if line.role != "table"]
    assert "".join(paragraphs(one)) == "".join(lines)
    assert all(
        one.source[one.source_offset(at)] == char or char.isspace() for at, char in enumerate(one.text)
    )


def test_the_statutory_table_is_read_into_rows_of_ten_columns() -> None:
    composed = compose(3, form="2021", busy=True)
    one = read(Path("a.docx"), docx.report(composed))
    widths = [{len(row) for row in block.rows} for block in one.blocks if isinstance(block, Table)]
    assert widths == [{4}, {10}, {15}]


def test_it_says_the_same_as_its_text_twin() -> None:
    composed = compose(7, form="2021")
    one, twin = read(Path("a.docx"), docx.report(composed)), parse(composed.text)
    assert "".join(paragraphs(one)) == "".join(paragraphs(twin))


def failure(data: bytes) -> str:
    with pytest.raises(UnreadableReport) as caught:
        read(Path("a.docx"), data)
    assert caught.value.zh.startswith("a.docx：")
    assert caught.value.en.startswith("a.docx: ")
    return caught.value.kind


def test_files_that_cannot_be_read_say_why() -> None:
    whole = docx.docx(paragraph("一、总体情况"))
    picture = around('<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>')
    entity = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document/>'
    deep = "<w:ins>" * 200 + "</w:ins>" * 200
    part = "word/document.xml"
    kinds = {
        "truncated": failure(whole[:-40]),
        "no body": failure(docx.docx("", parts={part: "<document/>"})),
        "cut XML": failure(docx.docx("", parts={part: "<w:document xmlns:w='w'><w:body><w:p>"})),
        "no main part": failure(docx.docx("", parts={part: b""})),
        "entities": failure(docx.docx("", parts={part: entity})),
        "nested": failure(docx.docx(f"<w:p>{deep}</w:p>")),
        "nothing": failure(docx.docx("<w:p/>")),
        "pictures": failure(docx.docx(picture)),
    }
    assert kinds == {
        **dict.fromkeys(("truncated", "no body", "cut XML", "no main part", "entities", "nested"), "damaged"),
        "nothing": "empty",
        "pictures": "scanned",
    }


def test_pictures_beside_text_are_said_not_to_have_been_read() -> None:
    one = document(
        paragraph("一、总体情况") + around('<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>')
    )
    assert [zh for zh, _ in one.unreadable] == ["文中有 1 张图片，图片里的文字和表格没有读"]


def test_the_main_part_may_have_another_name_and_the_strict_namespace() -> None:
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/Word/main.xml"/></Relationships>'
    )
    body = f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p></w:body></w:document>'
    data = docx.docx("", parts={"_rels/.rels": relations, "word/MAIN.xml": body})
    import io
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))
    assert read(Path("a.docx"), made.getvalue()).text == "一、总体情况"
