"""Fixing a text: lint, fix what can be fixed at once, and again until nothing changes."""

from collections.abc import Callable
from dataclasses import dataclass

from linter.fixing import apply_fixes, fixable
from linter.model.finding import Finding
from linter.model.result import Result

_ROUNDS = 10
"""More than any chain of fixes that uncover one another."""

Lint = Callable[[str], Result]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text before and after; `fixes` are the findings that were fixed, `result` what is left."""

    before: str
    after: str
    fixes: tuple[Finding, ...]
    result: Result


def fix(source: str, lint: Lint, *, unsafe: bool) -> Fixed:
    """Fix `source` until it is stable; fixing the outcome once more changes nothing. Where fixes undo one
    another, the text from which they go round in a circle is the outcome; a text that does not come to rest
    is left as it is."""
    before = after = Fixed(source, source, (), lint(source))
    seen = {source: before}
    for _ in range(_ROUNDS):
        chosen = fixable(after.result.report, after.result.findings, unsafe=unsafe)
        text = apply_fixes(after.result.report.document, chosen)
        if text in seen:
            return seen[text]
        after = seen[text] = Fixed(source, text, (*after.fixes, *chosen), lint(text))
    return before
