"""One fault, one finding, where rules of history or of the outline are concerned: what follows from another finding
is its note."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from linter.filters.outline_causes import CAUSES, outline_cause
from linter.model.finding import Finding, Note

EQUATIONS = ("balance", "result-total", "row-total", "review-total")
SAME_PLACE: Mapping[str, tuple[str, ...]] = {
    "carried-over": EQUATIONS,
    "issued-not-in-force": ("regulation-power",),
    "tables-unreadable": ("missing-section",),
}
"""On the same cell, the first only says once more that its number is wrong."""
FOLLOWS: Mapping[str, str] = {
    "carried-over": "same-table",
    "document-stock": "same-table",
    "previous-figure": "same-figures",
    "year-on-year": "same-figures",
    "lost-case-unexplained": "review-total",
}
"""Where a table, or the numbers of a topic, were left as they stood last year, these are wrong of course; where the
outcomes do not make their total, nobody knows yet whether a case was lost."""

ANYWHERE: Mapping[str, str] = {"lost-case-unexplained": "missing-section"}
"""What the text does not say may have stood in the section that is missing."""

_FOLLOWERS = frozenset((*SAME_PLACE, *FOLLOWS, *ANYWHERE, *CAUSES))
_LEADERS = frozenset(
    (
        *FOLLOWS.values(),
        *ANYWHERE.values(),
        *(rule for ones in (*SAME_PLACE.values(), *CAUSES.values()) for rule in ones),
    )
)


def told_once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings without those that follow from another, which has them as notes."""
    leading = [one for one in findings if one.rule in _LEADERS]
    if not leading:
        return tuple(findings)
    notes: dict[int, list[Note]] = {}
    kept = []
    for one in findings:
        leader = _leader(one, leading) if one.rule in _FOLLOWERS else None
        if leader is None:
            kept.append(one)
        else:
            own = () if one.span == leader.span else (Note(one.message, one.span),)
            notes.setdefault(id(leader), []).extend((*own, *one.notes))
    return tuple(
        replace(one, notes=(*one.notes, *notes[id(one)])) if id(one) in notes else one for one in kept
    )


def _leader(one: Finding, findings: Sequence[Finding]) -> Finding | None:
    """The finding that `one` follows from."""
    leaders, here = SAME_PLACE.get(one.rule, ()), FOLLOWS.get(one.rule)
    for other in findings:
        if other.rule in leaders and other.span == one.span:
            return other
        if other.rule == here and other.section == one.section:
            return other
        if other.rule == ANYWHERE.get(one.rule):
            return other
    return outline_cause(one, findings)
