"""Markdown, to paste into an issue, a comment or a mail."""

from collections.abc import Iterator

from linter.language.names import SEVERITY, where
from linter.model.finding import Finding, Words
from linter.model.result import Result, Run
from linter.reporters.view import View
from linter.reporters.wording import NOT_CHECKED, advice, grounds, report_line, total_line

_HEAD = Words(
    "| 位置 | 程度 | 规则 | 问题 | 建议 | 依据 |",
    "| place | severity | rule | what is wrong | help | basis |",
)
_TITLE = Words("年报检查结果", "Findings in annual reports")


def render(run: Run, view: View) -> bytes:
    """A heading and a table per report, the total, and the files that could not be checked."""
    return "".join(f"{line}\n" for line in _lines(run, view.lang)).encode()


def _lines(run: Run, lang: str) -> Iterator[str]:
    yield f"# {_TITLE.say(lang)}"
    yield ""
    yield _cell(total_line(run, lang))
    for result in run.results:
        yield ""
        yield f"## {_cell(result.report.document.path)}"
        yield ""
        yield _cell(report_line(result, lang))
        if result.findings:
            yield ""
            yield _HEAD.say(lang)
            yield "| --- | --- | --- | --- | --- | --- |"
            yield from (_row(result, finding, lang) for finding in result.findings)
    if run.failed:
        yield ""
        yield f"## {NOT_CHECKED.say(lang)}"
        yield ""
        yield from (f"- {_cell(one.path)}: {_cell(one.reason.say(lang))} `{one.kind}`" for one in run.failed)


def _row(result: Result, finding: Finding, lang: str) -> str:
    document = result.report.document
    cells = (
        where(document, finding.span, lang),
        SEVERITY[finding.severity].say(lang),
        f"`{finding.rule}`",
        _cell(finding.message.say(lang)),
        _cell(advice(document, finding.fix, lang)) if finding.fix else "",
        _cell(grounds(finding.basis, lang)),
    )
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """The text with what Markdown or HTML would take for its own made harmless, on one line."""
    for char in "\\`*_[]|#":
        text = text.replace(char, f"\\{char}")
    return " ".join(text.replace("&", "&amp;").replace("<", "&lt;").split())
