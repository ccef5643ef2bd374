"""Cells of tables that have borders: merged, empty, stretched, and gone on over a page."""

import random
from dataclasses import replace

import pytest

from linter.analysis.grids import cells
from linter.model.document import Document, Span, Table
from linter.readers.builder import Builder
from tests.composing.figures import Cells, draw
from tests.composing.forms import CARRIED, COLUMNS, DISCLOSURE, DONE, NEW, NEXT, OUTCOMES, RESULTS, REVIEWS

Grid = list[list[str | None]]
"""Cells of a ruled table; None: the cell before it, or above it in the first column, covers this place too."""
OTHER: Grid = [["序号", "栏目", "数量"], ["1", "行政许可", "12"]]
"""A table that is none of the form's."""


def ruled(*grids: Grid) -> Document:
    """A document of tables with cells, as from a format that has them."""
    source = "\n".join("\n".join("\t".join(one or "" for one in line) for line in grid) for grid in grids)
    builder = Builder(source)
    builder.add(0, len(source))
    blocks: list[Table] = []
    at = 0
    for grid in grids:
        start = at
        rows: list[tuple[Span, ...]] = []
        for line in grid:
            spans: list[Span] = []
            for n, one in enumerate(line):
                covered = one is None and (n or rows)
                spans.append((spans[-1] if n else rows[-1][0]) if covered else Span(at, at + len(one or "")))
                at += len(one or "") + 1
            rows.append(tuple(spans))
        blocks.append(Table(Span(start, at - 1), tuple(rows), ruled=True))
    return builder.document("a.docx", "docx", None, blocks)


def ruled_requests(drawn: Cells, form: str) -> Grid:
    """Table three as a word processor has it: labels of groups over several rows in columns of their own."""
    grid: Grid = [
        [
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            None,
            None,
            "申请人情况",
            *[None] * 6,
        ],
        [None, None, None, "自然人", "法人或其他组织", None, None, None, None, "总计"],
        [None, None, None, "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"],
    ]
    group = ""
    for one in (NEW, CARRIED, *RESULTS[form], DONE, NEXT):
        group = one.groups[-1] if one.groups else group
        inner = one.label[0].isdigit()
        result = one not in (NEW, CARRIED, NEXT)
        labels: list[str | None] = [
            "三、本年度办理结果",
            group if inner else one.label,
            one.label if inner else None,
        ]
        labels = labels if result else [one.label, None, None]
        grid.append([*labels, *(f"{drawn[f't3.{one.id}.{column}']}" for column in COLUMNS)])
    return grid


def ruled_disclosure(drawn: Cells, form: str) -> Grid:
    """Table two as one table whose sub-tables have their columns stretched to the same width."""
    grid: Grid = []
    width = 6
    for caption, columns, rows in DISCLOSURE[form]:
        share = width // len(columns)
        grid.append([caption, *[None] * width])
        for row_id, label in [("", "信息内容"), *rows]:
            line: list[str | None] = [label]
            for column, words in columns:
                line += [f"{drawn[f't2.{row_id}.{column}']}" if row_id else words, *[None] * (share - 1)]
            grid.append(line)
    return grid


def ruled_disputes(drawn: Cells) -> Grid:
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    values = [f"{drawn[f't4.{group}.{outcome}']}" for group in REVIEWS for outcome in OUTCOMES]
    direct: list[str | None] = ["未经复议直接起诉", *[None] * 4, "复议后起诉", *[None] * 4]
    return [
        ["行政复议", *[None] * 4, "行政诉讼", *[None] * 9],
        [*outcomes, *direct],
        [*outcomes, *outcomes, *outcomes],
        list(values),
    ]


@pytest.mark.parametrize("form", ["2021", "2019"])
def test_all_cells_are_read_from_ruled_tables(form: str) -> None:
    drawn = draw(random.Random(5), form, "C", busy=True)
    document = ruled(
        OTHER,
        ruled_disclosure(drawn, form),
        ruled_requests(drawn, form),
        ruled_disputes(drawn),
    )
    found_form, found, unread = cells(document)
    assert (found_form, {a: one.value for a, one in found.items()}, unread) == (form, drawn, ())


@pytest.mark.parametrize("repeated", [0, 3])
def test_a_ruled_table_may_go_on_over_the_page(repeated: int) -> None:
    drawn = draw(random.Random(6), "2021", "C", busy=True)
    whole = ruled_requests(drawn, "2021")
    head: Grid = [["" if one is None else one for one in line] for line in whole[:repeated]]
    document = ruled(whole[:15], [*head, *whole[15:]])
    expected = {address: value for address, value in drawn.items() if address.startswith("t3")}
    assert {a: one.value for a, one in cells(document)[1].items()} == expected


def test_empty_cells_of_ruled_tables_are_blank_and_empty_columns_are_none() -> None:
    document = ruled(
        [
            ["", "信息内容", "本年制发件数", "", "本年废止件数", "现行有效件数"],
            ["", "规章", "", "", "", "/"],
            ["", "行政规范性文件", "1", "", "两件", "3"],
        ]
    )
    found = {address: f"{one.state} {one.raw}" for address, one in cells(document)[1].items()}
    assert found == {
        "t2.rules.issued": "blank ",
        "t2.rules.repealed": "blank ",
        "t2.rules.valid": "blank /",
        "t2.normative.issued": "number 1",
        "t2.normative.repealed": "text 两件",
        "t2.normative.valid": "number 3",
    }


def test_what_a_reader_could_not_read_is_given_as_the_reason() -> None:
    document = ruled(ruled_disputes(draw(random.Random(1), "2021", "T", busy=False)))
    document = replace(document, unreadable=(("第 2 页是图片", "page 2 is a picture"),))
    assert [one.zh for one in cells(document)[2]] == [
        "没有读到表二（主动公开政府信息情况）：第 2 页是图片",
        "没有读到表三（收到和处理政府信息公开申请情况）：第 2 页是图片",
    ]
