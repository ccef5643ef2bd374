"""Wordings with a shape: a regular expression, what it may stand in, what to put in its place."""

import re
from collections.abc import Iterator, Sequence
from string import Formatter
from typing import Literal

import msgspec

from linter.language import expressions
from linter.language.anchors import spans_holding, standing
from linter.language.expressions import compiled
from linter.language.quotes import covered, quoted
from linter.model.document import Paragraph, Span
from linter.model.finding import Edit, Fix, Hit, Words
from linter.model.report import Report

Stretch = tuple[int, int]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`find`: a regular expression. Every repetition has an upper limit ({0,20}, not * or +), so that the time
    stays in step with the text. Its named groups fill the message; so does `found`, the whole of it.
    `point`: the group to point at and to replace (default: the whole match).
    `unless`: expressions for what is right: a match that shares a character with theirs is left alone.
    `having`: only in a stretch that contains one of these words: quicker, and often more exact.
    `lacking`: not in a stretch that contains one of these words.
    `over`: what is searched: each sentence, each paragraph of running text, each heading's words, or all that is
    no table: also the title, contact lines and the signature (`everything`, of all parts of the report).
    `quoted`: look also inside 《》 “” ‘’, which are otherwise left alone.
    `fix`: what to put in the place, with {groups}; `safe`: it is the only reading possible.
    `together`: with more matches than that in a report they are one finding, on the first, whose fix is for all;
    {count} says how many. `most`: with more than that nothing is said: a conversion made them, not the author."""

    find: str
    point: str | None = None
    unless: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    over: Literal["sentences", "paragraphs", "headings", "everything"] = "sentences"
    quoted: bool = False
    fix: str | None = None
    safe: bool = False
    together: int | None = None
    most: int | None = None


def objection(options: Options) -> tuple[str, Words] | None:
    """The option that cannot be used, and why; for whoever loads a rule."""
    for key, some in (("find", (options.find,)), ("unless", options.unless)):
        for expression in some:
            if reason := expressions.objection(expression):
                return key, reason
    groups = {"found", *compiled(options.find).groupindex}
    if options.point is not None and options.point not in groups:
        return "point", Words(f"find 里没有叫 {options.point} 的组", f"find has no group {options.point}")
    for _, name, _, _ in Formatter().parse(options.fix or ""):
        if name is not None and name not in groups:
            return "fix", Words(f"find 里没有叫 {name} 的组", f"find has no group {name}")
    return None


def anchors(options: Options) -> tuple[str, ...] | None:
    """The words one of which the text must hold."""
    return options.having or None


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each match, from left to right without overlap."""
    found = _hits(report, options)
    if options.most is not None and len(found) > options.most:
        return iter(())
    if options.together is None or len(found) <= options.together:
        return iter(found)
    edits = tuple(edit for one in found if one.fix for edit in one.fix.edits)
    fix = Fix(options.safe, edits) if edits else None
    return iter((Hit(found[0].span, {**found[0].values, "count": len(found)}, fix=fix),))


def _hits(report: Report, options: Options) -> Sequence[Hit]:
    whole, search = report.document.text, compiled(options.find).search
    stretches = _stretches(report, options.over, options.having)
    texts = [(start, text) for start, end in stretches if search(text := whole[start:end])]
    if not texts:
        return ()
    found = [
        _hit(match, start, options)
        for start, text in texts
        if not _holds(text, options.lacking)
        for match in _matches(text, options)
    ]
    damaged = report.document.damaged
    return [one for one in found if not covered(damaged, *one.span)] if damaged else found


def _stretches(report: Report, over: str, having: Sequence[str]) -> Sequence[Stretch]:
    if over == "sentences":
        return spans_holding(report, having)
    words = standing(report, having)
    if having and not words:
        return ()
    if over == "headings":
        found = [one.title for one in report.sections]
    elif over == "paragraphs":
        found = [one.span for one in report.prose]
    else:
        found = [one.span for one in report.document.blocks if isinstance(one, Paragraph)]
    if not having:
        return found
    text = report.document.text
    if len(words) > 1:
        return [span for span in found if _holds(text[span.start : span.end], words)]
    word = words[0]
    return [(start, end) for start, end in found if word in text[start:end]]


def _holds(text: str, words: Sequence[str]) -> bool:
    for word in words:  # noqa: SIM110 - any() takes longer than most of these loops
        if word in text:
            return True
    return False


def _matches(text: str, options: Options) -> Iterator[re.Match[str]]:
    """The matches of `find` that nothing excuses."""
    found = [one for one in compiled(options.find).finditer(text) if one.end() > one.start()]
    if not found:
        return
    excused = list(() if options.quoted else quoted(text))
    for expression in options.unless:
        excused += [one.span() for one in compiled(expression).finditer(text) if one.end() > one.start()]
    merged = _merged(sorted(excused))
    yield from (one for one in found if not covered(merged, *one.span()))


def _merged(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Sorted stretches, those that touch made one."""
    merged: list[Stretch] = []
    for start, end in stretches:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def _hit(match: re.Match[str], offset: int, options: Options) -> Hit:
    start, end = match.span(options.point or 0)
    if start < 0:
        start, end = match.span()
    values = {"found": match[0], "count": 1, **{name: said or "" for name, said in match.groupdict().items()}}
    span = Span(offset + start, offset + end)
    fix = None if options.fix is None else Fix(options.safe, (Edit(span, options.fix.format(**values)),))
    return Hit(span, values, fix=fix)
