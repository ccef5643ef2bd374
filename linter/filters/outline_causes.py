"""Which findings about the outline follow from another: where two levels are marked alike no section is where it
belongs, a heading printed twice is out of order."""

from collections.abc import Mapping, Sequence

from linter.model.finding import Finding

LEVELS, TWICE = "heading-levels", "repeated-heading"
CAUSES: Mapping[str, tuple[str, ...]] = {
    "empty-section": (LEVELS,),
    "enumeration-order": (LEVELS,),
    "missing-accountability-results": (LEVELS, TWICE, "topic-mismatch"),
    "missing-topic": (LEVELS, TWICE),
    "plans-only": ("thin-problems",),
    "repeated-heading": (LEVELS,),
    "section-numbering": (LEVELS,),
    "topic-mismatch": (LEVELS, TWICE),
    "topic-order": (LEVELS, TWICE),
}
"""For each rule those that explain what it finds, the weightier first."""
_ABOVE = ("empty-section", "missing-topic")
"""Said of the heading above the place where the outline goes wrong."""


def outline_cause(one: Finding, findings: Sequence[Finding]) -> Finding | None:
    """The finding that explains `one`."""
    for rule in CAUSES.get(one.rule, ()):
        for other in findings:
            if other.rule == rule and _explains(other, one):
                return other
    return None


def _explains(cause: Finding, one: Finding) -> bool:
    if one.rule in _ABOVE and cause.rule == LEVELS:
        return one.span.start <= cause.span.start
    if cause.rule == LEVELS and cause.severity == "error" and one.rule != "enumeration-order":
        return True
    return _top(one) == _top(cause)


def _top(one: Finding) -> str:
    """The heading of the section."""
    return one.section.split(" / ")[0]
