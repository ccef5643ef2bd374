"""`--fix` on Word files: again and again until nothing changes, the look kept, automatic numbers left alone."""

import io
import zipfile
from pathlib import Path

from linter.annotate.rewriting_docx import rewrite_docx
from linter.model.result import Result
from linter.pipeline import prepare
from linter.readers.folders import File
from linter.readers.from_docx import read
from linter.rulebook import load_rules
from tests.readers.writing.docx import around, docx, paragraph, run

_RULES = ("duplicate-wording", "enumeration-order", "missing-ending")
_BODY = (
    paragraph("云溪县柳泉乡人民政府2023年政府信息公开工作年度报告")
    + paragraph("一、总体情况")
    + around(
        run("（一）主动公开。一是公开信息；二是更新目录；")
        + run("二是", "<w:b/>")
        + run("解读政策；四是答复的的留言")
    )
    + paragraph("六、其他需要报告的事项")
    + paragraph("本年度未收取信息处理费。")
)


def rewritten(data: bytes) -> tuple[str, bytes, list[str]]:
    """Text and bytes after all fixes, and the rules of what was fixed."""
    setup = prepare([one for one in load_rules() if one.id in _RULES])

    def kept(result: Result) -> Result:
        return result

    made = rewrite_docx(File("a.docx", Path("a.docx"), data), setup, unsafe=False, settle=kept)
    assert made is not None
    return made.fixed.after, made.after, sorted(one.rule for one in made.fixed.fixes)


def test_all_that_is_safe_is_fixed_and_nothing_is_left_to_fix() -> None:
    text, after, rules = rewritten(docx(_BODY))
    assert "一是公开信息；二是更新目录；三是解读政策；四是答复的留言。" in text
    assert rules == ["duplicate-wording", "enumeration-order", "missing-ending"]
    assert read(Path("a.docx"), after).source == text
    assert rewritten(after)[1:] == (after, [])


def test_bold_words_stay_bold() -> None:
    _, after, _ = rewritten(docx(_BODY))
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert (
            b'<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">\xe4\xb8\x89\xe6\x98\xaf</w:t>'
            in archive.read("word/document.xml")
        )


def test_a_file_without_faults_keeps_its_bytes() -> None:
    data = rewritten(docx(_BODY))[1]
    assert rewritten(data)[1] == data


def test_another_kind_of_file_is_none_of_its_business() -> None:
    setup = prepare([one for one in load_rules() if one.id in _RULES])
    made = rewrite_docx(File("a.txt", Path("a.txt"), b"text"), setup, unsafe=False, settle=lambda one: one)
    assert made is None
