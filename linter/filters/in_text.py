"""One wrong cell breaks an equation and contradicts the text: the text's word for it is then a note."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from linter.filters.followers import EQUATIONS
from linter.model.finding import Finding, Note, Term
from linter.model.report import Report

TEXT = "text-table-mismatch"
AT_MOST = "issued-not-in-force"
LAST_YEARS = ("carried-over", "document-stock")
"""They point at the cell that is not what last year's report leads to."""


def in_text(findings: Sequence[Finding], report: Report) -> tuple[Finding, ...]:
    """The findings without those of the text that the same change of a cell would mend as one of the tables': each
    is a note of that one."""
    said = [one for one in findings if one.rule == TEXT and one.terms]
    broken = [one for one in findings if one.rule in (*EQUATIONS, AT_MOST, *LAST_YEARS)]
    if not said or not broken:
        return tuple(findings)
    stated = {fact.span: fact.value for fact in report.facts}
    notes: dict[int, list[Note]] = {}
    gone: set[int] = set()
    for one in said:
        value = stated.get(one.span)
        change = None if value is None else value - _sum(report, one.terms)
        other = change and next((each for each in broken if _mends(report, one, each, change)), None)
        if other:
            gone.add(id(one))
            notes.setdefault(id(other), []).append(Note(one.message, one.span))
    kept = (one for one in findings if id(one) not in gone)
    return tuple(
        replace(one, notes=(*one.notes, *notes[id(one)])) if id(one) in notes else one for one in kept
    )


def _mends(report: Report, said: Finding, broken: Finding, change: Decimal) -> bool:
    """Whether a cell that both speak of, changed so that the text is right, makes the tables right too."""
    shared = {term.address for term in said.terms}
    if broken.rule in LAST_YEARS:
        return any(report.cells[one].span == broken.span for one in shared)
    before = _sum(report, broken.terms)
    after = [before + term.factor * change for term in broken.terms if term.address in shared]
    if broken.rule == AT_MOST:
        return any(left * before <= 0 for left in after)
    return 0 in after


def _sum(report: Report, terms: Iterable[Term]) -> Decimal:
    values = ((report.cells[term.address].value, term.factor) for term in terms)
    return sum((value * factor for value, factor in values if value is not None), Decimal(0))
