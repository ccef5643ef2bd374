"""The walk of one report: it is read, analysed, checked, filtered and scored."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from linter.analysis import analyse, is_annual_report
from linter.checks import CHECKS
from linter.filters.comments import suppress
from linter.filters.fingerprints import fingerprints
from linter.filters.order import in_order
from linter.filters.single_cause import single_cause
from linter.model.alike import Similarity
from linter.model.document import Document, Span, Table
from linter.model.errors import UnreadableReport, UsageError
from linter.model.finding import CONFIDENCES, SEVERITIES, Confidence, Finding, Hit, NotAssessed, Words
from linter.model.report import Report, Where
from linter.model.result import Failed, Result, Unjudged
from linter.model.rule import Rule
from linter.model.score import Profile
from linter.pipeline.awake import awake
from linter.pipeline.originality import with_alike
from linter.pipeline.setup import Setup
from linter.readers import load, read_bytes
from linter.readers.folders import File
from linter.rulebook import load_profile, profile_for
from linter.scoring import score

Pause = Callable[[], None]
"""Called between the steps of the work; what it raises ends the work."""

Liken = Callable[[Report], Report]
"""Puts into a report what it shares with others."""


def lint_document(
    document: Document,
    rules: Iterable[Rule],
    *,
    profile: Profile | None = None,
    previous: Report | None = None,
    peers: Sequence[Report] | None = None,
    min_confidence: Confidence = "guess",
) -> Result:
    """Lint what has already been read, by those rules as they are, be it a report or a part of one. `peers`: other
    units' reports to compare it with."""
    report = with_alike(analyse(document, previous), peers=peers)
    return _judged(report, tuple(rules), profile or _usual_profile(report.title.level), min_confidence)


def lint(file: File, setup: Setup) -> Result:
    """Lint a file. Raises UnreadableReport, also where the file holds no annual report. Of the report itself
    only what reporters need is kept."""
    data = load(file.path) if file.data is None else file.data
    document = replace(read_bytes(file.path, data, setup.encoding), path=file.name)
    result = lint_read(document, setup)
    points_back = any(note.previous for one in result.findings for note in one.notes)
    return replace(result, report=_kept(result.report, points_back=points_back))


def lint_read(
    document: Document,
    setup: Setup,
    previous: Report | None = None,
    pause: Pause | None = None,
    liken: Liken | None = None,
) -> Result:
    """The same for what has been read from a file; the report is kept whole. `previous`: last year's report, where
    the caller has it; else it is looked for where the setup says. `pause` is called now and then. `liken`: says
    what the report shares with others, where the caller knows more of them."""
    return lint_report(recognised(document, setup), setup, previous, pause, liken)


def lint_report(
    report: Report,
    setup: Setup,
    previous: Report | None = None,
    pause: Pause | None = None,
    liken: Liken | None = None,
) -> Result:
    """The same for a report that has been recognised."""
    report, remarks = (replace(report, previous=previous), ()) if previous else _with_previous(report, setup)
    if pause:
        pause()
    report = liken(report) if liken else with_alike(report, setup.corpora)
    profile, rules = setup.for_level(report.title.level)
    result = _judged(report, rules, profile, setup.min_confidence, setup.names, pause)
    return replace(result, remarks=(*result.remarks, *remarks)) if remarks else result


def recognised(document: Document, setup: Setup) -> Report:
    """The report that a document holds. Raises UnreadableReport where it holds none."""
    report = analyse(document)
    if setup.register:
        from linter.analysis.register import registered  # few have a register

        report = registered(report, setup.register)
    if not is_annual_report(report):
        raise UnreadableReport(
            "not-a-report",
            "不像政府信息公开工作年度报告：没有找到它的标题、六个部分和统计表",
            "this is no annual report: neither its title nor its six sections nor its tables were found",
        )
    return report


def _with_previous(report: Report, setup: Setup) -> tuple[Report, tuple[Words, ...]]:
    """The report with last year's, if that was handed in; if it could not be found, a remark."""
    if setup.past is None:
        return report, ()
    from linter.pipeline.previous import with_previous  # few hand one in

    report, why = with_previous(report, setup.past, setup.register)
    if why is None:
        return report, ()
    line, _ = report.document.line_column(report.document.source_span(report.title.span).start)
    return report, (Words(f"{line}：{why.zh}", f"{line}: {why.en}"),)


def failure(name: str, error: UnreadableReport) -> Failed:
    """The error as one file's outcome; what it says is said without the name, which stands beside it."""
    prefix = Path(name).as_posix()
    zh, en = error.zh.removeprefix(f"{prefix}："), error.en.removeprefix(f"{prefix}: ")
    return Failed(name, error.kind, Words(zh, en))


def _judged(
    report: Report,
    rules: tuple[Rule, ...],
    profile: Profile,
    least: Confidence,
    known: frozenset[str] = frozenset(),
    pause: Pause | None = None,
) -> Result:
    report, up = awake(rules, report)
    told = list(_told(report, up, pause))
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


def _told(
    report: Report, rules: Iterable[Rule], pause: Pause | None
) -> Iterator[tuple[Rule, tuple[Hit | NotAssessed, ...]]]:
    """What the checks of the rules say, where they say something. Rules of one part share their view of it."""
    parts: dict[Where, Report] = {}
    for rule in rules:
        if pause:
            pause()
        part = parts.get(rule.where)
        if part is None:
            part = parts[rule.where] = report.within(rule.where)
        try:
            said = tuple(CHECKS[rule.check](part, rule.options))
        except Exception as error:  # a bug: it goes on its way, and says where it comes from
            error.add_note(f"规则 {rule.id}，文件 {report.document.path}")
            raise
        if said:
            yield rule, said


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


def _unjudged(rule: Rule, told: Iterable[Hit | NotAssessed]) -> Unjudged:
    reasons = dict.fromkeys(one.reason for one in told if isinstance(one, NotAssessed))
    return Unjudged(
        rule.id, Words("；".join(one.zh for one in reasons), "; ".join(one.en for one in reasons))
    )


@cache
def _usual_profile(level: str | None) -> Profile:
    return load_profile(profile_for(level))


def _kept(report: Report, *, points_back: bool = False) -> Report:
    """The report without what was only needed to judge it (cells, sentences, lists, the rows of tables):
    thousands of results must fit into memory, and go from one process to another. Last year's is kept if
    findings point into it."""
    blocks = tuple(replace(one, rows=()) if isinstance(one, Table) else one for one in report.document.blocks)
    document = replace(report.document, blocks=blocks)
    previous = _kept(report.previous) if report.previous and points_back else None
    return Report(
        document, report.title, report.form, None, (), (), (), (), names=report.names, previous=previous
    )
