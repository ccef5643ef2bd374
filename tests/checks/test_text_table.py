"""Numbers of the text against cells: every mention, every relation, and what cannot be compared."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from linter.analysis import analyse
from linter.checks.text_table import Options, check, objection
from linter.model.document import Span
from linter.model.finding import Hit, NotAssessed
from linter.model.report import Cell, CellMap, Fact, Report
from linter.readers.from_txt import parse

EMPTY = analyse(parse(""))
RECEIVED = {"fact": "text.received", "sums": ["t3.new.total", "t3.new.total + t3.carried.total"]}


def options(*relations: dict[str, Any]) -> Options:
    return msgspec.convert({"relations": relations}, Options)


def fact(address: str, value: str, at: int = 0, unit: str | None = "件") -> Fact:
    return Fact(address, Span(at, at + 2), f"{value}{unit}", Decimal(value), unit)


def report(*facts: Fact, form: str | None = "2021", **cells: str) -> Report:
    """CellMap by address with `__` for the dots; `/` is a blank one."""
    made = {}
    for place, (name, raw) in enumerate(cells.items(), start=90):
        address, number = name.replace("__", "."), raw != "/"
        made[address] = Cell(
            address,
            place,
            place + 1,
            raw,
            "number" if number else "blank",
            Decimal(raw) if number else None,
        )
    return replace(EMPTY, form=form, cells=CellMap(made), facts=facts, unread=())


def hits(one: Report, asked: Options) -> list[Hit]:
    return [told for told in check(one, asked) if isinstance(told, Hit)]


def test_a_number_that_fits_one_of_the_sums_is_right() -> None:
    for value in ("10", "12"):
        one = report(fact("text.received", value), t3__new__total="10", t3__carried__total="2")
        assert list(check(one, options(RECEIVED))) == []


def test_a_number_that_fits_none_is_marked_at_every_mention() -> None:
    stated = (fact("text.received", "11"), fact("text.received", "10", 5), fact("text.received", "9", 8))
    one = report(*stated, t3__new__total="10", t3__carried__total="2")
    assert [hit.span.start for hit in hits(one, options(RECEIVED))] == [0, 8]


def test_a_finding_says_both_sides_and_points_at_the_cells() -> None:
    one = report(fact("text.received", "11"), t3__new__total="10", t3__carried__total="2")
    (hit,) = hits(one, options({**RECEIVED, "severity": "warning", "confidence": "likely"}))
    assert {name: getattr(value, "zh", value) for name, value in hit.values.items()} == {
        "subject": "收到的政府信息公开申请",
        "stated": "11件",
        "cells": "表三“本年新收” 10，或表三“本年新收” 10 + “上年结转” 2 = 12",
    }
    assert [(note.message.zh, note.span.start) for note in hit.notes] == [
        ("表三“一、本年新收政府信息公开申请数量”行“总计”列是 10", 90),
        ("表三“二、上年结转政府信息公开申请数量”行“总计”列是 2", 91),
    ]
    assert (hit.severity, hit.confidence) == ("warning", "likely")


def test_a_sum_with_a_blank_cell_is_not_judged() -> None:
    one = report(fact("text.received", "11"), t3__new__total="10", t3__carried__total="/")
    (told,) = check(one, options(RECEIVED))
    assert isinstance(told, NotAssessed) and "没有读出" in told.reason.zh


def test_a_text_without_numbers_is_not_judged() -> None:
    (told,) = check(report(t3__new__total="10"), options(RECEIVED))
    assert isinstance(told, NotAssessed) and "没有可与统计表核对的数字" in told.reason.zh


def test_cells_of_another_form_are_left_out() -> None:
    asked = options(
        {
            "fact": "text.other_handled",
            "sums": [
                "t3.no_correction.total + t3.no_payment.total + t3.other.total",
                "t3.other_handling.total",
            ],
        }
    )
    older = report(fact("text.other_handled", "3"), form="2019", t3__other_handling__total="2")
    assert [str(hit.values["stated"]) for hit in hits(older, asked)] == ["3件"]


@pytest.mark.parametrize(("stated", "found"), [("0", 1), ("7", 0)])
def test_a_relation_may_hold_for_none_only(stated: str, found: int) -> None:
    asked = options({"fact": "text.received", "sums": ["t3.new.total"], "when": "none"})
    assert len(hits(report(fact("text.received", stated), t3__new__total="5"), asked)) == found


@pytest.mark.parametrize(("stated", "found"), [("4", 0), ("5", 0), ("6", 1)])
def test_what_the_text_mentions_may_be_fewer(stated: str, found: int) -> None:
    asked = options({"fact": "text.penalty.mentioned", "sums": ["t2.penalty.decisions"], "ask": "at_most"})
    one = report(fact("text.penalty.mentioned", stated), t2__penalty__decisions="5")
    assert len(hits(one, asked)) == found


@pytest.mark.parametrize(("requests", "found"), [("0", 1), ("3", 0)])
def test_a_fee_needs_a_request(requests: str, found: int) -> None:
    asked = options({"fact": "text.fee", "sums": ["t3.new.total + t3.carried.total"], "ask": "possible"})
    one = report(fact("text.fee", "380", unit="元"), t3__new__total=requests, t3__carried__total="0")
    assert len(hits(one, asked)) == found


@pytest.mark.parametrize(("amount", "found"), [("0.03", 1), ("0.04", 0)])
def test_units_are_brought_together(amount: str, found: int) -> None:
    asked = options({"fact": "text.fee", "sums": ["t2.fees.amount"], "ask": "at_most", "times": 10000})
    assert len(hits(report(fact("text.fee", "380", unit="元"), t2__fees__amount=amount), asked)) == found


def test_a_number_is_marked_once() -> None:
    asked = options(RECEIVED, {"fact": "text.received", "sums": ["t3.handled.total"]})
    one = report(
        fact("text.received", "11"), t3__new__total="10", t3__carried__total="2", t3__handled__total="9"
    )
    assert len(hits(one, asked)) == 1


def test_a_text_and_tables_that_agree_pass_from_the_file_on() -> None:
    text = (
        "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
        "（二）依申请公开。全年收到申请11件，未收取信息处理费。\n三、收到和处理政府信息公开申请情况\n"
        "一、本年新收政府信息公开申请数量 8 2 0 0 0 0 10\n二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n"
    )
    assert list(check(analyse(parse(text)), options(RECEIVED))) == []


@pytest.mark.parametrize(
    "relation",
    [{"fact": "text.gifts", "sums": ["t3.new.total"]}, {"fact": "text.received", "sums": ["t3.new.sum"]}],
)
def test_a_relation_with_an_unknown_name_is_objected_to(relation: dict[str, Any]) -> None:
    told = objection(options(relation))
    assert told is not None and told[0] == "relations"


def test_a_relation_with_known_names_is_not() -> None:
    assert objection(options(RECEIVED)) is None
