"""Web pages: the report's own text, whatever a site puts round it, at its places in the file."""

import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.analysis.grids import cells
from linter.model.document import Document, Paragraph, Span, Table
from linter.model.errors import UnreadableReport
from linter.model.finding import Edit
from linter.model.pieces import source_edits
from linter.readers.from_html import parse, read
from linter.readers.from_txt import parse as parse_text
from tests.composing import compose
from tests.readers.writing import html as pages
from tests.readers.writing.html import paragraph, site

TITLE = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告"


def paragraphs(one: Document) -> list[str]:
    return [one[block.span] for block in one.blocks if isinstance(block, Paragraph)]


def rows(one: Document) -> list[list[str]]:
    table = next(block for block in one.blocks if isinstance(block, Table))
    return [[one[cell] for cell in row] for row in table.rows]


def stands_where_it_says(one: Document) -> bool:
    """Whether each character of the logical text stands in the file where the document says, as itself or as a
    reference."""
    held = (
        (char, one.source[one.source_offset(at) : one.source_end(at)]) for at, char in enumerate(one.text)
    )
    return all(char.isspace() or char in html.unescape(source) for char, source in held)


TEXT = (
    TITLE,
    "一、总体情况",
    "全年公开信息24条。",
    "二、主动公开政府信息情况",
    "六、其他需要报告的事项",
    "无。",
)


def test_the_report_is_found_among_what_a_site_puts_round_it() -> None:
    one = parse(site("".join(map(paragraph, TEXT))))
    assert paragraphs(one) == list(TEXT)
    assert stands_where_it_says(one)


def test_a_title_that_only_the_page_has_belongs_to_the_report() -> None:
    one = parse(site("".join(map(paragraph, ("根据《条例》编制本报告，全文如下。", *TEXT[1:]))), title=TITLE))
    assert paragraphs(one) == [TITLE, "根据《条例》编制本报告，全文如下。", *TEXT[1:]]


def test_a_title_on_two_lines_is_one() -> None:
    lines = ("云溪县青禾镇人民政府", "2024年政府信息公开工作年度报告", *TEXT[1:])
    assert paragraphs(parse(site("".join(map(paragraph, lines))))) == list(TEXT)


def test_a_page_laid_out_with_tables_and_line_breaks() -> None:
    body = "<br>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in TEXT)
    page = (
        "<HTML><BODY><TABLE width=100%><TR><TD><A href=/>首页</A> | <A href=/zw>政务公开</A></TD></TR><TR>"
        "<TD width=200><TABLE><TR><TD><A href=3>云溪县2023年政府信息公开工作年度报告</A></TABLE></TD>"
        f"<TD>{body}<BR><BR>【<A href='javascript:window.print()'>打印</A>】</TD></TR></TABLE>版权所有 云溪县</BODY></HTML>"
    )
    assert paragraphs(parse(page)) == list(TEXT)


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><style><!-- p.MsoNormal {margin:0cm;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument>一、总体情况</w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN><div class=Section1>
<p class=MsoNormal align=center><b><span style='font-size:22.0pt;font-family:"方正小标宋_GBK"'>云溪县青禾镇人民政府<span
lang=EN-US>2024</span>年政府信息公开工作年度报告<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span>一、<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>总体情况</p>
<p class=MsoNormal>全年公开信息<span lang=EN-US>24</span>条。<p class=MsoNormal>二、主动公开政府信息情况
<table border=1><tr style='mso-yfti-irow:0'><td width=568 colspan=2 style='border:solid windowtext 1.0pt'><p align=center>第二十条第（一）项<span lang=EN-US><o:p></o:p></span></p></td>
<tr><td rowspan=2 valign=top><p>规章<td><p>0<tr><td>1<o:p></o:p></table>
<p class=MsoNormal>六、其他需要报告的事项</p><p><span style="display:none;mso-hide:all">隐藏</span>无。</p></div></body></html>"""


def test_a_page_exported_by_word() -> None:
    one = parse(WORD)
    assert paragraphs(one) == list(TEXT)
    assert rows(one) == [["第二十条第（一）项"] * 2, ["规章", "0"], ["规章", "1"]]
    assert stands_where_it_says(one)


def test_references_count_as_the_characters_they_stand_for() -> None:
    source = "<p>一、&#24635;体情况</p><p>全年公开&ldquo;机构&rdquo;类&nbsp;信息&#x4E09;条&amp;无误&hellip;&unknown;。</p>"
    one = parse(source)
    assert paragraphs(one) == ["一、总体情况", "全年公开“机构”类信息三条&无误…&unknown;。"]
    at = one.text.index("“")
    assert one.source[slice(*one.source_span(Span(at, at + 4)))] == "&ldquo;机构&rdquo;"
    (edit,) = source_edits(one, Edit(Span(at, at + 1), "「"))
    assert one.source[: edit.span.start] + edit.text + one.source[edit.span.end :] == source.replace(
        "&ldquo;", "「"
    )
    (edit,) = source_edits(one, Edit(Span(at + 1, at + 1), "某"))
    assert one.source[edit.span.start :].startswith("机构")


BROKEN = {
    "rowspan beyond the end": ("<tr><td rowspan=9>甲<td>1<tr><td>2", [["甲", "1"], ["甲", "2"]]),
    "rowspan 0": ("<tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3", [["甲", "1"], ["甲", "2"], ["甲", "3"]]),
    "cells missing": ("<tr><td>甲<td>1<tr><td>乙", [["甲", "1"], ["乙", ""]]),
    "cells too many": ("<tr><td>甲<td>1<tr><td>乙<td>2<td>3", [["甲", "1", ""], ["乙", "2", "3"]]),
    "spans crossing": (
        "<tr><td>甲<td rowspan=2>1<tr><td colspan=2>2<td>3",
        [["甲", "1", ""], ["2", "1", "3"]],
    ),
    "huge colspan": (
        "<tr><td>甲<td>1<tr><td colspan=99999 rowspan=99999>乙",
        [["甲", "1"] + [""] * 58, ["乙"] * 60],
    ),
    "quoted and spaced": ("<tr><td ROWSPAN = '2' >甲<td>1<tr><td>2", [["甲", "1"], ["甲", "2"]]),
    "rows in groups": ("<thead><tr><th>甲<th>乙<tbody><tr><td>1<td>2", [["甲", "乙"], ["1", "2"]]),
    "no rows": ("<td>甲<td>1", [["甲", "1"]]),
    "blocks in cells": ("<tr><td><p>商业</p><p>企业</p><td><div>1</div><br>", [["商业企业", "1"]]),
    "two numbers": ("<tr><td>甲<td>1<br>2", [["甲", "1 2"]]),
}


@pytest.mark.parametrize(("inner", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_tables_are_laid_out_as_a_browser_does_it(inner: str, expected: list[list[str]]) -> None:
    assert rows(parse(f"<p>一、总体情况</p><table>{inner}</table>")) == expected


def test_what_is_no_text_is_not_read() -> None:
    unread = (
        "<script>if (a<b) document.write('</p><p>脚本</p>')</script><style>p{}</style><!-- <p>注释</p> -->"
        "<select><option>选项</select><textarea>文本框</textarea><noscript>请启用脚本</noscript><button>搜索</button>"
        "<div style='color:red; DISPLAY: none'>隐藏</div><p hidden>隐藏</p><template><p>模板</p></template>"
    )
    assert paragraphs(parse(f"{unread}<p>一、总体情况</p>{unread}<p>全年公开信息24条。</p>{unread}")) == [
        "一、总体情况",
        "全年公开信息24条。",
    ]


def test_markup_that_is_broken_does_not_swallow_text() -> None:
    source = (
        '<div class="a"b" title=x"><p>一、总体情况</p><p>1 < 2 且 3>2，公开率<90%。</p></b></td></i>'
        '<p title="a>b" onclick=\'f("x>y")\'>二、主动公开<b>政府<i>信息</b>情况</i><p style="color:red>全文完。</ p><p>'
    )
    assert paragraphs(parse(source)) == [
        "一、总体情况",
        "1<2且3>2，公开率<90%。",
        "二、主动公开政府信息情况",
        "全文完。",
    ]


def test_headings_of_the_page_are_known() -> None:
    one = parse("<h2>一、总体情况</h2><p>全年公开信息24条。</p>")
    assert [block.style for block in one.blocks if isinstance(block, Paragraph)] == ["heading-2", None]


META = {
    "utf-8": ('<meta charset="utf-8">', "utf-8", "utf-8"),
    "nothing said, utf-8": ("", "utf-8", "utf-8"),
    "gb2312 that is gb18030": (
        "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>",
        "gb18030",
        "gb18030",
    ),
    "nothing said, gb18030": ("", "gb18030", "gb18030"),
    "gb2312 that is utf-8": ("<meta charset=gb2312>", "utf-8", "utf-8"),
    "utf-8 that is gb18030": ('<meta charset="UTF-8">', "gb18030", "gb18030"),
    "byte order mark": ("<meta charset=gbk>", "utf-8-sig", "utf-8"),
    "utf-16": ("", "utf-16", "utf-16-le"),
    "unknown": ("<meta charset=x-user-defined>", "gb18030", "gb18030"),
}


@pytest.mark.parametrize(("meta", "encoding", "name"), META.values(), ids=META.keys())
def test_the_encoding_is_what_the_bytes_are(meta: str, encoding: str, name: str) -> None:
    text = ("云溪县喆镕㙍𠮷镇2024年政府信息公开工作年度报告", *TEXT[1:])
    one = read(Path("a.html"), site("".join(map(paragraph, text)), head=meta).encode(encoding))
    assert (paragraphs(one), one.encoding) == (list(text), name)


def test_a_page_cut_in_a_character_is_read_all_the_same() -> None:
    data = site("".join(map(paragraph, TEXT))).encode()
    cut = data[: data.index("无。".encode()) + 1] + b"</p>" + data[data.index("无。".encode()) + 1 :]
    assert paragraphs(read(Path("a.html"), cut))[:5] == list(TEXT[:5])


def test_an_encoding_that_is_asked_for_is_used() -> None:
    data = "<meta charset=utf-8><p>政府信息公開工作</p>".encode("big5")
    assert read(Path("a.html"), data, "big5").text == "政府信息公開工作"
    assert read(Path("a.html"), data.replace(b"utf-8", b"big5")).text == "政府信息公開工作"


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("form", ["2021", "2019"])
def test_a_composed_report_has_the_cells_and_paragraphs_it_was_made_of(seed: int, form: str) -> None:
    composed = compose(seed, form=form)  # type: ignore[arg-type]
    one = parse(pages.report(composed))
    form_read, found, unread = cells(one)
    assert (form_read, unread) == (form, ())
    assert {address: cell.value for address, cell in found.items()} == composed.cells
    assert "".join(paragraphs(one)) == "".join(paragraphs(parse_text(composed.text)))
    assert stands_where_it_says(one)


@pytest.mark.parametrize(
    ("source", "kind"), [("<html><body></body></html>", "empty"), ("<html><img src=1.png></html>", "scanned")]
)
def test_a_page_without_text_is_said_to_be_one(source: str, kind: str) -> None:
    with pytest.raises(UnreadableReport) as caught:
        parse(source, "a.html")
    assert caught.value.kind == kind


HOSTILE = {
    "deep": "<div>" * 100_000 + "文",
    "unclosed comment": "<!--" * 100_000,
    "unclosed quotes": '<a b="' * 100_000,
    "unclosed tags": "<a " * 200_000,
    "brackets": "<" * 500_000,
    "references": "&#" * 300_000 + "&amp" * 100_000,
    "cells": "<table>" + "<tr><td rowspan=65535 colspan=1000>1<td>2" * 20_000,
    "rows": "<table>" + "<tr>" * 100_000 + "<td>1<td>2",
    "tables in tables": "<table><tr><td>" * 30_000,
    "paragraphs in cells": "<p><table><tr><td>" + "<span>" * 110 + "</p>" * 200_000,
    "scripts": "<script>" * 100_000,
    "blanks": "<p>" + " 　" * 500_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_are_read_or_refused(source: str) -> None:
    try:
        outcome = parse(source).format
    except UnreadableReport as error:
        outcome = error.kind
    assert outcome in ("html", "empty", "too-large")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<td>",
                "<tr>",
                "<table>",
                "</table>",
                "<!--",
                "-->",
                "<a b='",
                ">",
                "&lt;",
                "&#20013;",
                "一、总体情况",
                "信息 公开",
                "\r\n",
                "<br>",
                "<script>",
                "</script>",
                "</div>",
                "<",
                '"',
                "&",
            ]
        ),
        max_size=40,
    )
)
def test_whatever_is_thrown_at_it_stands_where_it_says(pieces: list[str]) -> None:
    try:
        one = parse("".join(pieces))
    except UnreadableReport:
        return
    assert stands_where_it_says(one)
