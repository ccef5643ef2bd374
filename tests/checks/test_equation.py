"""Relations between numbers: what rules may write, what is judged, and what a finding says."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from linter.analysis import analyse
from linter.checks.equation import Options, check, objection
from linter.model.document import Span
from linter.model.finding import Hit, NotAssessed, Term
from linter.model.report import Cell, CellMap, CellState, Fact, Report, UnreadTable
from linter.readers.from_txt import parse

EMPTY = analyse(parse(""))
ROWS = {"each": {"row": "t3.*"}, "assert": "row.natural + row.business == row.total"}
COLUMNS = {"each": {"column": ["natural", "total"]}}


def options(relation: str | Mapping[str, Any], **more: Any) -> Options:
    given = {"assert": relation, **more} if isinstance(relation, str) else relation
    return msgspec.convert(given, Options)


def report(facts: tuple[Fact, ...] = (), form: str = "2021", **numbers: int | str) -> Report:
    """CellMap by address with `__` for the dots; a text is a cell in that state."""
    cells = {}
    for n, (name, value) in enumerate(numbers.items()):
        address = name.replace("__", ".")
        state: CellState = "number" if isinstance(value, int) else "blank"
        cells[address] = Cell(
            address, n, n + 1, str(value), state, Decimal(value) if isinstance(value, int) else None
        )
    return replace(EMPTY, form=form, cells=CellMap(cells), facts=facts, unread=())


def fact(address: str, value: int | None, at: int = 90) -> Fact:
    return Fact(address, Span(at, at + 2), f"{value}件", None if value is None else Decimal(value), "件")


def hits(one: Report, asked: Options) -> list[tuple[int, str, str]]:
    """Where, what is stated and what was expected."""
    found = [told for told in check(one, asked) if isinstance(told, Hit)]
    return [(told.span.start, str(told.values["stated"]), str(told.values["total"])) for told in found]


def reasons(one: Report, asked: Options) -> list[str]:
    return [told.reason.zh for told in check(one, asked) if isinstance(told, NotAssessed)]


def test_a_relation_is_judged_for_every_row() -> None:
    one = report(
        t3__new__natural=8,
        t3__new__business=3,
        t3__new__total=12,
        t3__next__natural=1,
        t3__next__business=0,
        t3__next__total=1,
    )
    assert hits(one, options(ROWS)) == [(2, "12", "11")]


def test_a_finding_says_both_sides_and_names_the_addends() -> None:
    one = report(t3__new__total=5, t3__carried__total=0, t3__handled__total=4, t3__next__total=2)
    (hit,) = check(
        one, options("t3.new[c] + t3.carried[c] == t3.handled[c] + t3.next[c]", each={"c": ["total"]})
    )
    assert isinstance(hit, Hit)
    assert {
        name: hit.values[name] for name in ("left", "left_addends", "right", "right_addends", "difference")
    } == {
        "left": "5",
        "left_addends": "本年新收 5",
        "right": "6",
        "right_addends": "总计 4 + 结转下年度继续办理 2",
        "difference": "1",
    }
    factors = {"t3.new.total": 1, "t3.carried.total": 1, "t3.handled.total": -1, "t3.next.total": -1}
    assert (hit.span, hit.terms) == (Span(2, 3), tuple(Term(*one) for one in factors.items()))


@pytest.mark.parametrize(
    ("relation", "found"),
    [
        ("t4.review.total == 4", [(0, "3", "4")]),
        ("4 == t4.review.total", [(0, "3", "4")]),
        ("t4.review.total - 1 == t4.direct.total * 2", [(1, "2", "1")]),
        ("2 * t4.direct.total == t4.review.total + 1", []),
        ("-t4.review.total <= 0", []),
        ("t4.review.total < t4.direct.total", [(1, "2", "3")]),
        ("t4.review.total != 3", [(0, "3", "3")]),
        ("t4.review.total > 3", [(0, "3", "3")]),
        ("t4.review.total >= t4.direct.total", []),
        ("t4.review.total > 2 implies t4.direct.total == 0", [(1, "2", "0")]),
        ("t4.review.total > 3 implies t4.direct.total == 0", []),
        ("sum(t4.review.total, t4.direct.total, 1) == 6", []),
    ],
)
def test_comparisons(relation: str, found: list[tuple[int, str, str]]) -> None:
    assert hits(report(t4__review__total=3, t4__direct__total=2), options(relation)) == found


def test_of_a_group_those_rows_count_that_the_form_has() -> None:
    asked = options(
        "sum(t3.results[column]) == t3.handled[column]",
        groups={"results": ["granted", "other", "other_handling"]},
        **COLUMNS,
    )
    new = report(t3__granted__natural=2, t3__other__natural=1, t3__handled__natural=4)
    old = report(form="2019", t3__granted__natural=2, t3__other_handling__natural=1, t3__handled__natural=3)
    assert (hits(new, asked), hits(old, asked)) == ([(2, "4", "3")], [])


def test_a_relation_about_rows_that_the_form_does_not_have_is_left_out() -> None:
    asked = options("t3.other_handling.total == 0")
    assert (hits(report(t3__new__total=1), asked), reasons(report(t3__new__total=1), asked)) == (
        [],
        ["没有可以比较的数"],
    )


def test_a_cell_that_is_no_number_is_never_taken_for_zero() -> None:
    one = report(
        t3__new__natural=8, t3__new__business="/", t3__new__total=11, t3__next__natural=0, t3__next__total=4
    )
    assert (hits(one, options(ROWS)), reasons(one, options(ROWS))) == ([], ["没有可以比较的数"])


def test_tables_that_were_not_read_are_the_reason() -> None:
    missing = (
        UnreadTable("t2", Span(0, 0), "没有表二", "no t2"),
        UnreadTable("t3", Span(0, 0), "没有表三", "no t3"),
    )
    assert reasons(replace(report(), unread=missing), options(ROWS)) == ["没有表三"]


def test_numbers_of_the_text_are_judged_at_every_place() -> None:
    facts = (fact("text.received", 3, 50), fact("text.received", 4, 60), fact("text.received", None, 70))
    one = report(facts, t3__new__total=4)
    assert hits(one, options("text.received == t3.new.total")) == [(0, "4", "3")]
    assert hits(one, options("t3.new.total == text.received")) == [(50, "3", "4")]


def test_a_pattern_may_range_over_numbers_of_the_text() -> None:
    facts = (fact("text.sum.parts", 3, 50), fact("text.sum.total", 4, 60))
    assert hits(report(facts), options("one.parts == one.total", each={"one": "text.*"})) == [(60, "4", "3")]


def test_last_years_report_is_compared_with_a_note_on_it() -> None:
    asked = options("previous.t3.next[column] == t3.carried[column]", **COLUMNS)
    previous = report(t3__next__natural=2, t3__next__total=2)
    one = replace(report(t3__carried__natural=2, t3__carried__total=3), previous=previous)
    (hit,) = check(one, asked)
    assert isinstance(hit, Hit)
    assert (hit.span, hit.values["addends"]) == (Span(1, 2), "上年结转下年度继续办理 2")
    assert [(note.message.zh, note.span, note.previous) for note in hit.notes] == [
        ("上年报告这里是 2", Span(1, 2), True)
    ]
    assert reasons(replace(one, previous=None), asked) == ["没有上年报告"]


@pytest.mark.parametrize(
    "relation",
    [
        "t3.new.total",
        "t3.new.total = 1",
        "t3.new.total == ",
        "0 <= t3.new.total <= 1",
        "t3.new.total * t3.next.total == 1",
        "t3.new.total / 2 == 1",
        "t3.new.total == 1.5",
        "t3.new.total == True",
        "t3.results.total == 1",
        "t3.new[total] == 1",
        "t3.new['total'] == 1",
        "max(t3.new.total) == 1",
        "sum() == 1",
        "__import__('os') == 1",
        "(lambda: 1)() == 1",
        "a > 1 implies b > 1 implies c > 1",
        "(" * 300 + "1" + ")" * 300 + " == 1",
        "",
    ],
)
def test_what_is_no_relation_is_refused_with_the_key(relation: str) -> None:
    refused = objection(options(relation, groups={"results": ["granted", "partial"]}))
    assert refused is not None
    assert (refused[0], refused[1].zh.startswith("不是算式：")) == ("assert", True)


@pytest.mark.parametrize(
    "given", [ROWS, {**COLUMNS, "assert": "t3.new[column] >= 0"}, {"assert": "text.a == 1"}]
)
def test_a_relation_is_accepted(given: Mapping[str, Any]) -> None:
    assert objection(options(given)) is None
