"""Ordinal marks with another stop behind them than theirs: （一）、 for （一）, 1、 for 1., 一是、 for 一是."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from linter.language.anchors import holding
from linter.language.late import late
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Report

_STOPS = "、，,.．：:；;"
_NO_MARK = late(r"[、，,][一二三四五六七八九十第（(①-⑳\d]")
"""What follows an ordinal where it is no mark of a list: 第一、二季度, （一）、（二）项."""


class Style(msgspec.Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """Marks of one style (their first: `一、` `（一）` `1.` …): `wrong` are the stops that may not stand behind
    them, `right` the one that should (empty: none). `note`: it is only noted."""

    mark: str
    wrong: tuple[str, ...]
    right: str = ""
    note: bool = False


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """`styles`: the marks that are looked at. `words`: words that count and take ，, not 、 (首先); only noted.
    `except_in`: kinds of sections that hold tables, whose labels have marks of their own."""

    styles: tuple[Style, ...]
    words: tuple[str, ...] = ()
    except_in: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def sought(options: Options) -> tuple[str, ...]:
    """The words that sentences are looked at for."""
    return tuple(f"{word}、" for word in options.words)


def check(report: Report, options: Options) -> Iterator[Hit]:
    """One hit for each list, on its first mark with a wrong stop, and one for the headings of the sections. The
    fix puts all of them right."""
    styles = {one.mark: one for one in options.styles}
    text = report.document.text
    heads = [one.mark for one in report.sections if one.level == 1 and one.mark]
    yield from _judged(report, [one for one in heads if not text[one.start].isdigit()], styles.get("一、"))
    for one in report.lists:
        if one.section not in options.except_in:
            style = styles.get("1." if one.style == "1、" else one.style)
            yield from _judged(report, [item.mark for item in one.items], style)
    for sentence in holding(report, sought(options)) if options.words else ():
        yield from _words(report, sentence.span, options.words)


def _judged(report: Report, marks: Sequence[Span], style: Style | None) -> Iterator[Hit]:
    """The hit on marks of one list."""
    if style is None:
        return
    text, stops = report.document.text, style.wrong
    near = [one for one in marks if text[one.end - 1] in stops or text[one.end : one.end + 1] in stops]
    wrong = [one for mark in near if (one := _with_stop(text, mark, stops))]
    if wrong:
        yield from _hit(report, wrong, style.right, note=style.note)


def _with_stop(text: str, mark: Span, wrong: Sequence[str]) -> Span | None:
    """The mark and a wrong stop behind it, which may be part of it; None without one."""
    start, end = mark
    if (last := text[end - 1]) in _STOPS:
        return mark if last in wrong else None
    stop = text[end : end + 1]
    if stop not in wrong or stop not in _STOPS or _NO_MARK.match(text, end):
        return None
    return Span(start, end + 1)


def _words(report: Report, sentence: Span, words: Sequence[str]) -> Iterator[Hit]:
    """The hit on words that count (首先、…；其次、…) where they begin a clause."""
    text = report.document.text
    wrong = []
    for word in words:
        at = text.find(f"{word}、", sentence.start, sentence.end)
        if at >= 0 and (at == sentence.start or text[at - 1] in "，；："):
            wrong.append(Span(at, at + len(word) + 1))
    yield from _hit(report, sorted(wrong), "，", note=True)


def _hit(report: Report, wrong: Sequence[Span], right: str, *, note: bool) -> Iterator[Hit]:
    """One hit for all marks, on the first."""
    damaged = report.document.damaged
    sound = [one for one in wrong if not covered(damaged, one.start, one.end)]
    if sound:
        found = report[sound[0]]
        values = {"found": found, "right": found[:-1] + right, "count": len(sound)}
        edits = tuple(Edit(Span(one.end - 1, one.end), right) for one in sound)
        yield Hit(sound[0], values, fix=Fix(safe=True, edits=edits), severity="note" if note else None)
