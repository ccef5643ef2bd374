"""Word files: what a person sees in Word is what is read, and every character leads back to its run."""

from pathlib import Path

import pytest

from linter.analysis.grids import cells
from linter.model.document import Document, Paragraph, Place, Span, Table
from linter.model.errors import UnreadableReport
from linter.readers.docx_numbering import counting, spelt
from linter.readers.docx_parts import parts
from linter.readers.docx_text import extracted, holders
from linter.readers.from_docx import read
from linter.readers.from_txt import parse
from tests.composing import compose
from tests.readers.writing import docx
from tests.readers.writing.docx import abstract, around, level, num, paragraph, run, table
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


LISTS = (
    abstract(
        0,
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCountingThousand", "（%2）"),
        level(2, "decimal", "%3."),
    )
    + abstract(1, level(0, "decimal", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    + num(1, 0)
    + num(2, 1)
    + num(3, 0, '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>')
)


def test_automatic_numbers_are_written_out() -> None:
    body = "".join(
        paragraph(text, number=number)
        for text, number in (
            ("总体情况", (1, 0)),
            ("主动公开。", (1, 1)),
            ("一项", (1, 2)),
            ("二项", (1, 2)),
            ("依申请公开。", (1, 1)),
            ("三项", (1, 2)),
            ("主动公开政府信息情况", (1, 0)),
            ("另一项", (3, 2)),
            ("别的列表", (2, 0)),
            ("别的列表", (2, 1)),
            ("没有编号", (0, 0)),
        )
    )
    assert paragraphs(document(body, numbering=LISTS)) == [
        "一、总体情况",
        "（一）主动公开。",
        "1.一项",
        "2.二项",
        "（二）依申请公开。",
        "1.三项",
        "二、主动公开政府信息情况",
        "1.另一项",
        "1、别的列表",
        "1.1别的列表",
        "没有编号",
    ]


def test_a_number_may_come_from_a_style_and_a_heading_is_known_by_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '<w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="标题二"/><w:basedOn w:val="2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    )
    body = (
        paragraph("一、总体情况…………1", style="t")
        + paragraph("总体情况", style="2")
        + paragraph("主动公开政府信息情况", style="a")
        + paragraph("收到和处理政府信息公开申请情况", more='<w:outlineLvl w:val="1"/>')
    )
    one = document(body, numbering=LISTS, styles=styles)
    found = [(one[block.span], block.style) for block in one.blocks if isinstance(block, Paragraph)]
    assert found == [
        ("一、总体情况", "heading-1"),
        ("二、主动公开政府信息情况", "heading-1"),
        ("收到和处理政府信息公开申请情况", "heading-2"),
    ]


@pytest.mark.parametrize(
    ("number", "format", "written"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (12, "decimalFullWidth", "１２"),
        (10, "chineseCounting", "十"),
        (23, "japaneseCounting", "二十三"),
        (102, "chineseCountingThousand", "一百零二"),
        (3, "chineseLegalSimplified", "叁"),
        (20, "ideographDigital", "二〇"),
        (3, "ideographTraditional", "丙"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (21, "decimalEnclosedCircle", "21"),
        (5, "whatever", "5"),
    ],
)
def test_numbers_are_spelt_as_word_spells_them(number: int, format: str, written: str) -> None:
    assert spelt(number, format) == written


def test_chinese_counting_up_to_the_thousands() -> None:
    numbers = (0, 1, 10, 11, 20, 99, 100, 110, 111, 1000, 1001, 1010, 2300)
    assert [counting(number, "零一二三四五六七八九", "十百千") for number in numbers] == [
        "零", "一", "十", "十一", "二十", "九十九", "一百", "一百一十", "一百一十一", "一千", "一千零一", "一千零一十", "二千三百",
    ]  # fmt: skip


SEEN = {
    "hyperlink": f'<w:hyperlink r:id="rId9">{run("门户网站")}</w:hyperlink>',
    "content control": f"<w:sdt><w:sdtPr/><w:sdtContent>{run('门户网站')}</w:sdtContent></w:sdt>",
    "smart tag": f'<w:smartTag w:element="place">{run("门户网站")}</w:smartTag>',
    "insertion": f'<w:ins w:id="1" w:author="a">{run("门户网站")}</w:ins>',
    "moved to": f'<w:moveTo w:id="1" w:author="a">{run("门户网站")}</w:moveTo>',
    "field": f'<w:fldSimple w:instr="REF a">{run("门户网站")}</w:fldSimple>',
    "long field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("门户网站")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "split run": run("门户", "<w:b/>") + run("网站"),
    "nested": f'<w:hyperlink><w:ins w:id="1"><w:smartTag>{run("门户网站")}</w:smartTag></w:ins></w:hyperlink>',
    "ruby": f"<w:r><w:ruby><w:rt>{run('men')}</w:rt><w:rubyBase>{run('门户网站')}</w:rubyBase></w:ruby></w:r>",
}


@pytest.mark.parametrize("content", SEEN.values(), ids=SEEN.keys())
def test_text_is_read_whatever_it_is_wrapped_in(content: str) -> None:
    assert paragraphs(document(around(run("通过") + content + run("公开。")))) == ["通过门户网站公开。"]


UNSEEN = {
    "deletion": '<w:del w:id="1"><w:r><w:delText>旧的</w:delText></w:r></w:del>',
    "moved from": f'<w:moveFrom w:id="1">{run("旧的")}</w:moveFrom>',
    "comment": '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    "footnote": '<w:r><w:footnoteReference w:id="2"/></w:r>',
    "hidden": run("旧的", "<w:vanish/>"),
    "instruction": "<w:r><w:instrText>PAGE</w:instrText></w:r>",
    "soft hyphen": "<w:r><w:softHyphen/></w:r>",
    "unknown symbol": '<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>',
}


@pytest.mark.parametrize("content", UNSEEN.values(), ids=UNSEEN.keys())
def test_what_does_not_print_is_not_read(content: str) -> None:
    assert paragraphs(document(around(run("通过网站") + content + run("公开。")))) == ["通过网站公开。"]


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


def test_every_character_leads_back_to_the_run_that_holds_it() -> None:
    body = (
        around(SEEN["long field"] + UNSEEN["deletion"] + SEEN["split run"], number=(1, 0))
        + table(MERGED)
        + around(SEEN["hyperlink"] + "<w:r><w:tab/></w:r>" + SEEN["insertion"])
    )
    text = extracted(parts(docx.docx(body, numbering=LISTS), "a"), "a")
    held = [
        (
            run.kind,
            (run.element.text or "")[start:end] if run.kind == "text" else text.text[run.start : run.end],
        )
        for run, start, end in holders(text, 0, len(text.text))
    ]
    assert held == [
        ("number", "一、"),
        ("text", "门户网站"),
        ("text", "门户"),
        ("text", "网站"),
        *(("text", words) for words in ("项目", "数量", "甲", "乙", "合计", "3", "无", "4")),
        ("text", "门户网站"),
        ("mark", "\t"),
        ("text", "门户网站"),
    ]
    start = text.text.index("户网站门")
    assert [(run.element.text, start, end) for run, start, end in holders(text, start, start + 4)] == [
        ("门户网站", 1, 4),
        ("门户", 0, 1),
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
