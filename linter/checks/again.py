"""Part of a section that says, word for word, what the same section of last year's report said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from linter.language import expressions
from linter.language.expressions import compiled
from linter.language.last_year import NO_PREVIOUS, undated
from linter.language.marks import LINE_MARK
from linter.model.alike import Similarity
from linter.model.document import Span
from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Report

_ENDS = "。；;！？!?：:，,、 \u3000"
_STOPS = "。；;！？\n"
_SHOWN = 24  # characters of a sentence in a message
_NOTHING_TO_COMPARE = NotAssessed(
    Words("两年的报告没有都写这一部分", "the part does not stand in both of the reports")
)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`section`: its kind. `turns`: expressions; the first that is found parts the section in two, and the rule is
    about the `part` before it or from it on. `formulas`: expressions for sentences that all such sections have.
    `shortest`: characters from which a sentence counts. What is last year's is told where it makes at least that
    many in hundred (`share`) of the part; a single sentence of `long` characters is a note. Where that much of the
    `whole` report is last year's (1 is all of it; of `chars` compared characters at least), the part is nothing of
    its own."""

    section: str
    part: Literal["before", "after"]
    turns: tuple[str, ...]
    formulas: tuple[str, ...] = ()
    shortest: int = 8
    long: int = 24
    share: int = 60
    whole: float = 0.5
    chars: int = 120


def objection(options: Options) -> tuple[str, Words] | None:
    """The expression that cannot be used, and why."""
    for key, some in (("turns", options.turns), ("formulas", options.formulas)):
        for expression in some:
            if reason := expressions.objection(expression):
                return key, reason
    return None


class _Piece(NamedTuple):
    """A sentence, or what stands before a semicolon; `key` is what must be equal."""

    span: Span
    key: str


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """One hit, on the first stretch that is last year's; the others are its notes."""
    if report.previous is None:
        yield NO_PREVIOUS
        return
    now, before = _pieces(report, options), _pieces(report.previous, options)
    if not now or not before:
        yield _NOTHING_TO_COMPARE
        return
    if _is_whole(report, options):
        return
    first: dict[str, _Piece] = {}
    for piece in before:
        first.setdefault(piece.key, piece)
    same = [one for one in now if one.key in first]
    copied, whole = (sum(len(one.key) for one in some) for some in (same, now))
    longest = max((len(one.key) for one in same), default=0)
    most = copied * 100 >= whole * options.share
    if same and (most or longest >= options.long):
        hit = _hit(report, same, first)
        yield hit if most else replace(hit, severity="note")


def _is_whole(report: Report, options: Options) -> bool:
    """Whether so much is last year's that another rule says so of the whole report."""
    alike = report.alike.similarity if report.alike else Similarity()
    return (alike.previous or 0) >= options.whole and (alike.compared_chars or 0) >= options.chars


def _pieces(report: Report, options: Options) -> Sequence[_Piece]:
    """What the part says, without headings and formulas."""
    section = report.section(options.section)
    if section is None:
        return ()
    turn = _turn(report, section.body, options.turns)
    part = Span(section.body.start, turn) if options.part == "before" else Span(turn, section.body.end)
    spans = (
        Span(*one.span())
        for prose in report.prose
        if prose.span.overlaps(part)
        for one in _in(report, prose.span)
    )
    damaged = report.document.damaged
    found = (_Piece(one, _key(report[one])) for one in spans if part.start <= one.start < part.end)
    return tuple(
        one
        for one in found
        if len(one.key) >= options.shortest
        and report[one.span][-1] not in "：:"
        and not any(compiled(formula).search(one.key) for formula in options.formulas)
        and not any(bad.overlaps(one.span) for bad in damaged)
    )


def _in(report: Report, span: Span) -> Iterable[re.Match[str]]:
    return _pattern(r"[^。；;！？!?：:\n]+[。；;！？!?：:]?").finditer(report.document.text, *span)


def _turn(report: Report, span: Span, turns: Iterable[str]) -> int:
    """Where the sentence with the first of the expressions begins; the end of the section if none is found."""
    text = report.document.text
    found = (compiled(one).search(text, *span) for one in turns)
    first = min((one.start() for one in found if one), default=None)
    if first is None:
        return span.end
    return max(span.start, *(text.rfind(stop, span.start, first) + 1 for stop in _STOPS))


def _key(text: str) -> str:
    mark = LINE_MARK.match(text)
    plain = undated(text[mark.end() :] if mark else text).strip(_ENDS)
    return _pattern(
        r"^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]|首先|其次|再次|最后)[，、：:]?"
    ).sub("", plain)


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    """Compiled when first needed: few runs have a report of last year."""
    return re.compile(expression)


def _hit(report: Report, same: Sequence[_Piece], first: dict[str, _Piece]) -> Hit:
    stretches = _joined(same)
    said = report[same[0].span].strip()
    notes = [Note(Words("上年报告这里", "last year's report, here"), first[same[0].key].span, previous=True)]
    notes += [Note(Words("这里也和上年一样", "so is this"), one) for one in stretches[1:]]
    short = said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
    return Hit(stretches[0], {"said": short.rstrip(_ENDS), "count": len(same)}, tuple(notes))


def _joined(pieces: Sequence[_Piece]) -> Sequence[Span]:
    """Pieces that follow each other at once are one stretch."""
    found: list[Span] = []
    for one in pieces:
        if found and found[-1].end == one.span.start:
            found[-1] = Span(found[-1].start, one.span.end)
        else:
            found.append(one.span)
    return tuple(found)
