"""Another unit's name where a report's own should stand: as its subject, maker, contact or website."""

from collections.abc import Iterator, Sequence

import msgspec

from linter.language import expressions
from linter.language.anchors import holding
from linter.language.expressions import compiled
from linter.language.late import late
from linter.language.places import Place, own_places, places
from linter.language.quotes import covered, quoted
from linter.language.segmenter import tag, words
from linter.model.document import Span
from linter.model.finding import Confidence, Hit, NotAssessed, Words
from linter.model.report import Report

_ITSELF = late(r"[我本](?:乡|镇|街|县|区|市|旗|局|委|办|院|机关|单位|部门|级|行政区)|全[乡镇县区旗]")
_KIND = late("[乡镇道县区]")
_FRONT = 24
_TOWNSHIPS = frozenset(("乡", "民族乡", "镇", "街道"))
_DEPARTMENTS = frozenset(("部门", "管委会"))
"""Levels whose reports may speak of what townships do, but are not made by one."""
_PROPER = frozenset(("", "nr", "ns", "nz"))
"""Parts of speech of what names a place: unknown to the dictionary, persons, places, other proper names."""


class Position(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place in a sentence where the unit itself is named. `find`: its group `name` is what names it, from the
    first character of the name on. `having`: words one of which the sentence has (rare ones make it quick);
    `beside`: and one of these; `lacking`: none of these.
    `subject`: a mere subject, which is right where the sentence speaks of the report's own unit besides.
    `known`: only the names of units that are known to be others count there. `quoted`: look also inside 《》 “”.
    `zh`, `en`: what the place is. `sections`: kinds of sections (`lead` too), empty = all."""

    find: str
    zh: str
    en: str
    having: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    subject: bool = False
    known: bool = False
    quoted: bool = False
    confidence: Confidence | None = None


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`positions`: where a name is the report's own unit's. Another's is one of the register's other units, or
    what looks like the name of a township, county or district and is not in the title."""

    positions: tuple[Position, ...]


def objection(options: Options) -> tuple[str, Words] | None:
    """The expression that cannot be used, and why."""
    for one in options.positions:
        if reason := expressions.objection(one.find):
            return "positions", reason
        if "name" not in compiled(one.find).groupindex:
            return "positions", Words("find 里要有叫 name 的组", "find needs a group called name")
    return None


class _Own(msgspec.Struct, frozen=True):
    """The report's unit: what it is called for short, its names and those above it, the places in them, its
    level, and the names of units that are known to be others."""

    short: str
    names: str
    places: tuple[Place, ...]
    level: str | None
    others: tuple[str, ...]


def sought(options: Options) -> tuple[str, ...]:
    """The words that sentences are looked at for."""
    return tuple(word for one in options.positions for word in one.having)


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each name of another unit in one of the positions."""
    unit = report.title.unit
    if not unit:
        yield NotAssessed(Words("标题里看不出是哪个机关的报告", "the title does not say whose report it is"))
        return
    whole, damaged = report.document.text, report.document.damaged
    told = set[Span]()  # a name can stand in two of the positions
    for position in options.positions:
        search = compiled(position.find).search
        for start, end in _looked_at(report, position):
            text = whole[start:end]
            if not search(text) or not _is_so(text, position):
                continue
            for first, last in _foreign(text, position, _own(report, unit)):
                span = Span(start + first, start + last)
                if span not in told and not covered(damaged, *span):
                    told.add(span)
                    yield _hit(report, span, position)


def _looked_at(report: Report, position: Position) -> Sequence[tuple[int, int]]:
    """Where the sentences stand that may name the unit in that position."""
    if position.known and not report.others:
        return ()
    found, sections = holding(report, position.having), position.sections
    if sections:
        found = tuple([one for one in found if (one.section or "lead") in sections])
    if position.known or not position.subject:
        return [one.span for one in found]
    # Whether a unit may be named at the start: a quick look that spares most sentences a closer one.
    text, names = report.document.text, _KIND.search
    return [
        (start, end)
        for start, end in [one.span for one in found]
        if names(text, start + 2, min(end, start + _FRONT))
    ]


def _own(report: Report, unit: str) -> _Own:
    found = own_places(report.title)
    level = report.title.level
    short = unit if level in _DEPARTMENTS or not found else found[-1].root
    return _Own(short, " ".join(sorted(report.names)), found, level, report.others)


def _foreign(text: str, position: Position, own: _Own) -> Iterator[Span]:
    """Where a sentence has another unit's name in that position."""
    if position.subject and own.short in text:
        return
    matches = compiled(position.find).finditer(text)
    named = (_named(one["name"], one.start("name"), position, own) for one in matches)
    found = [span for span in named if span]
    quotes = quoted(text) if found and not position.quoted else ()
    yield from (span for span in found if not covered(quotes, *span))


def _is_so(text: str, position: Position) -> bool:
    """Whether the sentence is one that should name the report's own unit there."""
    if position.beside and not any(word in text for word in position.beside):
        return False
    if any(word in text for word in position.lacking):
        return False
    return not position.subject or not _ITSELF.search(text)


def _named(phrase: str, start: int, position: Position, own: _Own) -> Span | None:
    """The other unit's name, with that of its county, in a phrase that names a unit."""
    named = tuple(places(phrase, start))
    for name in own.others:
        at = phrase.find(name)
        if at == 0 or (at > 0 and (not position.subject or any(one.span.end == start + at for one in named))):
            return Span(start + at, start + at + len(name))
    if position.known:
        return None
    towns = own.level in _TOWNSHIPS or (own.level in _DEPARTMENTS and not position.subject)
    strange = [one for one in named if _is_strange(one, own, towns=towns)]
    if not strange or any(one.kind == "township" and one not in strange for one in named):
        return None
    if position.subject and not all(_is_proper(one.root) for one in strange):
        return None
    return Span(strange[0].span.start, strange[-1].span.end)


def _is_proper(root: str) -> bool:
    """Whether no part of what may be a name is a common word: 同时镇政府, 一年来街道 and 根据县政府 name none."""
    return all(tag(word)[:2] in _PROPER for word in words(root) if len(word) > 1)


def _is_strange(one: Place, own: _Own, *, towns: bool) -> bool:
    """Whether the name is none that a report of that unit can bear; of townships only with `towns`."""
    if one.kind == "upper" or one.root in own.names or any(one.may_be(other) for other in own.places):
        return False
    return towns if one.kind == "township" else any(other.kind == "county" for other in own.places)


def _hit(report: Report, span: Span, position: Position) -> Hit:
    values = {"name": report[span], "unit": report.title.unit, "place": Words(position.zh, position.en)}
    copied = report.alike and report.alike.copied(span, "unit")
    return Hit(span, values, confidence=None if copied else position.confidence)
