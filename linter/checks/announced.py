"""The number of items that a text announces (重点做好以下三项工作：), against those that follow."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from linter.language.late import late
from linter.language.marks import HAN, ordinal
from linter.language.ordinals import han, spellings
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Note, Words
from linter.model.report import Enumeration, Report

_STOPS = "。；！？，,;!?\n"
_STOP = late(f"[{_STOPS}]")
_BEFORE_A_MARK = _STOPS + "：:、（( \u3000"
_NOT_PLAIN = late(r"[：:“”《》、\d]")
_LOOK_BACK, _FAR, _TAIL = 60, 1500, 14
_GOES_ON = ("其次", "再次", "此外", "另外", "最后", "同时")
_HERE = Words("列举从这里开始", "the list begins here")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """`measures`: what may follow the number (项 个). `nouns`: what may be announced so (工作 方面), with one of
    `verbs` behind it or none (方面加以改进); after the measures `alone` nothing need follow (三点), nor
    where a noun stands before the number (问题有三个); in a clause with
    one of `cues` (以下) anything may. `unless`: words of a clause whose number points elsewhere (上述). `some`:
    words for a number of at least three that is not said (几); that two follow is only noted. `most`: the
    largest number that announces a list. `styles`: the lists that are looked at, by the first mark of each."""

    measures: tuple[str, ...]
    nouns: tuple[str, ...]
    cues: tuple[str, ...]
    styles: tuple[str, ...]
    alone: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    most: int = 12


class _Announced(msgspec.Struct, frozen=True):
    """A number of items as it is announced: the words, where they stand, its value (None: 几), the measure."""

    words: str
    span: Span
    value: int | None
    measure: str


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on the number of each announcement right before a list of another number of items."""
    damaged = report.document.damaged
    heads: list[int] = []
    for place, one in enumerate(report.lists):
        first, last = one.items[0], one.items[-1]
        if len(one.items) < 2 or one.style not in options.styles or first.number != 1:
            continue
        found = _announced(report.document.text, first.mark.start, options)
        if found is None or covered(damaged, found.span.start, last.span.end):
            continue
        heads = heads or [head.heading.start for head in report.sections]
        if not _agrees(report, place, found.value, heads):
            yield _hit(one, found)


def _agrees(report: Report, place: int, value: int | None, heads: Sequence[int]) -> bool:
    """Whether the number is that of the items, of the last one's mark or, where lists stand within the list, of
    the items in these; or may be, because more follow in other words below the same heading."""
    one = report.lists[place]
    if value is None:
        return len(one.items) > 2
    if value in (len(one.items), one.items[-1].number):
        return True
    if value < len(one.items):
        return False
    last = one.items[-1].mark.end
    after = bisect_right(heads, last)
    end = min(last + _FAR, *heads[after : after + 1], len(report.document.text))
    return value == _within(report, place, end) or _goes_on(report.document.text, one, end)


def _within(report: Report, place: int, end: int) -> int:
    """How many items there are if those of lists within the list are counted instead of those they are in."""
    one = report.lists[place]
    count, left = 0, set(range(len(one.items)))
    starts = [item.mark.start for item in one.items]
    for inner in report.lists[place + 1 :]:
        if inner.items[0].mark.start >= end or inner.style == one.style:
            break
        outer = bisect_right(starts, inner.items[0].mark.start) - 1
        if outer in left:
            left.remove(outer)
            count += len(inner.items)
    return count + len(left)


def _announced(text: str, mark: int, options: Options) -> _Announced | None:
    """The number in the last clause before a list's first mark, if it speaks of the list."""
    end = mark
    while end and text[end - 1] in "\n \u3000":
        end -= 1
    if not end or text[end - 1] not in "：:。，,；":
        return None
    end -= 1
    clause = _STOP.split(text[max(0, end - _LOOK_BACK) : end])[-1]
    number = _number(clause, options)
    if number is None:
        return None
    words = number["number"]
    value = None if words in options.some else 2 if words == "两" else ordinal(words)
    if value is not None and not 2 <= value <= options.most:
        return None
    at = end - len(clause) + number.start("number")
    return _Announced(words, Span(at, at + len(words)), value, number["measure"])


@lru_cache(maxsize=256)
def _number(clause: str, options: Options) -> re.Match[str] | None:
    """The last number in a clause, if it is an announcement."""
    numbers = list(_numbers(options).finditer(clause))
    if not numbers or any(word in clause for word in options.unless):
        return None
    return numbers[-1] if _is_announcement(clause, numbers[-1], options) else None


@lru_cache(maxsize=8)
def _numbers(options: Options) -> re.Pattern[str]:
    """A number with a measure, as the options have them."""
    some, measures = "".join(options.some), "|".join(options.measures)
    return re.compile(
        rf"(?<![第{HAN}两几数多\d.])(?P<number>[两{some}]|[{HAN}]{{1,2}}|\d{{1,2}})(?P<measure>{measures})"
    )


def _is_announcement(clause: str, number: re.Match[str], options: Options) -> bool:
    """Whether what stands behind the number can be what the list is of: nothing, a noun, a noun and a verb."""
    tail = clause[number.end() :]
    if len(tail) > _TAIL or _NOT_PLAIN.search(tail) or "“" in clause[number.start() - 1 : number.start()]:
        return False
    if any(cue in clause for cue in options.cues):
        return True
    if not tail:
        before = clause[: number.start()]
        named = before.endswith("有") and before.rstrip("有主要共").endswith(options.nouns)
        return named or number["measure"] in options.alone
    bare = {tail, *(tail.removesuffix(verb) for verb in options.verbs)}
    return any(one.endswith(options.nouns) for one in bare) or (
        "" in bare and number["measure"] in options.alone
    )


def _goes_on(text: str, one: Enumeration, end: int) -> bool:
    """Whether more items follow that are marked in other words (三要, 最后)."""
    mark = one.items[-1].mark
    words = (*spellings(one.style, one.items[-1].number + 1), *_GOES_ON)
    return any(_begins_clause(text, word, mark.end, end) for word in words)


def _begins_clause(text: str, word: str, start: int, end: int) -> bool:
    at = text.find(word, start, end)
    while at > 0 and text[at - 1] not in _BEFORE_A_MARK:
        at = text.find(word, at + 1, end)
    return at >= start


def _hit(one: Enumeration, found: _Announced) -> Hit:
    count = len(one.items)
    spelt = str(count) if found.words.isdigit() else "两" if count == 2 else han(count)
    values = {
        "announced": found.words + found.measure,
        "count": count,
        "right": spelt + found.measure,
    }
    return Hit(
        found.span,
        values,
        (Note(_HERE, one.items[0].mark),),
        Fix(safe=False, edits=(Edit(found.span, spelt),)),
        severity="note" if found.value is None else None,
        confidence="guess" if found.value is None else None,
    )
