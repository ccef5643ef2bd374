"""The order in which findings are told."""

from collections.abc import Iterable

from linter.model.finding import Finding


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By place in the text, then by rule; what is equal in both stays as the check told it."""
    return tuple(sorted(findings, key=lambda one: (one.span, one.rule)))
