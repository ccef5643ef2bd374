"""A sentence, or an item of a list, that stands in the report twice word for word."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from linter.language import expressions
from linter.language.expressions import compiled
from linter.language.marks import LINE_MARK
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, NotAssessed, Note, Words
from linter.model.report import Report, Sentence

_PIECE = re.compile(r"[^。；;！？\n]{12,}")
_ITEM = re.compile(r"[^；;]+[；;]?")
_END = "。！？；;!?，, \u3000”’）)"
_BLANK = re.compile(r"\s+")
_TWICE = NotAssessed(
    Words("全文多半出现了两遍", "most of the text is there twice: once for the screen, once for print, or the like")
)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`shortest`: characters, marks not counted at either end, from which a sentence counts.
    `formulas`: expressions for what may be said twice (whom to turn to). `elsewhere`: expressions for what may
    be said again in another section or under another topic (that nothing was received)."""

    shortest: int = 12
    formulas: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


def objection(options: Options) -> tuple[str, Words] | None:
    """The expression that cannot be used, and why; for whoever loads a rule."""
    for key, some in (("formulas", options.formulas), ("elsewhere", options.elsewhere)):
        for expression in some:
            if reason := expressions.objection(expression):
                return key, reason
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, or an item of one, as said in `sentence` (their number): `span` is all of it, `start` where
    it begins after its list mark, `key` what must be equal."""

    span: Span
    start: int
    key: str
    sentence: int
    place: tuple[str | None, str | None]


_Pair = tuple[_Said, _Said]


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on what is said again, as long a stretch as it is."""
    if not _may_recur(report.document.text):
        return
    headings = {one.title for one in report.sections}
    told = [one for one in report.sentences if one.span not in headings]
    whole = [_said(report, one.span, one, n) for n, one in enumerate(told)]
    pairs = list(_twice(report, whole, options))
    if len(pairs) >= 10 and 2 * len(pairs) >= sum(len(one.key) >= options.shortest for one in whole):
        yield _TWICE
        return
    again = {second.sentence for _, second in pairs}
    items = (one for one in whole if one.sentence not in again)
    pairs += _twice(report, [part for one in items for part in _items(report, told, one)], options)
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for first, second in _joined(report, sorted(pairs, key=lambda pair: pair[1].span)):
        if not covered(damaged, *second.span):
            yield _hit(report, first, second)
