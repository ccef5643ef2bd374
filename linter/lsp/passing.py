"""Comments that let a finding pass, put where they speak of it and of little else."""

from linter.lsp.linting import Linted
from linter.model.document import Span
from linter.model.finding import Edit, Finding, Words

REASON = {"zh": "请写明", "en": "say why"}
"""What stands in the place of a reason that nobody gave."""

_LONGEST = 1000
"""Characters of a line at whose end a comment would still be seen; in a page on one line it would cover all."""


def comment(linted: Linted, finding: Finding, reason: str, lang: str) -> Edit | None:
    """The edit of the source that lets the finding pass: a comment at the end of its line. None where the line is
    too long."""
    source = linted.document.source_span(finding.span)
    number = linted.lines.line_of(source.start)
    if len(linted.lines.line(number)) > _LONGEST:
        return None
    end = linted.lines.line_end(number)
    said = _harmless(reason) or REASON[lang]
    why = Words(f"原因：{said}", f"reason: {said}").say(lang)
    return Edit(Span(end, end), f" <!-- nianbao: ignore {finding.rule} {why} -->")


def _harmless(reason: str) -> str:
    """The reason on one line, with nothing in it that would end the comment."""
    return " ".join(reason.replace("<", "〈").replace(">", "〉").split())
