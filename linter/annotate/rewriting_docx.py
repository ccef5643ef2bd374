"""A .docx with its faults fixed, as the bytes that are to stand in it."""

from dataclasses import replace

from linter.annotate.fixed_docx import can_fix, fixed
from linter.fixing import fixable
from linter.model.finding import Finding
from linter.model.result import Result
from linter.pipeline.fixes import Fixed
from linter.pipeline.one import lint_read
from linter.pipeline.rewriting import Rewritten, Settle
from linter.pipeline.setup import Setup
from linter.readers import load, read_bytes
from linter.readers.content import content_of
from linter.readers.folders import File

_ROUNDS = 10
"""More than any chain of fixes that uncover one another."""


def rewrite_docx(file: File, setup: Setup, *, unsafe: bool, settle: Settle) -> Rewritten | None:
    """The file with its faults fixed, as `pipeline.rewriting.rewrite` does it for text; None where it is no .docx.
    Nothing is written. Raises UnreadableReport as linting does."""
    data = load(file.path) if file.data is None else file.data
    if content_of(data) != "docx":
        return None

    def lint(content: bytes) -> Result:
        document = replace(read_bytes(file.path, content), path=file.name)
        return settle(lint_read(document, setup))

    now, result = data, lint(data)
    before = result.report.document.source
    seen = {before: Rewritten(Fixed(before, before, (), result), data, data)}
    made: tuple[Finding, ...] = ()
    for _ in range(_ROUNDS):
        chosen = _chosen(now, result, unsafe=unsafe)
        now = fixed(now, result.report.document, chosen)
        result, made = lint(now), (*made, *chosen)
        after = result.report.document.source
        if after in seen:
            return seen[after]
        seen[after] = Rewritten(Fixed(before, after, made, result), data, now)
    return seen[before]


def _chosen(data: bytes, result: Result, *, unsafe: bool) -> tuple[Finding, ...]:
    """The findings to fix now: automatic numbers are Word's to write."""
    document = result.report.document
    return tuple(
        one for one in fixable(result.report, result.findings, unsafe=unsafe) if can_fix(data, document, one)
    )
