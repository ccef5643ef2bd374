"""Linting composed reports, other papers and mutants, and counting what is found."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from benchmarks.quality.dress import Dress, places
from benchmarks.quality.dress import draw as dress_of
from benchmarks.quality.planting import Mutant, Mutator
from benchmarks.quality.reports import Written
from linter.analysis import analyse
from linter.fixing import apply_fixes, fixable
from linter.model.finding import Finding
from linter.model.report import Report
from linter.model.result import Result
from linter.model.rule import Rule
from linter.pipeline import lint_document
from linter.readers.from_txt import parse

WHOLE = ("structure", "tables", "history", "originality")
"""Groups of rules that judge a report as a whole, or its form: nothing follows from them for another paper."""
OWN = ("section-numbering", "stale-time-word", "wrong-year")
"""Rules of other groups that take the text for a report: 今年 is right in a speech."""

TRIES = 12
"""For each mutant wanted, so many reports may have no place for the defect."""


@dataclass(slots=True)
class Tally:
    """What became of a rule. `false`: errors and warnings in good text or beside a defect of another rule, of
    them `of_good` in reports and `of_papers` in other papers; `noted`: notes there; `offered`: mutants that a safe fix was offered for, `restored`: of them, those that it
    made right. `cases`: some of what went wrong, in words."""

    rule: Rule
    planted: int = 0
    hit: int = 0
    false: int = 0
    of_good: int = 0
    of_papers: int = 0
    noted: int = 0
    offered: int = 0
    restored: int = 0
    cases: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float | None:
        """Of what was planted, the share that was found; None: nothing was planted."""
        return self.hit / self.planted if self.planted else None

    @property
    def precision(self) -> float | None:
        """Of what was found, the share that is a defect; None: nothing was found. Notes count for a rule that
        gives nothing else."""
        wrong = self.noted if self.rule.severity == "note" else self.false
        return self.hit / (self.hit + wrong) if self.hit + wrong else None


class Bench:
    """The rules, and a tally for each."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.guesses = frozenset(rule.id for rule in rules if rule.confidence == "guess")
        """Rules that only ever guess; a guess of another rule is not shown by default, and does not count."""
        self.tallies = {rule.id: Tally(rule) for rule in rules}
        self.doubled: Counter[tuple[str, str]] = Counter()
        """How often another rule too spoke of the place of a defect: (rule of the defect, the other)."""
        self.lint: Callable[[str, str | None], Result] = lru_cache(4096)(self._lint)

    def good(self, text: str, name: str, previous: str | None = None) -> None:
        """Lint a report in which there is nothing to find."""
        result = self.lint(text, previous)
        for finding in result.findings:
            self._wrong(finding, result.report, name)
            self.tallies[finding.rule].of_good += finding.severity != "note"

    def paper(self, text: str, name: str) -> None:
        """Lint another paper in which there is nothing to find, as if its prose were part of a report."""
        result = self._lint(text, None)
        for finding in result.findings:
            if finding.group in WHOLE or finding.rule in OWN:
                continue
            self._wrong(finding, result.report, name)
            self.tallies[finding.rule].of_papers += finding.severity != "note"

    def planted(self, rule: str, mutant: Mutant, dress: Dress, name: str) -> None:
        """Lint a mutant, and say what of its findings is the defect."""
        tally, text = self.tallies[rule], dress.on(mutant.text)
        result = self.lint(text, mutant.previous)
        right = self.lint(dress.on(mutant.right), mutant.right_previous or mutant.previous)
        at = places(mutant.text, text)
        spots = [(at[start], at[end]) for start, end in ((mutant.start, mutant.end), *mutant.also)]
        known = Counter(_key(one, right.report) for one in right.findings)
        hits = list[Finding]()
        for finding in result.findings:
            key = _key(finding, result.report)
            if any(_touches(finding, result.report, spot) for spot in spots):
                if finding.rule == rule:
                    hits.append(finding)
                elif not known[key]:
                    self.doubled[rule, finding.rule] += 1
            elif known[key]:
                known[key] -= 1
            elif finding.rule in mutant.entails:
                self.doubled[rule, finding.rule] += 1
            else:
                self._wrong(finding, result.report, f"{name}, mutant of {rule}")
        tally.planted += 1
        tally.hit += bool(hits)
        if not hits:
            start, end = mutant.start, mutant.end
            tally.cases.append(f"missed ({name}): {_excerpt(mutant.text, start, end)}")
        self._mended(tally, hits, result, right, name)

    def _mended(self, tally: Tally, hits: list[Finding], result: Result, right: Result, name: str) -> None:
        """Whether the safe fixes make of the mutant what they make of the right text."""
        after, before = (_fixed(one) for one in (result, right))
        if not any(one.fix and one.fix.safe for one in hits) or not set(hits) & set(_fixable(result)):
            return
        tally.offered += 1
        if _bare(after) == _bare(before):
            tally.restored += 1
        else:
            found = "; ".join(
                f"{result.report[one.span]} → {[edit.text for edit in one.fix.edits]}"
                for one in hits
                if one.fix
            )
            tally.cases.append(f"not restored ({name}): {found}")

    def _wrong(self, finding: Finding, report: Report, name: str) -> None:
        tally = self.tallies[finding.rule]
        if finding.severity == "note":
            tally.noted += 1
        else:
            tally.false += 1
        text = _excerpt(report.document.text, finding.span.start, finding.span.end)
        tally.cases.append(f"false {finding.severity} ({name}): {text} | {finding.message.zh}")

    def _lint(self, text: str, previous: str | None) -> Result:
        last = analyse(parse(previous)) if previous else None
        result = lint_document(parse(text), self.rules, previous=last)
        kept = (one for one in result.findings if one.confidence != "guess" or one.rule in self.guesses)
        return replace(result, findings=tuple(kept))


def plant(bench: Bench, rule: str, ways: Sequence[Mutator], reports: Sequence[Written], count: int) -> None:
    """Plant `count` defects of a rule, its ways in turn, each in another report as far as there are enough."""
    rng = random.Random(f"{rule} {reports[0].seed}")
    for way in ways:
        wanted, order = -(-count // len(ways)), list(reports)
        rng.shuffle(order)
        for report, mutant in _made(way, rng, order[: wanted * TRIES], wanted):
            bench.planted(rule, mutant, dress_of(report.seed), f"report {report.seed}")


def _made(
    way: Mutator, rng: random.Random, reports: Iterable[Written], wanted: int
) -> Iterator[tuple[Written, Mutant]]:
    for report in reports:
        if not wanted:
            return
        mutant = way(report, rng)
        if mutant is not None and (mutant.text != mutant.right or mutant.right_previous):
            wanted -= 1
            yield report, mutant


def _key(finding: Finding, report: Report) -> tuple[str, str]:
    return finding.rule, report[finding.span]


def _touches(finding: Finding, report: Report, spot: tuple[int, int]) -> bool:
    span = report.document.source_span(finding.span)
    start, end = spot if spot[0] < spot[1] else (spot[0] - 1, spot[1] + 1)
    return span.start < end and start < max(span.end, span.start + 1)


def _fixable(result: Result) -> tuple[Finding, ...]:
    return fixable(result.report, result.findings, unsafe=False)


def _fixed(result: Result) -> str:
    return apply_fixes(result.report.document, _fixable(result))


def _bare(text: str) -> str:
    """Without line breaks, which stand elsewhere in a wrapped text once a character has gone."""
    return re.sub("\n", "", text)


def _excerpt(text: str, start: int, end: int) -> str:
    before, inside, behind = text[max(0, start - 24) : start], text[start:end], text[end : end + 24]
    return f"{before}⟦{inside[:80]}⟧{behind}".replace("\n", "⏎")
