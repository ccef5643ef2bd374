"""A sentence, or an item of a list, that stands in the report twice word for word."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from linter.language import expressions
from linter.language.expressions import compiled
from linter.language.late import late
from linter.language.marks import LINE_MARK
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, NotAssessed, Note, Words
from linter.model.report import Report, Sentence

_STOPS = "。；;！？"
_LEAST = 12
_ITEM = late(r"[^；;]+[；;]?")
_END = "。！？；;!?，, \u3000”’）)"
_SHOWN = 30  # characters of a sentence in a message
_BLANK = late(r"\s+")
_TWICE = NotAssessed(
    Words(
        "全文多半出现了两遍",
        "most of the text is there twice",
    )
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
    it begins after its list mark, `key` what must be equal, `closed` whether it ends with a stop."""

    span: Span
    start: int
    key: str
    closed: bool
    sentence: int
    place: tuple[str | None, str | None]


_Pair = tuple[_Said, _Said]


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on what is said again, as long a stretch as it is."""
    if not _may_recur(report):
        return
    headings = {one.title for one in report.sections}
    told = [one for one in report.sentences if one.span not in headings]
    whole = [_said(report, one.span, one, n) for n, one in enumerate(told)]
    pairs = list(_twice(whole, options))
    if len(pairs) >= 10 and 2 * len(pairs) >= sum(len(one.key) >= options.shortest for one in whole):
        yield _TWICE
        return
    again = {second.sentence for _, second in pairs}
    items = (one for one in whole if one.sentence not in again)
    marks = sorted({item.mark.end for one in report.lists for item in one.items})
    pairs += _twice((part for one in items for part in _items(report, told, one, marks)), options)
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    paragraphs = frozenset(one.span for one in report.prose)
    for first, second in _joined(sorted(pairs, key=lambda pair: pair[1].span)):
        if not covered(damaged, *second.span):
            yield _hit(report, first, second, paragraphs)


def _may_recur(report: Report) -> bool:
    """A quick look: whether two stretches between stops end alike."""
    text = "\n".join([report.document.text[one.span.start : one.span.end] for one in report.prose])
    for stop in _STOPS:
        text = text.replace(stop, "\n")
    tails = [one.rstrip(_END)[-_LEAST:] for one in text.split("\n") if len(one) >= _LEAST]
    return len(set(tails)) < len(tails)


def _said(report: Report, span: Span, sentence: Sentence, number: int) -> _Said:
    mark = LINE_MARK.match(report.document.text, *span)
    return _from(report, span, mark.end() if mark else span.start, sentence, number)


def _from(report: Report, span: Span, start: int, sentence: Sentence, number: int) -> _Said:
    """What is said from `start` to the end of `span`."""
    key = _BLANK.sub("", report[Span(start, span.end)])
    start += len(key) - len(key.lstrip("，、"))
    closed = key[-1:] in _END
    place = (sentence.section, sentence.topic)
    return _Said(span, start, key.lstrip("，、").rstrip(_END), closed, number, place)


def _items(report: Report, told: Sequence[Sentence], one: _Said, marks: Sequence[int]) -> Iterator[_Said]:
    """What stands between semicolons in a sentence, without what precedes its list mark; `marks`: where those end."""
    for match in _ITEM.finditer(report.document.text, *one.span):
        span = Span(*match.span())
        inside = marks[bisect_right(marks, span.start) : bisect_right(marks, span.end)]
        if len(inside) == 1:
            yield _from(report, span, inside[0], told[one.sentence], one.sentence)
        else:
            yield _said(report, span, told[one.sentence], one.sentence)


def _twice(said: Iterable[_Said], options: Options) -> Iterator[_Pair]:
    """Each with the first that says the same, unless it may be said again."""
    seen: dict[str, _Said] = {}
    for one in said:
        if len(one.key) < options.shortest:
            continue
        first = seen.setdefault(one.key, one)
        if first is not one and not _may_stand(first, one, options) and not _is_doubling(first, one):
            yield first, one


def _may_stand(first: _Said, second: _Said, options: Options) -> bool:
    """A label without a stop, a formula, or in another place what may be said again there."""
    if not second.closed and "，" not in second.key:
        return True
    allowed = options.formulas + (options.elsewhere if first.place != second.place else ())
    return any(compiled(one).search(second.key) for one in allowed)


def _is_doubling(first: _Said, second: _Said) -> bool:
    """Whether the second follows at once within a sentence, without a mark: another rule's matter."""
    return first.sentence == second.sentence and first.span.end == second.start


def _joined(pairs: Sequence[_Pair]) -> Iterator[_Pair]:
    """Sentences that follow each other at once both times are one stretch."""
    last: _Pair | None = None
    for pair in pairs:
        if last and last[0].span.end == pair[0].span.start and last[1].span.end == pair[1].span.start:
            last = (_longer(last[0], pair[0]), _longer(last[1], pair[1]))
            continue
        if last:
            yield last
        last = pair
    if last:
        yield last


def _longer(one: _Said, other: _Said) -> _Said:
    return replace(one, span=Span(one.span.start, other.span.end), key=one.key + other.key)


def _hit(report: Report, first: _Said, second: _Said, paragraphs: frozenset[Span]) -> Hit:
    marked = second.start > second.span.start
    same = report[first.span] == report[second.span]
    span = second.span if same else Span(second.start, second.span.end)
    fix = None if marked or span in paragraphs else Fix(False, (Edit(span, ""),))
    said = second.key if len(second.key) <= _SHOWN else f"{second.key[:_SHOWN]}…"
    note = Note(Words("第一次在这里", "it stands here first"), first.span)
    return Hit(span, {"said": said}, (note,), fix)
