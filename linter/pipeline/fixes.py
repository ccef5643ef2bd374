"""Fixing a text: lint, fix what can be fixed at once, and again until nothing changes."""

from collections.abc import Callable
from dataclasses import dataclass

from linter.fixing import apply_fixes, fixable
from linter.model.finding import Finding
from linter.model.result import Result

_ROUNDS = 10
"""More than any chain of fixes that uncover one another; a pair that undoes itself ends here."""

Lint = Callable[[str], Result]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text before and after; `fixes` are the findings that were fixed, `result` what is left."""

    before: str
    after: str
    fixes: tuple[Finding, ...]
    result: Result


def fix(source: str, lint: Lint, *, unsafe: bool) -> Fixed:
    """Fix `source` until it is stable. A round that would bring back an earlier text is not made."""
    seen, text, made = {source}, source, []
    result = lint(text)
    for _ in range(_ROUNDS):
        chosen = fixable(result.report, result.findings, unsafe=unsafe)
        after = apply_fixes(result.report.document, chosen) if chosen else text
        if after in seen:
            break
        seen.add(after)
        text, result = after, lint(after)
        made += chosen
    return Fixed(source, text, tuple(made), result)
