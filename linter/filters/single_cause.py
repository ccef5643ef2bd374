"""One wrong cell breaks several equations: where one change would mend them all, there is one finding, on it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from linter.checks.equation import Options, relations_of
from linter.filters.followers import told_once
from linter.filters.in_text import in_text
from linter.language.forms import cell_name
from linter.model.finding import Finding, Note, Words
from linter.model.report import Report
from linter.model.rule import Rule

RULES = ("balance", "result-total", "row-total", "review-total")
"""The rules of the tables' equations; a merged finding comes under the first that applies."""


def single_cause(
    findings: Sequence[Finding],
    report: Report,
    rules: Sequence[Rule],
    selected: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """The findings, those of `RULES` merged where a single cell explains them. `rules` are all that were run,
    for the equations that hold: a cell in one of these is right. `selected`: of `RULES`, those whose findings
    are wanted (None: all)."""
    failing = [one for one in findings if one.rule in RULES and one.terms]
    if not failing:
        return told_once(in_text(findings, report))
    wanted = frozenset(RULES if selected is None else selected)
    kept = [one for one in findings if one not in failing]
    right: frozenset[str] | None = None
    for together in _connected(failing):
        cause = None
        if len(together) > 1:
            right = _right(report, rules) if right is None else right
            cause = _cause(report, together, right)
        chosen = [one for one in together if one.rule in wanted]
        kept += [_merged(report, together, chosen, *cause)] if cause and chosen else chosen
    return told_once(in_text(kept, report))


def _connected(failing: Sequence[Finding]) -> Iterator[list[Finding]]:
    """The failing equations in groups that share no cell with one another."""
    left = list(failing)
    while left:
        group = [left.pop(0)]
        cells = {term.address for term in group[0].terms}
        while near := [one for one in left if any(term.address in cells for term in one.terms)]:
            group += near
            cells.update(term.address for one in near for term in one.terms)
            left = [one for one in left if one not in near]
        yield group


def _right(report: Report, rules: Sequence[Rule]) -> frozenset[str]:
    """The cells that stand in an equation that holds."""
    numbers = {address: one.value for address, one in report.cells.items() if one.value is not None}
    return frozenset(
        address
        for rule in rules
        if rule.id in RULES and isinstance(rule.options, Options)
        for relation in relations_of(rule.options, report)
        if numbers.keys() >= set(relation.addresses) and relation.holds(numbers)
        for address in relation.addresses
    )


def _cause(report: Report, together: Sequence[Finding], right: frozenset[str]) -> tuple[str, Decimal] | None:
    """The only cell whose change mends all the equations, and what it should hold."""
    factors = [{term.address: term.factor for term in one.terms} for one in together]
    causes = []
    for address in factors[0]:
        if address in right or not all(address in one for one in factors):
            continue
        changes = {-_difference(report, one) / one[address] for one in factors}
        value = report.cells[address].value
        if len(changes) == 1 and value is not None and value + min(changes) >= 0:
            causes.append((address, value + min(changes)))
    return causes[0] if len(causes) == 1 else None


def _difference(report: Report, factors: Mapping[str, int]) -> Decimal:
    values = ((report.cells[address].value, factor) for address, factor in factors.items())
    return sum((value * factor for value, factor in values if value is not None), Decimal(0))


def _merged(
    report: Report, together: Sequence[Finding], chosen: Sequence[Finding], address: str, due: Decimal
) -> Finding:
    """One finding on the cell, under the first rule of those chosen; the other equations are its notes."""
    first = min(chosen, key=lambda one: RULES.index(one.rule))
    cell, name = report.cells[address], cell_name(report.form, address)
    message = Words(
        f"{name.zh}填的是 {cell.value:f}，要是 {due:f} 才与其余各数都相符：{first.message.zh}",
        f"{name.en} says {cell.value:f}; only {due:f} would agree with all the rest: {first.message.en}",
    )
    notes = tuple(Note(one.message, one.span) for one in together if one is not first)
    return replace(first, span=cell.span, message=message, notes=(*first.notes, *notes))
