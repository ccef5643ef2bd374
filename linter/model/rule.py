"""A rule as the engine uses it: words, options and the name of the check that carries it."""

from dataclasses import dataclass
from typing import Any, Literal

from linter.model.finding import Basis, Confidence, Severity, Words
from linter.model.report import Where


@dataclass(frozen=True, slots=True)
class Rule:
    """One file of `rules/`. `options` is the check's own `Options`. `path` names the file it came from;
    `wordlists` are the lists whose words are in the options."""

    id: str
    group: str
    title: Words
    why: Words
    basis: tuple[Basis, ...]
    check: str
    severity: Severity
    confidence: Confidence
    message: Words
    options: Any
    where: Where = Where()
    on: bool = True
    path: str = ""
    wordlists: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A text of a rule file, with its ⟦marks⟧ stripped into `expected` spans of `text`.

    `bad` must be found at exactly `expected`; `good` must not be found at all; `missed` is a fault that the
    rule is known not to catch. `fixed` is what all fixes together make of `text`. `given` sets the scene:
    `unit`, `year` (a title is put before the text), `previous` (last year's report),
    `peer` (another unit's)."""

    kind: Literal["bad", "good", "missed"]
    text: str
    expected: tuple[tuple[int, int], ...] = ()
    fixed: str | None = None
    unit: str | None = None
    year: int | None = None
    previous: str | None = None
    peer: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class RulePage:
    """What only `explain`, the docs and the tests need of a rule file: kept off the path of `check`."""

    examples: tuple[Example, ...]
    how: Words | None = None
    limits: Words | None = None
