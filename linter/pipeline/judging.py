"""What the rules say of reports: findings, filtered and scored."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.checks import CHECKS
from linter.filters.comments import suppress
from linter.filters.fingerprints import fingerprints
from linter.filters.order import in_order
from linter.filters.single_cause import single_cause
from linter.model.alike import Similarity
from linter.model.document import Span
from linter.model.errors import UsageError
from linter.model.finding import CONFIDENCES, SEVERITIES, Confidence, Finding, Hit, NotAssessed, Words
from linter.model.report import Report, Where
from linter.model.result import Result, Unjudged
from linter.model.rule import Rule
from linter.model.score import Profile
from linter.pipeline.awake import awake
from linter.scoring import score

Pause = Callable[[], None]
"""Called between the steps of the work; what it raises ends the work."""

_Said = tuple[Hit | NotAssessed, ...]


class Case(NamedTuple):
    """A report, the rules to judge it by, and the profile to score it by. Findings that are less certain than `least`
    are left out. `known`: names of all rules there are, empty: not known (see `filters.comments`)."""

    report: Report
    rules: tuple[Rule, ...]
    profile: Profile
    least: Confidence
    known: frozenset[str] = frozenset()


def judged(cases: Sequence[Case], pause: Pause | None = None) -> list[Result]:
    """What the rules say of each report, in the order of the reports: findings in order, and score."""
    told: list[list[tuple[Rule, _Said]]] = [[] for _ in cases]
    reports = [one.report for one in cases]
    for rules, numbers in _by_rules(cases):
        awoken = [awake(rules, reports[number]) for number in numbers]
        for number, (report, _) in zip(numbers, awoken, strict=True):
            reports[number] = report
        for rule, at, said in _told(rules, awoken, pause):
            told[numbers[at]].append((rule, said))
    return [
        _result(one._replace(report=report), said)
        for one, report, said in zip(cases, reports, told, strict=True)
    ]


def _by_rules(cases: Sequence[Case]) -> Iterable[tuple[tuple[Rule, ...], list[int]]]:
    """The rules, and by number the cases to judge by them. The same are those that are one object."""
    found: dict[int, tuple[tuple[Rule, ...], list[int]]] = {}
    for number, one in enumerate(cases):
        found.setdefault(id(one.rules), (one.rules, []))[1].append(number)
    return found.values()


def _told(
    rules: tuple[Rule, ...], awoken: Sequence[tuple[Report, list[int]]], pause: Pause | None
) -> Iterator[tuple[Rule, int, _Said]]:
    """What each rule's check says of the reports, by their number, where it says something. A rule goes through all
    reports before the next one does. Rules of one part share their view of it."""
    parts: list[dict[Where, Report]] = [{} for _ in awoken]
    wanted: list[list[int]] = [[] for _ in rules]
    for number, (_, up) in enumerate(awoken):
        for place in up:
            wanted[place].append(number)
    for rule, numbers in zip(rules, wanted, strict=True):
        check, options, where = CHECKS[rule.check], rule.options, rule.where
        everywhere = not where.sections and not where.topics
        for number in numbers:
            if pause:
                pause()
            part = awoken[number][0] if everywhere else parts[number].get(where)
            if part is None:
                part = parts[number][where] = awoken[number][0].within(where)
            try:
                said = tuple(check(part, options))
            except Exception as error:  # a bug: it goes on its way, and says where it comes from
                error.add_note(f"规则 {rule.id}，文件 {part.document.path}")
                raise
            if said:
                yield rule, number, said


def _result(case: Case, told: Sequence[tuple[Rule, _Said]]) -> Result:
    report, rules, profile, least, known = case
    found = [_finding(report, rule, one) for rule, said in told for one in said if isinstance(one, Hit)]
    every = fingerprints(in_order(single_cause(in_order(found), report, rules)), report)
    findings, remarks = suppress(every, report.document, rules, known)
    kept = tuple(one for one in findings if CONFIDENCES.index(one.confidence) >= CONFIDENCES.index(least))
    unjudged = {rule.id: _unjudged(rule, said) for rule, said in told if _is_unjudged(said)}
    groups = {rule.group for rule in rules if rule.id not in unjudged}
    points = score(kept, groups, profile)
    alike = report.alike.similarity if report.alike else Similarity()
    assessed = len(rules) - len(unjudged)
    return Result(report, kept, points, assessed, tuple(unjudged.values()), profile.id, alike, remarks)


def _finding(report: Report, rule: Rule, hit: Hit) -> Finding:
    """The hit in the rule's words. A hit can make the rule's severity and confidence less, never more."""
    return Finding(
        rule=rule.id,
        group=rule.group,
        severity=min(rule.severity, hit.severity or rule.severity, key=SEVERITIES.index),
        confidence=min(rule.confidence, hit.confidence or rule.confidence, key=CONFIDENCES.index),
        span=hit.span,
        message=_message(rule, hit),
        why=rule.why,
        basis=rule.basis,
        notes=hit.notes,
        fix=hit.fix,
        terms=hit.terms,
        section=_section(report, hit.span.start),
    )


def _message(rule: Rule, hit: Hit) -> Words:
    """The rule's words with the hit's values. UsageError for a placeholder that the rule's check does not know."""
    try:
        return rule.message.format(hit.values)
    except KeyError as error:
        known = " ".join(f"{{{name}}}" for name in sorted(hit.values))
        name = f"{{{error.args[0]}}}"
        raise UsageError(
            f"{rule.path}：message：检查 {rule.check} 没有 {name}，只有 {known or '没有占位符的写法'}",
            f"{rule.path}: message: the check {rule.check} has no {name}, only {known or 'plain text'}",
        ) from None


def _section(report: Report, offset: int) -> str:
    """The headings above, with their marks: `一、总体情况 / （五）监督保障`."""
    above = report.section_at(offset)
    return " / ".join(report[Span(one.heading.start, one.title.end)].strip() for one in above)


def _is_unjudged(told: Iterable[Hit | NotAssessed]) -> bool:
    """Whether a check could not judge at all: it said so, and found nothing."""
    return not any(isinstance(one, Hit) for one in told)


def _unjudged(rule: Rule, told: Sequence[Hit | NotAssessed]) -> Unjudged:
    if len(told) == 1 and isinstance(told[0], NotAssessed):  # nearly always
        return Unjudged(rule.id, told[0].reason)
    reasons = dict.fromkeys(one.reason for one in told if isinstance(one, NotAssessed))
    return Unjudged(
        rule.id, Words("；".join(one.zh for one in reasons), "; ".join(one.en for one in reasons))
    )
