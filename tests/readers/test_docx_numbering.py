"""Automatic numbering: what Word prints in front of a paragraph is read as its text."""

from pathlib import Path

import pytest

from linter.model.document import Document, Paragraph
from linter.readers.docx_numbering import counting, spelt
from linter.readers.from_docx import read
from tests.readers.writing import docx
from tests.readers.writing.docx import LISTS, paragraph


def document(body: str, *, styles: str = "") -> Document:
    return read(Path("a.docx"), docx.docx(body, numbering=LISTS, styles=styles))


def paragraphs(one: Document) -> list[str]:
    return [one[block.span] for block in one.blocks if isinstance(block, Paragraph)]


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
    assert paragraphs(document(body)) == [
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
    one = document(body, styles=styles)
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
