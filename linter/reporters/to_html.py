"""One page that needs nothing else: the text with marks, the findings beside it, both linked to each other."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from linter.language.names import SEVERITY, where
from linter.model.finding import Finding, Words
from linter.model.report import Report
from linter.model.result import Result, Run
from linter.reporters.marked_text import marked_text, marks
from linter.reporters.view import View
from linter.reporters.wording import (
    ADVICE,
    BASIS,
    LAST_YEAR,
    NOT_ASSESSED,
    NOT_CHECKED,
    SEE,
    WHY,
    advice,
    grounds,
    report_line,
    similarity_line,
    total_line,
)

_STYLE = Path(__file__).with_name("report.css")
_TITLE = Words("年报检查结果", "Findings in annual reports")
_STATES = {"baselined": Words("已接受", "accepted"), "suppressed": Words("已忽略", "suppressed")}
_MADE_BY = Words("由 nianbao {version} 生成，规则集 {rules}", "made by nianbao {version}, rules {rules}")


def render(run: Run, view: View) -> bytes:
    """An HTML page without scripts and without any address of another file."""
    return "\n".join(_page(run, view)).encode() + b"\n"


def _page(run: Run, view: View) -> Iterator[str]:
    lang = view.lang
    yield "<!doctype html>"
    yield f'<html lang="{"zh-Hans" if lang == "zh" else "en"}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<link rel="icon" href="data:,"><title>{_TITLE.say(lang)}</title>'
    yield f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style></head>"
    yield f'<body><header><h1>{_TITLE.say(lang)}</h1><p class="total">{escape(total_line(run, lang))}</p></header><main>'
    for number, result in enumerate(run.results, start=1):
        yield from _report(result, f"r{number}", lang)
    if run.failed:
        yield f'<section class="report"><h2>{NOT_CHECKED.say(lang)}</h2><ul class="failed">'
        yield from (
            f"<li>{escape(one.path)}: {escape(one.reason.say(lang))} <code>{one.kind}</code></li>"
            for one in run.failed
        )
        yield "</ul></section>"
    made_by = _MADE_BY.format({"version": run.tool.version, "rules": run.tool.rules}).say(lang)
    yield f"</main><footer>{escape(made_by)}</footer></body></html>"


def _report(result: Result, prefix: str, lang: str) -> Iterator[str]:
    report = result.report
    title = report.title
    yield f'<section class="report"><h2>{escape(report.document.path)}</h2>'
    about = " · ".join(str(one) for one in (title.unit, title.level, title.year) if one)
    said = " · ".join(one for one in (report_line(result, lang), about) if one)
    yield f'<p class="meta">{escape(said)}</p>'
    if alike := similarity_line(result, lang):
        yield f'<p class="meta">{escape(alike)}</p>'
    yield '<div class="columns"><article>'
    yield from marked_text(report.document, marks(result.findings, prefix), prefix)
    yield '</article><div><ol class="findings">'
    for number, finding in enumerate(result.findings, start=1):
        yield from entry(report, finding, number, prefix, lang)
    yield "</ol>"
    if result.not_assessed:
        yield f'<p class="meta">{NOT_ASSESSED.say(lang)}</p><ul class="meta">'
        yield from (
            f"<li><code>{one.rule}</code> {escape(one.reason.say(lang))}</li>" for one in result.not_assessed
        )
        yield "</ul>"
    yield "</div></div></section>"


def entry(report: Report, finding: Finding, number: int, prefix: str, lang: str) -> Iterator[str]:
    """A finding as an item of a list, linked to its mark in the text."""
    accepted = "" if finding.state == "new" else " accepted"
    state = "" if finding.state == "new" else f" {_STATES[finding.state].say(lang)}"
    severity = SEVERITY[finding.severity].say(lang)
    yield f'<li class="{finding.severity}{accepted}" id="{prefix}f{number}">'
    yield f'<a href="#{prefix}m{number}">{number}</a> <span class="label">{severity}{state}</span>{escape(finding.message.say(lang))}'
    yield f"<div><code>{finding.rule} {where(report.document, finding.span, lang)}</code></div><dl>"
    if finding.fix:
        yield _entry(ADVICE.say(lang), escape(advice(report.document, finding.fix, lang)))
    for n, note in enumerate(finding.notes, start=1):
        text = escape(note.message.say(lang))
        other = report.previous if note.previous else None
        side = escape(other[note.span]) if other else ""
        link = f"{text}“{side}”" if note.previous else f'<a href="#{prefix}m{number}n{n}">{text}</a>'
        yield _entry((LAST_YEAR if note.previous else SEE).say(lang), link)
    yield _entry(WHY.say(lang), escape(finding.why.say(lang)))
    if finding.basis:
        yield _entry(BASIS.say(lang), escape(grounds(finding.basis, lang)))
    yield "</dl></li>"


def _entry(name: str, html: str) -> str:
    return f"<dt>{name}</dt><dd>{html}</dd>"
