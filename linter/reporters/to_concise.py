"""One line for each finding and for each file that could not be linted: for grep and for editors."""

from collections.abc import Iterator

from linter.language.names import SEVERITY, where
from linter.language.widths import clean
from linter.model.result import Failed, Result, Run
from linter.reporters.statistics import counted
from linter.reporters.view import View
from linter.reporters.wording import FAILED


def render(run: Run, view: View) -> bytes:
    """`path:line:column: severity [rule] message`, then `path: failed [kind] reason`, then remarks."""
    lines = list(counted(run, view.lang)) if view.statistics else list(_findings(run, view.lang))
    lines += [_failed(one, view.lang) for one in run.failed]
    lines += [clean(one.say(view.lang)) for one in run.remarks]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _findings(run: Run, lang: str) -> Iterator[str]:
    for result in run.results:
        yield from _of(result, lang)


def _of(result: Result, lang: str) -> Iterator[str]:
    document = result.report.document
    for one in result.findings:
        if one.state != "new":
            continue
        severity = SEVERITY[one.severity].say(lang)
        message = clean(one.message.say(lang))
        yield f"{clean(document.path)}:{where(document, one.span, lang)}: {severity} [{one.rule}] {message}"


def _failed(failed: Failed, lang: str) -> str:
    return f"{clean(failed.path)}: {FAILED.say(lang)} [{failed.kind}] {clean(failed.reason.say(lang))}"
