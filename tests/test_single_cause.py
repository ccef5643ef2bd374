"""One wrong cell is one finding, on that cell; what no single cell explains stays with the totals."""

import random
from collections.abc import Collection
from decimal import Decimal

import pytest

from linter.analysis import analyse
from linter.checks import CHECKS
from linter.checks.equation import relations_of
from linter.filters.single_cause import RULES, single_cause
from linter.language.forms import cell_name
from linter.model.document import Span
from linter.model.finding import Finding, Hit
from linter.model.report import Cell, CellMap, Report
from linter.readers.from_txt import parse
from linter.rulebook import load_rules
from tests.composing.figures import Cells, draw

EQUATIONS = tuple(rule for rule in load_rules() if rule.id in RULES)
BUSY = {form: draw(random.Random(8), form, "C", busy=True) for form in ("2021", "2019")}
CHANGED = [
    pytest.param(form, address, id=f"{form}-{address}")
    for form, drawn in BUSY.items()
    for address in drawn
    if address[:2] in ("t3", "t4")
]
EMPTY = analyse(parse(""))


def report(drawn: Cells, form: str = "2021") -> Report:
    """A report of nothing but cells; the n-th stands at n."""
    cells = {
        address: Cell(address, n, n + 1, f"{value}", "number", value)
        for n, (address, value) in enumerate(drawn.items())
    }
    return Report(EMPTY.document, EMPTY.title, form, None, (), (), (), (), CellMap(cells))


def failing(one: Report) -> list[Finding]:
    """All equations that do not hold."""
    return [
        Finding(
            rule.id,
            "tables",
            "error",
            "certain",
            hit.span,
            rule.message.format(hit.values),
            rule.why,
            (),
            terms=hit.terms,
        )
        for rule in EQUATIONS
        for hit in CHECKS[rule.check](one, rule.options)
        if isinstance(hit, Hit)
    ]


def merged(one: Report, selected: Collection[str] | None = None) -> list[tuple[str, str, int]]:
    """Rule, cell and number of notes of each finding."""
    places = {cell.span: address for address, cell in one.cells.items()}
    found = single_cause(failing(one), one, EQUATIONS, selected)
    return sorted((finding.rule, places[finding.span], len(finding.notes)) for finding in found)


def changed(form: str = "2021", **changes: int) -> Report:
    """The busy report with cells changed: `granted_natural=1`."""
    drawn = dict(BUSY[form])
    for name, change in changes.items():
        row, _, column = name.rpartition("_")
        drawn[f"t3.{row}.{column}"] += change
    return report(drawn, form)


@pytest.mark.parametrize(("form", "address"), CHANGED)
def test_every_cell_that_is_changed_is_named(form: str, address: str) -> None:
    drawn = dict(BUSY[form])
    drawn[address] += 1
    one = report(drawn, form)
    table, row, _ = address.split(".")
    if table == "t4":
        assert merged(one) == [("review-total", f"t4.{row}.total", 0)]
        return
    items = row in ("new", "carried", "next")
    rule = "balance" if items or row == "handled" else "result-total"
    assert merged(one) == [(rule, address, 2 if row == "handled" else 1)]
    message = single_cause(failing(one), one, EQUATIONS)[0].message.zh
    assert message.startswith(
        f"{cell_name(form, address).zh}填的是 {drawn[address]}，要是 {drawn[address] - 1} 才"
    )


def test_a_report_whose_numbers_agree_has_no_finding() -> None:
    assert [merged(report(drawn, form)) for form, drawn in BUSY.items()] == [[], []]


def test_two_wrong_cells_far_apart_are_two_findings() -> None:
    one = changed(granted_natural=1, next_other=2)
    assert merged(one) == [("balance", "t3.next.other", 1), ("result-total", "t3.granted.natural", 1)]


def test_two_wrong_cells_that_share_an_equation_stay_with_the_totals() -> None:
    assert merged(changed(granted_natural=1, partial_natural=2)) == [
        ("result-total", "t3.handled.natural", 0),
        ("row-total", "t3.granted.total", 0),
        ("row-total", "t3.partial.total", 0),
    ]


def test_a_cell_in_an_equation_that_holds_is_not_the_cause() -> None:
    one = changed(handled_natural=1, granted_natural=1)
    assert merged(one) == [
        ("balance", "t3.handled.natural", 0),
        ("row-total", "t3.granted.total", 0),
        ("row-total", "t3.handled.total", 0),
    ]


def test_changes_that_one_number_cannot_mend_stay_with_the_totals() -> None:
    assert merged(changed(granted_natural=3, partial_natural=-1, partial_total=-1)) == [
        ("result-total", "t3.handled.natural", 0),
        ("result-total", "t3.handled.total", 0),
        ("row-total", "t3.granted.total", 0),
    ]


def test_no_number_below_zero_is_proposed() -> None:
    drawn = {address: Decimal(0) for address in BUSY["2021"]}
    ones = ("new.business", "new.total", "granted.business", "partial.natural", "partial.total")
    drawn |= {f"t3.{cell}": Decimal(1) for cell in (*ones, "handled.business", "handled.total")}
    assert merged(report(drawn)) == [
        ("result-total", "t3.handled.natural", 0),
        ("row-total", "t3.granted.total", 0),
    ]


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        (["row-total"], [("row-total", "t3.granted.natural", 1)]),
        (["row-total", "result-total"], [("result-total", "t3.granted.natural", 1)]),
        (["balance", "bad-cell"], []),
        ([], []),
    ],
)
def test_the_finding_comes_under_the_first_rule_that_is_wanted(
    selected: list[str], expected: list[tuple[str, str, int]]
) -> None:
    assert merged(changed(granted_natural=1), selected) == expected


def test_other_findings_are_left_as_they_are() -> None:
    one = changed(granted_natural=1)
    other = Finding(
        "percentage", "numbers", "error", "likely", Span(0, 1), EQUATIONS[0].message, EQUATIONS[0].why, ()
    )
    found = single_cause([other, *failing(one)], one, EQUATIONS)
    assert (found[0], len(found)) == (other, 2)


def test_the_equations_that_failed_are_told_in_message_and_notes() -> None:
    one = changed(handled_legal=1)
    (found,) = single_cause(failing(one), one, EQUATIONS)
    told = [found.message.zh.partition("：")[2], *(note.message.zh for note in found.notes)]
    assert sorted(told) == sorted(finding.message.zh for finding in failing(one))
    assert found.fix is None


def test_cells_that_are_no_numbers_are_not_proposed() -> None:
    one = changed(granted_natural=1)
    blank = one.cells["t3.partial.natural"]
    cells = {**one.cells, blank.address: Cell(blank.address, blank.start, blank.end, "/", "blank")}
    unjudged = Report(one.document, one.title, one.form, None, (), (), (), (), CellMap(cells))
    assert merged(unjudged) == [("row-total", "t3.granted.total", 0)]


@pytest.mark.parametrize(("form", "counts"), [("2021", (7, 7, 25, 3)), ("2019", (7, 7, 23, 3))])
def test_the_form_has_so_many_equations(form: str, counts: tuple[int, ...]) -> None:
    one = report(BUSY[form], form)
    found = {rule.id: len(relations_of(rule.options, one)) for rule in EQUATIONS}
    assert tuple(found[rule] for rule in RULES) == counts
