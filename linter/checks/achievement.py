"""Praise for work that there was none of: all requests answered in time, and no request received."""

import re
from collections.abc import Iterator

import msgspec

from linter.language import expressions
from linter.language.anchors import holding
from linter.language.expressions import compiled
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Hit, Note, Words
from linter.model.report import Cell, Fact, Report, Sentence


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`find`: expressions for what is said to be achieved. `having`: words without which none of them can stand
    in a sentence; `lacking`: words of sentences that speak of something else, or of what ought to be.
    `none`: numbers of the text one of which says that there was nothing; `cells`: cells that all say so.
    `some`: numbers of the text none of which may be above zero."""

    find: str
    having: tuple[str, ...]
    none: tuple[str, ...]
    cells: tuple[str, ...]
    some: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    topics: tuple[str, ...] = ("on-request",)
    about: tuple[str, ...] = ()


def objection(options: Options) -> tuple[str, Words] | None:
    """The expression that cannot be used, and why."""
    reason = expressions.objection(options.find)
    return ("find", reason) if reason else None


def anchors(options: Options) -> tuple[str, ...]:
    """Words without one of which nothing is praised."""
    return options.having


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each achievement where the report says that nothing was received."""
    sentences = holding(report, options.having)
    source = _source(report, options) if sentences else None
    if source is None:
        return
    damaged = report.document.damaged
    for sentence in sentences:
        match = _match(report, sentence, options)
        if match:
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            if not covered(damaged, span.start, span.end):
                words = Words(
                    f"这里说没有收到：{source.raw}", f"here it says that there was none: {source.raw}"
                )
                yield Hit(span, {"found": match[0]}, (Note(words, source.span),))


def _match(report: Report, sentence: Sentence, options: Options) -> re.Match[str] | None:
    """What a sentence on the matter says was achieved, in the report's own words."""
    text = report[sentence.span]
    concerned = sentence.topic in options.topics or any(word in text for word in options.about)
    if not concerned or any(word in text for word in options.lacking):
        return None
    match = compiled(options.find).search(text)
    return match if match and not covered(quoted(text), *match.span()) else None


def _source(report: Report, options: Options) -> Fact | Cell | None:
    """Where the report says that there was nothing; None where it does not, or says otherwise elsewhere."""
    if any(one.value for one in report.facts if one.address in (*options.none, *options.some)):
        return None
    cells = [report.cells.get(address) for address in options.cells]
    read = [one for one in cells if one is not None and one.state == "number"]
    if any(one.value for one in read):
        return None
    said = next((one for one in report.facts if one.address in options.none and one.value == 0), None)
    return said or (read[0] if len(read) == len(options.cells) and read else None)
