"""A topic's heading that runs into its text without a mark: （一）主动公开情况2024年我乡…"""

from collections.abc import Iterator

import msgspec

from linter.language.headings import RUN_IN_TOPIC, begins_text
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Report, Section


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`endings`: words in which a heading ends. `alike`: words in which it may end, and a sentence begin too (方面):
    wrong where two other headings that end so are set apart. `begins`: with what a sentence begins that cannot go on from such
    a heading (本年度). The year and 一是 are among them, and names of the report's own body. `mark`: what is to
    stand between."""

    endings: tuple[str, ...]
    begins: tuple[str, ...]
    mark: str = "。"
    alike: tuple[str, ...] = ()


_APART = ("。", "：", ":", "\n", "")


def anchors(options: Options) -> tuple[str, ...]:
    """The endings."""
    return (*options.endings, *options.alike)


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each such heading's words."""
    text = report.document.text
    damaged = report.document.damaged
    begins = (*options.begins, *[name for name in report.names if len(name) > 1])
    for one in report.sections:
        named = RUN_IN_TOPIC.match(text, one.title.start) if one.kind else None
        if named is None or not (text.startswith(begins, at := named.end()) or begins_text(text, at)):
            continue
        if named[0].endswith(options.endings) or _has_others(report, named[0], options):
            span = Span(one.title.start, at)
            if not covered(damaged, *span):
                fix = Fix(safe=True, edits=(Edit(Span(at, at), options.mark),))
                yield Hit(span, {"found": named[0], "mark": options.mark}, fix=fix)


def _has_others(report: Report, words: str, options: Options) -> bool:
    """Whether words that may begin a sentence are a heading, as two others are that end in the same word."""
    ending = next((one for one in options.alike if words.endswith(one)), None)
    apart = [one for one in report.sections if one.kind and ending and _is_apart(report, one, ending)]
    return len(apart) >= 2


def _is_apart(report: Report, one: Section, ending: str) -> bool:
    """Whether a heading ends in `ending`, before a stop or the end of its line."""
    return (
        report[one.title].endswith(ending)
        and report.document.text[one.title.end : one.title.end + 1] in _APART
    )
