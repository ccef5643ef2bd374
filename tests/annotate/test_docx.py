"""Word comments round exactly the words, and fixes within runs; all else stays as it was."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree

from linter.annotate.fixed_docx import fixed
from linter.annotate.to_docx import annotated
from linter.model.document import Span
from linter.model.finding import Edit, Fix
from linter.model.result import Result
from linter.pipeline import lint_document
from linter.readers.from_docx import read
from linter.rulebook import load_rules
from tests.composing import compose
from tests.readers.writing.docx import abstract, around, docx, level, num, paragraph, run, table
from tests.readers.writing.tables import statutory

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOLD = "<w:b/>"
_BODY = (
    paragraph("云溪县柳泉乡人民政府2023年政府信息公开工作年度报告")
    + paragraph("一、总体情况")
    + around(
        run("（一）主动公开。一是公开信息，增", _BOLD)
        + f"<w:hyperlink>{run('强与群众的互动')}</w:hyperlink>"
        + run("性和互动性；二是更新目录；")
        + run("二是解读政策，我", _BOLD)
        + run("镇共解读3次")
    )
    + paragraph("六、其他需要报告的事项")
    + paragraph("本年度未收取信息处理费。")
)


def linted(data: bytes) -> Result:
    wanted = {"duplicate-wording", "enumeration-order", "unit-level", "missing-ending"}
    return lint_document(read(Path("a.docx"), data), [one for one in load_rules() if one.id in wanted])


def commented(data: bytes) -> dict[str, str]:
    """The words that each comment's range holds, by the comment's first line."""
    said = {
        str(one.comment_id): one.paragraphs[0].text for one in python_docx.Document(io.BytesIO(data)).comments
    }
    open_ranges: dict[str, str] = {}
    found = {}
    for element in _document(data).iter():
        if element.tag == f"{_W}commentRangeStart":
            open_ranges[element.get(f"{_W}id", "")] = ""
        elif element.tag == f"{_W}commentRangeEnd":
            number = element.get(f"{_W}id", "")
            found[said[number]] = open_ranges.pop(number)
        elif element.tag == f"{_W}t":
            open_ranges = {key: text + (element.text or "") for key, text in open_ranges.items()}
    return found


def _document(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def _looks(data: bytes) -> list[tuple[str, bool]]:
    """Each character and whether it is bold."""
    runs = _document(data).iter(f"{_W}r")
    return [
        (char, one.find(f"{_W}rPr/{_W}b") is not None)
        for one in runs
        for text in one.findall(f"{_W}t")
        for char in text.text or ""
    ]


def test_each_comment_stands_round_the_words_it_is_about_across_runs_and_links() -> None:
    data = docx(_BODY)
    result = linted(data)
    document = result.report.document
    expected = {f"{one.message.zh} [{one.rule}]": document[one.span] for one in result.findings}
    assert sorted(expected.values()) == ["二是", "互动性和互动性", "我镇", "次"]
    assert commented(annotated(data, result, "zh")) == expected


def test_a_comment_has_author_message_advice_and_basis() -> None:
    data = docx(_BODY)
    comment = next(iter(python_docx.Document(io.BytesIO(annotated(data, linted(data), "zh"))).comments))
    assert comment.author == "nianbao"
    assert [one.text[:3] for one in comment.paragraphs][1:] == ["建议：", "依据："]


def test_text_and_look_of_every_character_stay_as_they_were() -> None:
    data = docx(_BODY)
    assert _looks(annotated(data, linted(data), "zh")) == _looks(data)


def test_the_other_parts_of_the_file_keep_their_bytes_and_old_comments_stay() -> None:
    once = annotated(docx(_BODY), linted(docx(_BODY)), "zh")
    twice = annotated(once, linted(once), "en")
    count = len(linted(once).findings)
    assert len(list(python_docx.Document(io.BytesIO(twice)).comments)) == 2 * count
    with zipfile.ZipFile(io.BytesIO(once)) as before, zipfile.ZipFile(io.BytesIO(twice)) as after:
        same = [name for name in before.namelist() if before.read(name) == after.read(name)]
    assert set(before.namelist()) - set(same) == {"word/document.xml", "word/comments.xml"}


def test_a_cell_gets_its_comment_too() -> None:
    report = compose(7, form="2021", level="乡", busy=True)
    wrong = {**report.cells, "t3.granted.natural": report.cells["t3.granted.natural"] + 1}
    data = docx(paragraph(report.lines[0].text) + table(statutory(wrong, "2021", 3)))
    rules = [one for one in load_rules() if one.group == "tables"]
    result = lint_document(read(Path("a.docx"), data), rules)
    raw = str(wrong["t3.granted.natural"])
    assert list(commented(annotated(data, result, "zh")).values()) == [raw]


def test_a_safe_fix_is_made_within_its_run() -> None:
    data = docx(_BODY)
    result = linted(data)
    safe = [one for one in result.findings if one.fix and one.fix.safe]
    after = fixed(data, result.report.document, safe)
    assert {one.rule for one in linted(after).findings} == {one.rule for one in result.findings} - {
        one.rule for one in safe
    }
    bold = {char for char, is_bold in _looks(after) if is_bold}
    assert bold >= set("三是解读政策")


def test_an_automatic_number_is_not_written_over() -> None:
    numbering = abstract(1, level(0, "decimal", "%1、")) + num(1, 1)
    data = docx(_BODY + paragraph("公开信息。", number=(1, 0)), numbering=numbering)
    result = linted(data)
    at = result.report.document.text.index("1、")
    number = replace(result.findings[0], fix=Fix(safe=True, edits=(Edit(Span(at, at + 2), "1."),)))
    assert _document(fixed(data, result.report.document, [number])).xpath("string()") == _document(
        data
    ).xpath("string()")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_file_gives_the_same_bytes(lang: str) -> None:
    data = docx(_BODY)
    assert annotated(data, linted(data), lang) == annotated(data, linted(data), lang)
