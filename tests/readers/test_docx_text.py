"""What of a Word file's XML is text, and which element holds it."""

from pathlib import Path

import pytest

from linter.model.document import Document, Paragraph
from linter.readers.docx_parts import parts
from linter.readers.docx_text import extracted, holders
from linter.readers.from_docx import read
from tests.readers.writing import docx
from tests.readers.writing.docx import LISTS, around, run, table
from tests.readers.writing.tables import Box


def document(body: str) -> Document:
    return read(Path("a.docx"), docx.docx(body))


def paragraphs(one: Document) -> list[str]:
    return [one[block.span] for block in one.blocks if isinstance(block, Paragraph)]


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


def test_every_character_leads_back_to_the_run_that_holds_it() -> None:
    body = (
        around(SEEN["long field"] + UNSEEN["deletion"] + SEEN["split run"], number=(1, 0))
        + table(((Box("甲", 1, 2), Box("1")), (Box("2"),)))
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
        *(("text", words) for words in ("甲", "1", "2")),
        ("text", "门户网站"),
        ("mark", "\t"),
        ("text", "门户网站"),
    ]
    start = text.text.index("户网站门")
    assert [(run.element.text, start, end) for run, start, end in holders(text, start, start + 4)] == [
        ("门户网站", 1, 4),
        ("门户", 0, 1),
    ]
