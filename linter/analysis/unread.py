"""What is said of statutory tables that were not read, or only in part."""

from collections.abc import Sequence
from typing import NamedTuple

from linter.language.forms import TABLE_NAMES, Row
from linter.model.document import Document, Span
from linter.model.report import UnreadTable

_TOGETHER = 3
"""Rows. More of them in one table are told of together."""


class Miscounted(NamedTuple):
    """A row (None: table four, which has but one) whose values could not be told apart: where they stand, how
    many there are and how many are due."""

    row: Row | None
    span: Span
    read: int
    due: int


def missing(document: Document, table: str) -> UnreadTable:
    """Nothing of the table was found."""
    name = TABLE_NAMES[table]
    if document.unreadable:
        zh, en = (
            "、".join(one[0] for one in document.unreadable),
            "; ".join(one[1] for one in document.unreadable),
        )
        return UnreadTable(table, Span(0, 0), f"没有读到{name.zh}：{zh}", f"{name.en} was not read: {en}")
    zh, en = "它可能是图片，也可能没有附上", "it may be a picture or missing"
    return UnreadTable(table, Span(0, 0), f"没有读到{name.zh}，{zh}", f"{name.en} was not found; {en}")


def absent(table: str, rows: Sequence[Row], near: Span) -> tuple[UnreadTable, ...]:
    """The table was found, rows of it were not. `near`: some place in the table."""
    if not rows:
        return ()
    name = TABLE_NAMES[table]
    labels = "".join(f"“{row.brief}”" for row in rows[:_TOGETHER])
    more = f"等 {len(rows)} 行" if len(rows) > _TOGETHER else ""
    zh = f"{name.zh}没有读到{labels}{more}"
    return (UnreadTable(table, near, zh, f"{name.en}: {len(rows)} rows were not found: {labels}"),)


def miscounted(table: str, found: Sequence[Miscounted]) -> tuple[UnreadTable, ...]:
    """Rows were found, but not as many values as they have columns."""
    if len(found) > _TOGETHER:
        name = TABLE_NAMES[table]
        zh = f"{name.zh}有 {len(found)} 行的数认不全，从{_row(found[0])[0]}开始"
        en = f"{name.en}: the values of {len(found)} rows could not be told apart, beginning with {_row(found[0])[1]}"
        return (UnreadTable(table, found[0].span, zh, en),)
    return tuple(_miscounted(table, one) for one in found)


def _miscounted(table: str, one: Miscounted) -> UnreadTable:
    name, (zh, en) = TABLE_NAMES[table], _row(one)
    but = f"只能认出 {one.read} 个" if one.read < one.due else f"却有 {one.read} 个，分不清哪些是"
    return UnreadTable(
        table,
        one.span,
        f"{name.zh}{zh}应有 {one.due} 个数，{but}",
        f"{name.en}, {en}: {one.due} values are due, {one.read} were found",
    )


def _row(one: Miscounted) -> tuple[str, str]:
    return (
        (f"“{one.row.brief}”一行", f"row “{one.row.brief}”") if one.row else ("数据行", "the row of values")
    )
