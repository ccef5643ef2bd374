"""PDF highlights over exactly the words, with notes."""

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from linter.annotate.to_pdf import annotated
from linter.model.result import Result
from linter.pipeline import lint_document
from linter.readers.from_pdf import read
from linter.readers.pdf_pages import pages
from linter.rulebook import load_rules
from tests.readers.writing.pdf import pdf, sideways, text

_LINES = (
    "云溪县柳泉乡人民政府2023年政府信息公开工作年度报告",
    "一、总体情况",
    "（一）主动公开。一是公开信息，增强与群众的互动性和互",
    "动性；二是更新目录；二是解读政策，我镇共解读3次",
    "六、其他需要报告的事项",
    "本年度未收取信息处理费。",
)


def linted(data: bytes) -> Result:
    wanted = {"duplicate-wording", "enumeration-order", "unit-level", "missing-ending"}
    return lint_document(read(Path("a.pdf"), data), [one for one in load_rules() if one.id in wanted])


def highlighted(data: bytes) -> list[str]:
    """The characters whose middle lies under each highlight (on an upright page)."""
    found = []
    for page, drawn in zip(PdfReader(io.BytesIO(data)).pages, pages(data, "a.pdf"), strict=True):
        for one in page.get("/Annots", []):
            corners = [float(value) for value in one.get_object()["/QuadPoints"]]
            boxes = [corners[n : n + 8] for n in range(0, len(corners), 8)]
            words = [
                glyph.text
                for box in boxes
                for glyph in drawn.glyphs
                if min(box[0::2]) < (glyph.x0 + glyph.x1) / 2 < max(box[0::2])
                and min(box[1::2]) < drawn.height - (glyph.top + glyph.bottom) / 2 < max(box[1::2])
            ]
            found.append("".join(words))
    return found


def annotations(data: bytes) -> list[Any]:
    """Those of the first page."""
    page: Any = PdfReader(io.BytesIO(data)).pages[0]
    return [one.get_object() for one in page["/Annots"]]


def test_each_highlight_lies_over_its_words_also_over_two_lines() -> None:
    data = pdf(["".join(text(72, 80 + 24 * n, line) for n, line in enumerate(_LINES))])
    result = linted(data)
    expected = [result.report[one.span] for one in result.findings]
    assert sorted(expected) == ["二是", "互动性和互动性", "我镇", "次"]
    assert highlighted(annotated(data, result, "zh")) == expected


def test_a_note_says_who_and_what() -> None:
    data = pdf(["".join(text(72, 80 + 24 * n, line) for n, line in enumerate(_LINES))])
    result = linted(data)
    notes = annotations(annotated(data, result, "zh"))
    assert {one["/T"] for one in notes} == {"nianbao"}
    assert [one["/Contents"].split(" [")[0] for one in notes] == [one.message.zh for one in result.findings]


def test_what_is_drawn_on_the_pages_stays_as_it_was() -> None:
    data = pdf(["".join(text(72, 80 + 24 * n, line) for n, line in enumerate(_LINES))])
    before, after = (list(pages(one, "a.pdf")) for one in (data, annotated(data, linted(data), "zh")))
    assert before == after


@pytest.mark.parametrize("turned", [90])
def test_on_a_turned_page_the_highlight_is_turned_with_it(turned: int) -> None:
    data = pdf(["".join(sideways(72, 80 + 24 * n, line) for n, line in enumerate(_LINES))], turned=turned)
    result = linted(data)
    rects = [[float(value) for value in one["/Rect"]] for one in annotations(annotated(data, result, "zh"))]
    assert len(rects) == len(result.findings)
    assert all(x1 - x0 < 60 for x0, _, x1, _ in rects)
