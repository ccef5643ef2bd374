"""`check --annotate OUT`: one .docx or .pdf in, a copy with the findings out, the report as usual; `--fix` on .docx."""

import json
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from pypdf import PdfReader

from tests.calling import call
from tests.readers.writing.docx import docx, paragraph
from tests.readers.writing.pdf import pdf, text

LINES = (
    "云溪县柳泉乡人民政府2023年政府信息公开工作年度报告",
    "一、总体情况",
    "（一）主动公开。一是公开信息；二是更新目录；二是解读政策。",
    "二、主动公开政府信息情况",
    "六、其他需要报告的事项",
    "本年度未收取信息处理费。",
)
ONE = ("--select", "enumeration-order")
SAID = "“二是”重复，按顺序应为“三是” [enumeration-order]"


def check(*argv: str) -> tuple[int, str, str]:
    """Exit status, output and errors of `nianbao check <argv>`."""
    return call("check", *argv)


@pytest.fixture(autouse=True)
def folder(work: Path) -> Path:
    """A folder with a faulty report as Word file, as PDF, as text and (by its first bytes) as old Word file."""
    (work / "a.docx").write_bytes(docx("".join(paragraph(line) for line in LINES)))
    (work / "a.pdf").write_bytes(pdf(["".join(text(60, 80 + 24 * n, line) for n, line in enumerate(LINES))]))
    (work / "a.txt").write_text("\n".join(LINES), encoding="utf-8")
    stream = "WordDocument".encode("utf-16-le")
    (work / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + stream)
    return work


def test_a_word_file_gets_a_copy_with_comments_and_the_findings_are_reported_too(folder: Path) -> None:
    before = (folder / "a.docx").read_bytes()
    status, output, _ = check("a.docx", "--annotate", "b.docx", "-f", "json", *ONE)
    assert (status, len(json.loads(output)["reports"][0]["findings"])) == (1, 1)
    comments = list(python_docx.Document(str(folder / "b.docx")).comments)
    assert [one.paragraphs[0].text for one in comments] == [SAID]
    assert (folder / "a.docx").read_bytes() == before


def test_a_pdf_gets_a_copy_with_highlights(folder: Path) -> None:
    assert check("a.pdf", "--annotate", "b.pdf", *ONE)[0] == 1
    page: Any = PdfReader(folder / "b.pdf").pages[0]
    notes = [one.get_object() for one in page["/Annots"]]
    assert [(one["/Subtype"], one["/Contents"].split("\n")[0]) for one in notes] == [("/Highlight", SAID)]


def test_comments_speak_the_language_of_the_call(folder: Path) -> None:
    check("a.docx", "--annotate", "b.docx", "--lang", "en", *ONE)
    comment = next(iter(python_docx.Document(str(folder / "b.docx")).comments))
    assert comment.paragraphs[1].text == "Help: replace “二是” by “三是”"


def test_a_file_without_findings_gets_a_copy_without_comments(folder: Path) -> None:
    check("a.docx", "--annotate", "b.docx", "--ignore", "numbering,structure")
    assert list(python_docx.Document(str(folder / "b.docx")).comments) == []


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["a.docx", "a.pdf", "--annotate", "b.docx"], "--annotate 一次只能用于一个文件，这里有 2 个"),
        (["a.txt", "--annotate", "b.docx"], "--annotate 只能用于 .docx（加批注）和 .pdf（加高亮）"),
        (
            ["a.doc", "--annotate", "b.docx"],
            "--annotate 不能用于老式 Word、WPS 文件；请另存为 .docx，再对 .docx 加批注",
        ),
        (["a.docx", "--annotate", "a.docx"], "--annotate a.docx：不能写回原文件，请换一个文件名"),
        (["a.docx", "--annotate", "b.pdf"], "--annotate b.pdf：内容是 .docx，文件名也要以 .docx 结尾"),
        (["a.docx", "--annotate", "no/b.docx"], "写不了 no/b.docx：没有上一级文件夹"),
        (
            ["a.docx", "--annotate", "b.docx", "--fix"],
            "--annotate 不能和 --fix、--diff 一起用；请先改正，再加批注",
        ),
    ],
)
def test_what_cannot_be_annotated_is_refused_before_anything_is_done(
    folder: Path, argv: list[str], sentence: str
) -> None:
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    assert check(*argv) == (2, "", f"nianbao: {sentence}\n")
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


def test_a_file_that_cannot_be_read_is_told_as_always_and_nothing_is_written(folder: Path) -> None:
    (folder / "bad.docx").write_bytes((folder / "a.docx").read_bytes()[:600])
    status, output, _ = check("bad.docx", "--annotate", "b.docx")
    assert (status, "文件已损坏" in output, (folder / "b.docx").exists()) == (2, True, False)


def test_fix_changes_a_word_file_in_place(folder: Path) -> None:
    status, _, _ = check("a.docx", "--fix", *ONE)
    words = [one.text for one in python_docx.Document(str(folder / "a.docx")).paragraphs]
    assert (status, words[2]) == (0, LINES[2].replace("二是解读", "三是解读"))


def test_diff_shows_what_would_change_in_a_word_file(folder: Path) -> None:
    before = (folder / "a.docx").read_bytes()
    status, output, _ = check("a.docx", "--diff", *ONE)
    assert status == 1
    assert f"+{LINES[2].replace('二是解读', '三是解读')}" in output.split("\n")
    assert (folder / "a.docx").read_bytes() == before
