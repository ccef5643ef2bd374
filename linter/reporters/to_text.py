"""For people at a terminal: each finding with its place, its line and what it rests on, then a summary."""

from collections.abc import Iterator
from itertools import chain

from linter.language.names import CONFIDENCE as CONFIDENCES
from linter.language.names import SEVERITY, where
from linter.language.widths import clean
from linter.model.finding import Finding, Note
from linter.model.report import Report
from linter.model.result import Result, Run
from linter.reporters.colors import Paint, painted, plain
from linter.reporters.excerpt import Excerpt, excerpts
from linter.reporters.statistics import counted
from linter.reporters.view import View
from linter.reporters.wording import (
    ADVICE,
    BASIS,
    CONFIDENCE,
    EXPLAIN,
    LAST_YEAR,
    NOT_ASSESSED,
    NOT_CHECKED,
    REMARKS,
    SEE,
    WHY,
    advice,
    fixing,
    grounds,
    report_line,
    similarity_line,
    total_line,
)


def render(run: Run, view: View) -> bytes:
    """Findings that nobody has accepted, then scores, remarks, what was not judged (verbose) and what could
    not be read."""
    paint = painted if view.color else plain
    found = counted(run, view.lang) if view.statistics else _findings(run, view, paint)
    parts = (
        found,
        _summary(run, view, paint),
        _said(run, view),
        _unjudged(run, view),
        _failed(run, view, paint),
    )
    return "".join(f"{line}\n" for line in chain(*parts)).encode("utf-8", "backslashreplace")


def _findings(run: Run, view: View, paint: Paint) -> Iterator[str]:
    for result in run.results:
        for one in _new(result):
            yield from _finding(result.report, one, view, paint)
            yield ""


def _finding(report: Report, one: Finding, view: View, paint: Paint) -> Iterator[str]:
    lines = excerpts(report.document, one.span)
    margin = " " * len(str(lines[-1].line))
    place = paint(f"{clean(report.document.path)}:{where(report.document, one.span, view.lang)}:", "strong")
    severity = paint(f"{SEVERITY[one.severity].say(view.lang)}[{one.rule}]", one.severity)
    yield f"{place} {severity} {clean(one.message.say(view.lang))}"
    yield paint(f"{margin} |", "gutter")
    for number, line in enumerate(lines):
        if number and line.line > lines[number - 1].line + 1:
            yield paint("...", "gutter")
        yield from _excerpt(line, len(margin), one, paint)
    for word, text in _remarks(report, one, view):
        yield f"{margin} {paint('=', 'gutter')} {paint(word, 'strong')}: {clean(text)}"


def _excerpt(line: Excerpt, margin: int, one: Finding, paint: Paint) -> Iterator[str]:
    yield f"{paint(f'{line.line:>{margin}} |', 'gutter')} {line.text}".rstrip()
    yield f"{paint(' ' * margin + ' |', 'gutter')} {paint(line.carets, one.severity)}"


def _remarks(report: Report, one: Finding, view: View) -> Iterator[tuple[str, str]]:
    """What stands under the excerpt: a word and what it says."""
    lang = view.lang
    for note in one.notes:
        yield SEE.say(lang), _note(report, note, lang)
    if one.fix:
        yield ADVICE.say(lang), advice(report.document, one.fix, lang)
    if one.basis:
        yield BASIS.say(lang), grounds(one.basis, lang)
    if view.verbose:
        yield WHY.say(lang), one.why.say(lang)
        yield CONFIDENCE.say(lang), CONFIDENCES[one.confidence].say(lang)


def _note(report: Report, note: Note, lang: str) -> str:
    message = note.message.say(lang)
    if note.previous and report.previous:
        document = report.previous.document
        return f"{LAST_YEAR.say(lang)} {document.path}{' ' if document.place(note.span) else ':'}{where(document, note.span, lang)} {message}"
    return f"{where(report.document, note.span, lang)} {message}"


def _summary(run: Run, view: View, paint: Paint) -> Iterator[str]:
    if view.quiet:
        return
    for result in run.results:
        path = paint(clean(result.report.document.path), "strong")
        yield f"{path}: {report_line(result, view.lang)}"
        if (view.verbose or _has_others(result)) and (alike := similarity_line(result, view.lang)):
            yield f"{path}: {alike}"
    if len(run.results) + len(run.failed) > 1:
        yield total_line(run, view.lang)
    yield from fixing(view.fixed, view.fixable, view.hidden, view.lang)
    if not view.statistics and (rule := _first_rule(run)):
        yield paint(EXPLAIN.say(view.lang).format(rule=rule), "faint")


def _has_others(result: Result) -> bool:
    """Whether it was compared with other reports."""
    return result.similarity.previous is not None or result.similarity.largest_unit is not None


def _first_rule(run: Run) -> str | None:
    return next((one.rule for result in run.results for one in _new(result)), None)


def _new(result: Result) -> Iterator[Finding]:
    return (one for one in result.findings if one.state == "new")


def _said(run: Run, view: View) -> Iterator[str]:
    if run.remarks:
        yield ""
        yield REMARKS.say(view.lang)
        yield from (f"  {clean(one.say(view.lang))}" for one in run.remarks)


def _unjudged(run: Run, view: View) -> Iterator[str]:
    if not view.verbose:
        return
    for result in run.results:
        yield from _unjudged_in(result, view.lang)


def _unjudged_in(result: Result, lang: str) -> Iterator[str]:
    if result.not_assessed:
        yield ""
        yield f"{clean(result.report.document.path)}: {NOT_ASSESSED.say(lang)}"
        yield from (f"  {one.rule}: {clean(one.reason.say(lang))}" for one in result.not_assessed)


def _failed(run: Run, view: View, paint: Paint) -> Iterator[str]:
    if run.failed:
        if run.results:
            yield ""
        yield paint(NOT_CHECKED.say(view.lang), "error")
        for one in run.failed:
            yield f"  {clean(one.path)}: {clean(one.reason.say(view.lang))} [{one.kind}]"
