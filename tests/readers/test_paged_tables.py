"""Tables over page breaks: rows that are cut in two are one again, and rows that are whole stay apart."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from linter.model.document import Table
from linter.readers.from_pdf import read
from tests.readers.writing.pdf import line, pdf, text

XS = (90, 240, 390)
HEIGHT = 26


def page(rows: Sequence[Sequence[str]], top: int) -> str:
    """A page with a drawn table of two columns that begins there."""
    ys = [top + HEIGHT * n for n in range(len(rows) + 1)]
    rulings = [line(XS[0], y, XS[-1], y) for y in ys] + [line(x, ys[0], x, ys[-1]) for x in XS]
    words = [
        text(x + 4, y + 5, word, 12)
        for (y, _), row in zip(pairwise(ys), rows, strict=True)
        for x, word in zip(XS, row, strict=False)
        if word
    ]
    return "".join((*rulings, *words))


def read_rows(*pages: str) -> list[list[str]]:
    """The rows of the only table on those pages."""
    one = read(Path("a.pdf"), pdf(pages))
    (table,) = (block for block in one.blocks if isinstance(block, Table))
    return [[one[cell] for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (["1.属于国家", "3"], ["秘密", ""], ["1.属于国家秘密", "3"]),
        (["1.属于国家", ""], ["秘密", "3"], ["1.属于国家秘密", "3"]),
    ],
)
def test_a_row_that_a_page_break_cuts_is_one_row(
    above: list[str], below: list[str], whole: list[str]
) -> None:
    first = page([["申请", "总计"], above], 740)
    second = page([below, ["2.重复申请", "1"]], 60)
    assert read_rows(first, second) == [["申请", "总计"], whole, ["2.重复申请", "1"]]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["1.属于国家秘密", "3"], ["2.重复申请", ""]),
        (["行政处罚", "3"], ["行政强制", ""]),
        (["信息内容", "本年处理决定数量"], ["行政许可", "12"]),
        (["行政许可", "12"], ["行政处罚", "7"]),
    ],
)
def test_rows_on_either_side_of_a_page_break_stay_two(above: list[str], below: list[str]) -> None:
    first, second = page([["信息", "数量"], above], 740), page([below, ["行政检查", "4"]], 60)
    assert read_rows(first, second) == [["信息", "数量"], above, below, ["行政检查", "4"]]


def test_a_cell_cut_over_three_pages_is_one_cell() -> None:
    pages = (
        page([["申请", "总计"], ["3.要求行政机关", "5"]], 740),
        page([["确认或重新出具", ""]], 780),
        page([["已获取信息", ""], ["4.其他", "1"]], 60),
    )
    assert read_rows(*pages) == [
        ["申请", "总计"],
        ["3.要求行政机关确认或重新出具已获取信息", "5"],
        ["4.其他", "1"],
    ]


def test_a_border_drawn_a_little_too_low_in_one_column_makes_no_row_of_its_own() -> None:
    rulings = "".join(line(90, y, 390, y) for y in (100, 130, 190)) + "".join(
        line(x, 100, x, 190) for x in (90, 160, 300, 390)
    )
    words = "".join(
        text(x, y, word, 12)
        for x, y, word in (
            (164, 105, "1.属于"),
            (304, 105, "2"),
            (94, 140, "（四）"),
            (164, 140, "2.其他"),
            (304, 140, "3"),
        )
    )
    assert read_rows(rulings + line(90, 135, 160, 135) + words) == [
        ["", "1.属于", "2"],
        ["（四）", "2.其他", "3"],
    ]
