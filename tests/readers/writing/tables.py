"""Tables with merged cells, and the statutory tables as tables of that kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tests.composing.forms import CARRIED, COLUMNS, DISCLOSURE, DONE, NEW, NEXT, OUTCOMES, RESULTS, REVIEWS

_RELATION = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
_OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


@dataclass(frozen=True, slots=True)
class Box:
    """A cell that covers `rows` × `columns` places."""

    text: str
    columns: int = 1
    rows: int = 1


Row = tuple[Box, ...]
Table = tuple[Row, ...]
"""Rows with the cells that begin in them, as in HTML."""


def disclosure(cells: Mapping[str, Decimal], form: str) -> Table:
    """Table two: its parts one under the other, four columns wide."""
    made: list[Row] = []
    for caption, columns, rows in DISCLOSURE[form]:
        wide = [1] * (len(columns) - 1) + [4 - len(columns)]
        made.append((Box(caption, 4),))
        labels = [label for _, label in columns]
        made.append((Box("信息内容"), *map(Box, labels, wide)))
        for row, label in rows:
            values = [f"{cells[f't2.{row}.{column}']:f}" for column, _ in columns]
            made.append((Box(label), *map(Box, values, wide)))
    return tuple(made)


def requests(cells: Mapping[str, Decimal], form: str) -> Table:
    """Table three: three columns of labels, seven of numbers."""
    made: list[Row] = [
        (Box(_RELATION, 3, 3), Box("申请人情况", 7)),
        (Box("自然人", 1, 2), Box("法人或其他组织", 5), Box("总计", 1, 2)),
        tuple(map(Box, ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"))),
    ]
    results = RESULTS[form]
    for row in (NEW, CARRIED):
        made.append((Box(row.label, 3), *_values(cells, row.id)))
    for n, row in enumerate((*results, DONE)):
        labels = [Box("三、本年度办理结果", 1, len(results) + 1)] if n == 0 else []
        if row.groups and n > 0:
            until = next((m for m in range(n + 1, len(results)) if results[m].groups), len(results))
            labels += [Box(row.groups[-1], 1, until - n), Box(row.label)]
        elif _in_group(n, [bool(one.groups) for one in results]):
            labels += [Box(row.label)]
        else:
            labels += [Box(row.label, 2)]
        made.append((*labels, *_values(cells, row.id)))
    made.append((Box(NEXT.label, 3), *_values(cells, NEXT.id)))
    return tuple(made)


def _in_group(n: int, begins: Sequence[bool]) -> bool:
    return n < len(begins) and any(begins[1 : n + 1])


def _values(cells: Mapping[str, Decimal], row: str) -> Iterator[Box]:
    return (Box(f"{cells[f't3.{row}.{column}']:f}") for column in COLUMNS)


def disputes(cells: Mapping[str, Decimal]) -> Table:
    """Table four: a head of three rows and one row of fifteen numbers."""
    return (
        (Box("行政复议", 5), Box("行政诉讼", 10)),
        (*(Box(label, 1, 2) for label in _OUTCOMES), Box("未经复议直接起诉", 5), Box("复议后起诉", 5)),
        tuple(map(Box, (*_OUTCOMES, *_OUTCOMES))),
        tuple(Box(f"{cells[f't4.{group}.{outcome}']:f}") for group in REVIEWS for outcome in OUTCOMES),
    )


def statutory(cells: Mapping[str, Decimal], form: str, section: int) -> Table:
    """The table of section two, three or four."""
    match section:
        case 2:
            return disclosure(cells, form)
        case 3:
            return requests(cells, form)
        case _:
            return disputes(cells)


def placed(table: Table) -> tuple[tuple[tuple[int, int, Box], ...], ...]:
    """Each row's places: for every column the row and the column at which the cell begins that covers it."""
    made: dict[tuple[int, int], tuple[int, int, Box]] = {}
    for number, row in enumerate(table):
        column = 0
        for box in row:
            while (number, column) in made:
                column += 1
            for down in range(box.rows):
                for right in range(box.columns):
                    made[number + down, column + right] = (number, column, box)
    width = 1 + max(column for _, column in made)
    return tuple(tuple(made[number, column] for column in range(width)) for number in range(len(table)))
