"""What the running text states of a number, against the cells of the statutory tables."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import msgspec

from linter.language.declarations import declared
from linter.language.forms import FORMS, addresses, cell, cell_name, is_proper
from linter.model.finding import Confidence, Hit, NotAssessed, Note, Severity, Term, Words
from linter.model.report import Cell, Fact, Report

_ZERO = Decimal(0)
_NOTHING_STATED = Words("正文里没有可与统计表核对的数字", "the text states no number that the tables hold")
_NOTHING_READ = Words(
    "正文有数字，但统计表里对应的格子没有读出",
    "the cells that belong to the numbers of the text were not read",
)
_SO: Mapping[str, Words] = {
    "equal": Words("", ""),
    "at_most": Words("，比正文的数小", ", less than the text says"),
    "possible": Words("，不会有正文的这个数", ", so there can be no such number"),
}


class Relation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number of the text (`fact`, see rules/facts.yaml) and the sums of cells that it is compared with.

    `sums`: cells joined by +; it must equal one of them, those left out that the report's form does not have.
    `ask`: instead of being `equal` it may be `at_most` a sum, or `possible`: above zero only if the sum is.
    `when`: only for what is `none` or `some`. `times`: how many of the text's units make one of the cells'.
    `severity` and `confidence` lower those of the rule."""

    fact: str
    sums: tuple[str, ...]
    ask: Literal["equal", "at_most", "possible"] = "equal"
    when: Literal["any", "none", "some"] = "any"
    times: int = 1
    severity: Severity | None = None
    confidence: Confidence | None = None


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`relations`: what is compared with what."""

    relations: tuple[Relation, ...]


Sum = tuple[Cell, ...]


def objection(options: Options) -> tuple[str, Words] | None:
    """A number that is not declared, or a cell that no form has."""
    cells = {address for form in FORMS for address in addresses(form)}
    known = declared().numbers
    for one in options.relations:
        unknown = [name for name in [one.fact] if name not in known]
        unknown += [address for text in one.sums for address in _addresses(text) if address not in cells]
        if unknown or not one.sums:
            name = unknown[0] if unknown else one.fact
            return "relations", Words(f"没有 {name} 这个数", f"there is no number {name}")
    return None


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """Point at every number of the text that no sum of cells explains. Where one of its cells is blank or
    was not read, nothing is said of it."""
    stated: dict[str, list[Fact]] = {}
    for fact in report.facts:
        if fact.value is not None:
            stated.setdefault(fact.address, []).append(fact)
    asked = judged = False
    marked: set[Fact] = set()
    for relation in options.relations if stated else ():
        if relation.fact not in stated:
            continue
        concerned = [fact for fact in stated[relation.fact] if _concerns(relation, fact)]
        sums = _sums(report, relation) if concerned else ()
        asked, judged = asked or bool(concerned), judged or bool(sums)
        for fact in concerned if sums else ():
            if not any(_agrees(relation, fact, one) for one in sums) and fact not in marked:
                marked.add(fact)
                yield _hit(report, relation, fact, sums)
    if not judged:
        yield NotAssessed(_NOTHING_READ if asked else _NOTHING_STATED)


def _concerns(relation: Relation, fact: Fact) -> bool:
    return relation.when == "any" or (relation.when == "some") == bool(fact.value and fact.value > 0)


@lru_cache(maxsize=256)
def _addresses(text: str) -> tuple[str, ...]:
    return tuple(address.strip() for address in text.split("+"))


@lru_cache(maxsize=256)
def _in_form(form: str | None, sums: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The addresses of each of the sums of which the form has all cells."""
    split = map(_addresses, sums)
    return tuple(one for one in split if all(cell(form, address) is not None for address in one))


def _sums(report: Report, relation: Relation) -> tuple[Sum, ...]:
    """The cells of each sum that the report's form has; none at all if one of them is no number."""
    found: list[Sum] = []
    for wanted in _in_form(report.form, relation.sums):
        numbers = [
            one for one in map(report.cells.get, wanted) if one is not None and _is_number(report, one)
        ]
        if len(numbers) < len(wanted):
            return ()
        found.append(tuple(numbers))
    return tuple(found)


def _is_number(report: Report, one: Cell) -> bool:
    """Whether it holds a number that belongs there: most hold a bare zero."""
    return (one.raw == "0" and one.value is not None) or is_proper(report.form, one)


def _total(cells: Sum) -> Decimal:
    return sum([one.value for one in cells if one.value], _ZERO)


def _agrees(relation: Relation, fact: Fact, cells: Sum) -> bool:
    stated, total = fact.value or _ZERO, _total(cells)
    if relation.times != 1:
        total *= relation.times
    match relation.ask:
        case "equal":
            return stated == total
        case "at_most":
            return stated <= total
        case "possible":
            return not stated or total > 0


def _hit(report: Report, relation: Relation, fact: Fact, sums: tuple[Sum, ...]) -> Hit:
    different = {_total(one): one for one in reversed(sums)}
    said = [_said(report, one) for one in reversed(different.values())]
    so = _SO[relation.ask]
    cells = {one.address: one for cells in sums for one in _shown(cells)}
    return Hit(
        fact.span,
        {
            "subject": declared().numbers[fact.address].label,
            "stated": fact.raw,
            "cells": Words(
                "，或".join(one.zh for one in said) + so.zh, ", or ".join(one.en for one in said) + so.en
            ),
        },
        tuple(_note(report, one) for one in cells.values()),
        severity=relation.severity,
        confidence=relation.confidence,
        terms=tuple(Term(one.address, 1) for one in sums[0]) if relation.ask == "equal" else (),
    )


def _shown(cells: Sum) -> Sum:
    """The cells that are not zero; if all are, the first."""
    return tuple(one for one in cells if one.value) or cells[:1]


def _said(report: Report, cells: Sum) -> Words:
    """`表三“本年新收” 10 + “上年结转” 1 = 11`, zeros left out."""
    shown, table = _shown(cells), int(cells[0].address[1])
    rest, total = len(cells) - len(shown), _total(cells)
    zh = f"表{'一二三四'[table - 1]}" + " + ".join(f"{_brief(report, one).zh} {one.raw}" for one in shown)
    en = f"table {table} " + " + ".join(f"{_brief(report, one).en} {one.raw}" for one in shown)
    if len(shown) > 1:
        return Words(f"{zh} = {total:f}", f"{en} = {total:f}")
    return (
        Words(f"{zh}，其余 {rest} 项也是 0", f"{en}, {rest} more of 0")
        if rest and not total
        else Words(zh, en)
    )


def _brief(report: Report, one: Cell) -> Words:
    """The row's name without its ordinal; in table two with the column's, in which the number stands."""
    named = cell(report.form, one.address)
    if named is None:
        return Words(one.address, one.address)
    row, column = f"“{named[0].bare}”", f"“{named[1].label}”"
    if one.address.startswith("t2."):
        return Words(f"{row}的{column}", f"{row}, {column}")
    return Words(row, row)


def _note(report: Report, one: Cell) -> Note:
    name = cell_name(report.form, one.address)
    return Note(Words(f"{name.zh}是 {one.raw}", f"{name.en}: {one.raw}"), one.span)
