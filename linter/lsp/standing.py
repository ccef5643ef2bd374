"""How a report stands: score, grade, counts; and the page that tells where the points went."""

from collections.abc import Iterator
from typing import Any

from lsprotocol.types import CodeLens, Command, Position, Range

from linter.language.names import GROUP
from linter.lsp.linting import Linted, Outcome, Unread
from linter.lsp.markdown import plain
from linter.model.finding import SEVERITIES, Finding, Words
from linter.model.score import Part
from linter.reporters.wording import report_line

_TOP = Range(Position(0, 0), Position(0, 0))
_HEAD = Words("| 类别 | 得分 | 扣分的问题 |", "| group | points | what cost points |")
_UNJUDGED = Words("没能判断的规则", "Rules that could not be judged")
_REMARKS = Words("备注", "Remarks")


def lens(outcome: Outcome, lang: str) -> CodeLens | None:
    """A line above the title; above the text, why it could not be checked, if the author wants to know."""
    if isinstance(outcome, Unread):
        return CodeLens(_TOP, Command(said(outcome, lang), "")) if outcome.meant else None
    place = outcome.range(outcome.result.report.title.span)
    return CodeLens(place, Command(said(outcome, lang), "nianbao.score", arguments=[outcome.of.uri]))


def said(outcome: Outcome, lang: str) -> str:
    """`nianbao：81.6 分（良），4 个错误、1 个提示`, or why there is no score."""
    colon = Words("：", ": ").say(lang)
    if isinstance(outcome, Unread):
        why = outcome.fault.say(lang)
        return f"nianbao{colon}{Words('没能检查：', 'not checked: ').say(lang)}{why}"
    return f"nianbao{colon}{report_line(outcome.result, lang)}"


def status(outcome: Outcome, lang: str) -> dict[str, Any]:
    """The same for an editor that shows it in its own way (`nianbao/status`)."""
    told: dict[str, Any] = {"uri": outcome.of.uri, "text": said(outcome, lang), "meant": True}
    if isinstance(outcome, Unread):
        return told | {"fault": outcome.fault.say(lang), "meant": outcome.meant}
    score, severities = outcome.result.score, [one.severity for one in outcome.findings]
    numbers = {one: severities.count(one) for one in SEVERITIES}
    if not score.parts:
        return told | {"counts": numbers}
    return told | {"total": score.total, "grade": score.grade, "counts": numbers}


def page(linted: Linted, lang: str) -> str:
    """Where the points went: Markdown."""
    result = linted.result
    by_print = {one.fingerprint: one for one in result.findings}
    lines = [f"# {report_line(result, lang)}", "", _HEAD.say(lang), "| --- | --- | --- |"]
    lines += [_row(one, by_print, linted, lang) for one in result.score.parts]
    if result.not_assessed:
        lines += ["", f"## {_UNJUDGED.say(lang)}", ""]
        lines += [f"- `{one.rule}`: {plain(one.reason.say(lang))}" for one in result.not_assessed]
    if result.remarks:
        lines += [
            "",
            f"## {_REMARKS.say(lang)}",
            "",
            *(f"- {plain(one.say(lang))}" for one in result.remarks),
        ]
    return "\n".join(lines) + "\n"


def _row(part: Part, by_print: dict[str, Finding], linted: Linted, lang: str) -> str:
    cost = "<br>".join(_costs(part, by_print, linted, lang))
    return f"| {GROUP[part.group].say(lang)} | {part.earned:g} / {part.weight:g} | {cost} |"


def _costs(part: Part, by_print: dict[str, Finding], linted: Linted, lang: str) -> Iterator[str]:
    for one in part.deductions:
        finding = by_print.get(one.fingerprint)
        if finding and one.points:
            line = linted.lines.line_of(linted.document.source_span(finding.span).start) + 1
            yield f"−{one.points:g} {line}: {plain(finding.message.say(lang))} `{finding.rule}`"
