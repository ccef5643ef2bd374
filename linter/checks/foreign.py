"""Another unit's name where a report's own should stand: as its subject, maker, contact or website."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from linter.language import expressions
from linter.language.anchors import holding
from linter.language.expressions import compiled
from linter.language.places import Place, own_places, places
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Confidence, Hit, NotAssessed, Words
from linter.model.report import Report, Title

_ITSELF = re.compile(r"[我本](?:乡|镇|街|县|区|市|旗|局|委|办|院|机关|单位|部门|级|行政区)|全[乡镇县区旗]")
_GOVERNMENTS = frozenset("省市州盟县区旗") | {"县级市"}
"""Levels whose units have the townships that they name under them."""


class Position(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place in a sentence where the unit itself is named. `find`: its group `name` is what names it, from the
    first character of the name on. `having`: words one of which the sentence has (rare ones make it quick); `beside`: and
    one of these; `lacking`: none of these.
    `subject`: a mere subject, which is right where the sentence speaks of the report's own unit besides.
    `quoted`: look also inside 《》 “”.
    `zh`, `en`: what the place is. `sections`: kinds of sections (`lead` too), empty = all."""

    find: str
    zh: str
    en: str
    having: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    subject: bool = False
    quoted: bool = False
    confidence: Confidence | None = None


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`positions`: where a name is the report's own unit's. `others`: names of other units that are known as
    such, besides those that look like a township's, a county's or a district's."""

    positions: tuple[Position, ...]
    others: tuple[str, ...] = ()


def objection(options: Options) -> tuple[str, Words] | None:
    """The expression that cannot be used, and why."""
    for one in options.positions:
        if reason := expressions.objection(one.find):
            return "positions", reason
        if "name" not in compiled(one.find).groupindex:
            return "positions", Words("find 里要有叫 name 的组", "find needs a group called name")
    return None


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each name of another unit in one of the positions."""
    if not report.title.unit:
        yield NotAssessed(Words("标题里看不出是哪个机关的报告", "the title does not say whose report it is"))
        return
    own = own_places(report.title)
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for position in options.positions:
        for sentence in holding(report, position.having):
            if position.sections and (sentence.section or "lead") not in position.sections:
                continue
            for span in _foreign(report[sentence.span], position, options.others, own, report.title):
                moved = Span(sentence.span.start + span.start, sentence.span.start + span.end)
                if not covered(damaged, *moved):
                    yield _hit(report, moved, position)


def _foreign(
    text: str, position: Position, others: Sequence[str], own: Sequence[Place], title: Title
) -> Iterator[Span]:
    """Where a sentence has another unit's name in that position."""
    quotes: Sequence[tuple[int, int]] | None = None
    for match in compiled(position.find).finditer(text):
        span = _named(match["name"], match.start("name"), others, own, title)
        if span is None or (position.subject and _speaks_of_itself(text, own)):
            continue
        if any(word in text for word in position.lacking) or not _has(text, position.beside):
            return
        quotes = quoted(text) if quotes is None else quotes
        if position.quoted or not covered(quotes, *span):
            yield span


def _named(words: str, start: int, others: Sequence[str], own: Sequence[Place], title: Title) -> Span | None:
    """The other unit's name in the words that name a unit, with that of its county."""
    for name in others:
        if (at := words.find(name)) >= 0 and name not in _full(title):
            return Span(start + at, start + at + len(name))
    named = tuple(places(words, start))
    strange = [one for one in named if _is_strange(one, own, title)]
    if not strange or any(one.kind == "township" and one not in strange for one in named):
        return None
    return Span(strange[0].span.start, strange[-1].span.end)


def _is_strange(one: Place, own: Sequence[Place], title: Title) -> bool:
    """Whether the name is none that a report of that unit can bear."""
    if one.kind == "upper" or one.root in _full(title) or any(one.may_be(other) for other in own):
        return False
    if one.kind == "county":
        return any(other.kind == "county" for other in own)
    return title.level is not None and title.level not in _GOVERNMENTS


def _full(title: Title) -> str:
    return "".join((*title.parents, title.unit or ""))


def _speaks_of_itself(text: str, own: Sequence[Place]) -> bool:
    return bool(_ITSELF.search(text)) or any(one.root in text for one in own if one.kind != "upper")


def _hit(report: Report, span: Span, position: Position) -> Hit:
    values = {"name": report[span], "unit": report.title.unit, "place": Words(position.zh, position.en)}
    return Hit(span, values, confidence=position.confidence)
