"""Words by which a report speaks of its own unit, and whether they name the kind of unit that it is."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from linter.language.anchors import holding
from linter.language.identity import Same
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, NotAssessed, Words
from linter.model.report import Report

_STOPS = "，。；：！？,;:!?"
Stretch = tuple[int, int]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words`: rows of words that mean the same of units of different kinds (column → word).
    `own`: the column of the words that a unit of each level uses of itself; `wrong`: those that it may not use.
    `bare`: more such rows, whose words speak of the unit itself only at the start of a clause or right after
    one of `before` (elsewhere a name may stand before them); judged of the levels in `strict` only.
    `unless`: longer words that contain a word of a row and mean something else.
    `changed`: words of a sentence in which a unit may rightly be called by a former name."""

    own: dict[str, str]
    wrong: dict[str, tuple[str, ...]]
    words: tuple[dict[str, str], ...]
    bare: tuple[dict[str, str], ...] = ()
    strict: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class _Word(msgspec.Struct, frozen=True):
    """A word of another kind of unit: its column, the unit's own word for it, and whether it is bare."""

    column: str
    own: str | None
    bare: bool


def sought(options: Options) -> tuple[str, ...]:
    """The words that sentences are looked at for."""
    return tuple(dict.fromkeys(word for row in (*options.words, *options.bare) for word in row.values()))


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each word that calls the unit by another kind."""
    level = report.title.level
    if level is None:
        zh, en = "标题里看不出本机关是乡、镇还是街道", "the title does not say what kind of unit it is"
        yield NotAssessed(Words(zh, en))
        return
    words = _words(Same(options), level)
    sentences = holding(report, tuple(words)) if words else ()
    if not sentences:
        return
    matcher = _matcher((*words, *options.unless))
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for sentence in sentences:
        text, offset = report[sentence.span], sentence.span.start
        found = tuple((start, end) for _, start, end in matcher.find_matches_as_indexes(text))
        if not found or any(word in text for word in options.changed):
            continue
        quotes = quoted(text)
        for start, end in _of_itself(text, found, words, options.before):
            span = Span(offset + start, offset + end)
            if not covered(quotes, start, end) and not covered(damaged, span.start, span.end):
                yield _hit(report, span, words[text[start:end]])


def _hit(report: Report, span: Span, word: _Word) -> Hit:
    values = {
        "word": report[span],
        "unit": report.title.unit,
        "level": report.title.level,
        "other": word.column,
    }
    return Hit(span, values, fix=Fix(False, (Edit(span, word.own),)) if word.own else None)


def _of_itself(
    text: str, found: Sequence[Stretch], words: dict[str, _Word], before: tuple[str, ...]
) -> Iterator[Stretch]:
    """The wrong words among `found` that speak of the unit itself. After another unit's name a bare word is
    that one's: 与青禾镇联合执法，由镇政府牵头."""
    named: dict[str, int] = {}
    for start, end in found:
        word = words.get(text[start:end])
        if word is None:
            continue
        if word.bare:
            if word.column not in named:
                named[word.column] = _first_name(text, word.column, found)
            if not _stands_alone(text, start, before):
                named[word.column] = min(named[word.column], start)
            if named[word.column] <= start:
                continue
        yield start, end


def _stands_alone(text: str, start: int, before: tuple[str, ...]) -> bool:
    """Whether what stands before `start` cannot be the front of a name."""
    opens = start <= 4 and not text[:start].strip()
    return opens or text[start - 1] in _STOPS or text.endswith(before, max(0, start - 8), start)


def _first_name(text: str, column: str, found: Sequence[Stretch]) -> int:
    """Where the first name of a unit of that kind ends: 青禾镇, not the 镇 of 乡镇 or 我镇."""
    at = text.find(column)
    while at >= 0:
        if at and "一" <= text[at - 1] <= "鿿" and not covered(found, at, at + len(column)):
            return at
        at = text.find(column, at + 1)
    return len(text)


@lru_cache(maxsize=32)
def _words(same: Same[Options], level: str) -> dict[str, _Word]:
    """The words that a unit of that level may not use of itself."""
    options = same.one
    own = options.own.get(level, "")
    wrong = options.wrong.get(level, ())
    rows = [(row, False) for row in options.words]
    rows += [(row, True) for row in options.bare if level in options.strict]
    return {
        row[column]: _Word(column, row.get(own), bare)
        for row, bare in rows
        for column in wrong
        if column in row
    }


@lru_cache(maxsize=16)
def _matcher(phrases: tuple[str, ...]) -> AhoCorasick:
    """Finds the longest of `phrases` wherever one begins."""
    return AhoCorasick(phrases, matchkind=MatchKind.LeftmostLongest)
