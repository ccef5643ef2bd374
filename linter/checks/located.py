"""An address or a party committee in another county than the report's own."""

from collections.abc import Iterator

import msgspec

from linter.language import expressions
from linter.language.expressions import compiled
from linter.language.late import late
from linter.language.places import own_places, places
from linter.language.quotes import covered
from linter.language.segmenter import tag, words
from linter.model.document import Span
from linter.model.finding import Confidence, Hit, NotAssessed, Words
from linter.model.report import Report

_NAME = late(r"[^\W\d_]{2,28}")
_PROPER = frozenset(("", "nr", "ns", "nz"))
"""Parts of speech of what names a place: unknown to the dictionary, persons, places, other proper names."""


class Position(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`find`: what stands right before a name of a place, as a regular expression that holds one of `having`;
    `then`: what must stand behind the place's name. `zh`, `en`: what the place is of."""

    find: str
    having: tuple[str, ...]
    zh: str
    en: str
    then: tuple[str, ...] = ()
    confidence: Confidence | None = None


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`positions`: where only the own county can be meant."""

    positions: tuple[Position, ...]


def objection(options: Options) -> tuple[str, Words] | None:
    """The expression that cannot be used, and why."""
    for one in options.positions:
        if reason := expressions.objection(one.find):
            return "positions", reason
    return None


def anchors(options: Options) -> tuple[str, ...]:
    """The words of all positions."""
    return tuple(word for one in options.positions for word in one.having)


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each name of another county; what the title does not tell is not judged."""
    own = own_places(report.title)
    if not any(one.kind == "county" for one in own):
        yield NotAssessed(Words("标题里看不出是哪个县区", "the title names no county"))
        return
    text = report.document.text
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    roots = {one.root for one in own}
    for position in options.positions:
        if not any(word in text for word in position.having):
            continue
        for match in compiled(position.find).finditer(text):
            name = _NAME.match(text, match.end())
            named = tuple(places(name[0], match.end())) if name else ()
            county = next((one for one in named if one.kind == "county"), None)
            if county is None or county.root in roots or any(county.may_be(one) for one in own):
                continue
            if not all(_is_proper(one.root) for one in named):
                continue
            if position.then and not text.startswith(position.then, named[-1].span.end):
                continue
            span = Span(county.span.start, county.span.end)
            if not covered(damaged, *span):
                values = {
                    "found": report[span],
                    "unit": report.title.unit,
                    "place": Words(position.zh, position.en),
                }
                yield Hit(span, values, confidence=position.confidence)


def _is_proper(root: str) -> bool:
    """Whether no part of what may be a name is a common word: 上级和县委 names none."""
    return all(tag(word)[:2] in _PROPER for word in words(root) if len(word) > 1)
