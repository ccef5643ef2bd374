"""What annotated files look like: a Word file as before, a PDF with marks over the words and nowhere else."""

from pathlib import Path

import pypdfium2
import pytest

from linter.annotate import to_docx, to_pdf
from linter.model.result import Result
from linter.pipeline import lint_document
from linter.readers import read_bytes
from linter.rulebook import load_rules
from tests.readers.writing.docx import docx, paragraph, table
from tests.readers.writing.office import converted
from tests.readers.writing.pdf import pdf, text
from tests.readers.writing.tables import Box

LINES = (
    "云溪县柳泉乡人民政府2023年政府信息公开工作年度报告",
    "一、总体情况",
    "（一）主动公开。一是公开信息，增强与群众的互动性和互",
    "动性；二是更新目录；二是解读政策，我镇共解读3次",
    "六、其他需要报告的事项",
    "本年度未收取信息处理费。",
)
SCALE = 2
_DIGITS = 0.5  # a digit is half as wide as a Han character
_MARKED = (
    (2, LINES[2].index("互动性和互"), 5),
    (3, 0, 3),
    (3, LINES[3].index("二是解"), 2),
    (3, LINES[3].index("我镇"), 2),
    (3, len(LINES[3]) - 1 - _DIGITS, 1),
)
"""Line, first character and number of characters of what is found."""


def linted(data: bytes, name: str) -> Result:
    wanted = {"duplicate-wording", "enumeration-order", "unit-level", "missing-ending"}
    rules = [one for one in load_rules() if one.id in wanted]
    return lint_document(read_bytes(Path(name), data), rules)


def pictures(data: bytes) -> list[tuple[int, int, bytes]]:
    """Each page as it is seen: width, height, pixels."""
    document = pypdfium2.PdfDocument(data)
    try:
        shown = [page.render(scale=SCALE, rev_byteorder=True) for page in document]
        return [(one.width, one.height, bytes(one.buffer)) for one in shown]
    finally:
        document.close()


def test_a_word_file_with_comments_looks_as_before_where_comments_are_not_printed(tmp_path: Path) -> None:
    cells = table(((Box("栏目"), Box("说明")), (Box("公报"), Box("我镇每季度出一期"))))
    data = docx(
        "".join(paragraph(line) for line in (*LINES[:2], LINES[2] + LINES[3])) + cells + paragraph(LINES[4])
    )
    result = linted(data, "a.docx")
    assert len(result.findings) >= 4
    copy = to_docx.annotated(data, result, "zh")
    made = converted({"before.docx": data, "after.docx": copy}, "pdf", tmp_path)
    assert pictures(made["after.docx"]) == pictures(made["before.docx"])


@pytest.fixture(scope="module")
def page() -> bytes:
    return pdf(["".join(text(60, 80 + 30 * n, line) for n, line in enumerate(LINES))])


def test_the_marks_of_a_pdf_cover_the_words_and_nothing_else(page: bytes) -> None:
    result = linted(page, "a.pdf")
    ((width, _, before),) = pictures(page)
    ((_, _, after),) = pictures(to_pdf.annotated(page, result, "zh"))
    changed = {
        (at // 3 % width // SCALE, at // 3 // width // SCALE)
        for at in range(0, len(before), 3)
        if before[at : at + 3] != after[at : at + 3]
    }
    boxes = [
        (60 + 16 * start, 80 + 30 * line, 60 + 16 * (start + count), 96 + 30 * line)
        for line, start, count in _MARKED
    ]
    for x0, top, x1, bottom in boxes:
        inside = {(x, y) for x in range(int(x0), int(x1)) for y in range(top, bottom)}
        assert len(inside & changed) > 0.6 * len(inside)  # the rest is the ink of the words
    assert {
        (x, y)
        for x, y in changed
        if not any(x0 - 2 <= x <= x1 + 2 and top - 2 <= y <= bottom + 2 for x0, top, x1, bottom in boxes)
    } == set()
