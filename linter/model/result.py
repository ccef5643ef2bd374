"""What comes out: per report a `Result`, per run a `Run`. All that a reporter sees."""

from dataclasses import dataclass

from linter.model.alike import Similarity as Similarity
from linter.model.errors import FailureKind
from linter.model.finding import Finding, Words
from linter.model.report import Report
from linter.model.rule import Rule
from linter.model.score import Score


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A rule that could not be judged on a report, and why: neither passed nor failed."""

    rule: str
    reason: Words


@dataclass(frozen=True, slots=True)
class Result:
    """One report, linted. `assessed` counts the rules that were judged. `remarks` are said to the user beside
    the findings; each begins with the line it is about."""

    report: Report
    findings: tuple[Finding, ...]
    score: Score
    assessed: int
    not_assessed: tuple[Unjudged, ...]
    profile: str
    similarity: Similarity = Similarity()
    remarks: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """One file that could not be linted, and why."""

    path: str
    kind: FailureKind
    reason: Words


@dataclass(frozen=True, slots=True)
class Tool:
    """What made the findings: version, hash of the rules, profile asked for (None = by level)."""

    version: str
    rules: str
    profile: str | None


@dataclass(frozen=True, slots=True)
class Run:
    """All files of one call, in the order of their paths. `rules` are those that were asked for; `baseline`:
    findings were compared with accepted ones; `remarks` are said to the user beside the findings (a suppression
    that suppresses nothing, an accepted finding that is gone)."""

    tool: Tool
    results: tuple[Result, ...]
    failed: tuple[Failed, ...]
    rules: tuple[Rule, ...] = ()
    baseline: bool = False
    remarks: tuple[Words, ...] = ()
