"""A topic's heading that runs into its text without a mark: （一）主动公开情况2024年我乡…"""

import re
from collections.abc import Iterator

import msgspec

from linter.language.headings import RUN_IN_TOPIC
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Report


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`endings`: words in which a heading ends. `begins`: with what a sentence begins that cannot go on from such
    a heading (本年度). The year and 一是 are among them, and names of the report's own body. `mark`: what is to
    stand between."""

    endings: tuple[str, ...]
    begins: tuple[str, ...]
    mark: str = "。"


_YEAR = re.compile(r"20\d\d年(?:度?，|\d{1,2}月|[全我本])|一是|截至?止?20\d\d年")


def anchors(options: Options) -> tuple[str, ...]:
    """The endings."""
    return options.endings


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each such heading's words."""
    text = report.document.text
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    begins = (*options.begins, *(name for name in report.names if len(name) > 1))
    for one in report.sections:
        named = RUN_IN_TOPIC.match(text, one.title.start) if one.kind else None
        if named is None or not named[0].endswith(options.endings):
            continue
        at = named.end()
        if text.startswith(begins, at) or _YEAR.match(text, at):
            span = Span(one.title.start, at)
            if not covered(damaged, *span):
                fix = Fix(safe=True, edits=(Edit(Span(at, at), options.mark),))
                yield Hit(span, {"found": named[0], "mark": options.mark}, fix=fix)
