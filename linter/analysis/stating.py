"""What a sentence states: its clauses read by the sayings that `rules/facts.yaml` declares."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from linter.language.anchors import matcher
from linter.language.clauses import Lexicon, Reader, Word, clauses
from linter.language.declarations import Declared, Saying, Step, declared
from linter.language.kept import kept
from linter.language.late import late
from linter.language.quantities import Quantity, levelled, quantities

SPEAKS, STATES = 1, 2
"""What a sentence may promise, see `promises`."""

_LEADS = frozenset({"through", "channel", "part", "among", "organ", "besides"})
_OBJECTS = frozenset({"?", "channel", "part", "organ", "who", "N"})
_TAIL = frozenset({"join", "none"})
_BETWEEN = ("、", "，", "和", "及")
_CONTINUES = ("其中", "包括", "含")
_NIL = late(r"[未没零无]|不[存涉收]|(?<![0-9.])0(?![0-9.%年月日号])")
_YEAR = late(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_ODD = late(r"[０-９\s]")
_USUAL_YEAR = 2050
_ANY_NIL = late(r"[未没零无0０]|不[存涉收]")
_STOP = late(r"[，。；：！？,;:!?…（()）]")
_LONGEST_KEPT = 400  # characters of a sentence
_LONGEST_CLAUSE = 60  # words; longer is no prose


class Said(NamedTuple):
    """Where a sentence stands, and what has been said before it: the last noun of the paragraph, whether it
    speaks of the report's own year, what words stand `near`, what of the unit's names it holds (`own`), the
    report's year; within it the classes so far, and how a clause without a number led up to this one."""

    section: str | None
    topic: str | None
    noun: str | None
    now: bool
    near: frozenset[str]
    own: tuple[str, ...]
    year: int | None
    kinds: frozenset[str] = frozenset()
    lead: str = ""


class Stated(NamedTuple):
    """What one sentence states: addresses, from where to where in it, and whether there is a quantity (else the words
    say that there was none); and what it leaves to the next: the last noun and whether it speaks of the report's own
    year."""

    facts: tuple[tuple[str, int, int, bool], ...]
    noun: str | None
    now: bool


_Sign = tuple[str, str | None, bool, bool]
"""What of a word sayings ask for: its class; of a quantity the unit, whether it is approximate, and whether it is 0."""


class _Match(NamedTuple):
    """A saying found in a clause, from word `first` up to word `end`."""

    saying: Saying
    first: int
    end: int
    quantity: int | None


@lru_cache(maxsize=4)
def promises(words: tuple[str, ...], units: frozenset[str]) -> Callable[[str], int]:
    """Tells what a sentence promises: nothing (0), so that neither a noun nor a year of it is heeded, `SPEAKS`, or
    `STATES`: one of the words, and between the same stops a quantity in one of the units or a word for none."""
    find = matcher(words).find_matches_as_indexes

    def asked(sentence: str) -> int:
        at = [start for _, start, _ in find(sentence)]
        counted = [one for one in quantities(sentence) if one.unit in units] if at else []
        if not counted and (not at or not _NIL.search(sentence)):
            return 0
        if "《" in sentence:  # there may be stops in a title
            return STATES
        stops = [match.start() for match in _STOP.finditer(sentence)]
        told = {bisect_left(stops, place) for one in counted for place in one.span}
        told.update(bisect_left(stops, match.start()) for match in _ANY_NIL.finditer(sentence))
        return SPEAKS if told.isdisjoint(bisect_left(stops, place) for place in at) else STATES

    return kept()(asked)


def stated(text: str, said: Said, counted: Sequence[Quantity], wanted: Declared) -> Stated:
    """What a sentence with those quantities states. Reports share many sentences but for their numbers, those of a
    county most of theirs: what such a one states is worked out once."""
    if wanted is not declared() or len(text) > _LONGEST_KEPT:
        return _read(text, said, wanted)
    return _kept(*_with_usual_year(levelled(text, counted), said))


def _with_usual_year(text: str, said: Said) -> tuple[str, Said]:
    """The same said of another year, always the same one, where nothing but the distance between years counts."""
    if _ODD.search(text):  # a year may be written with them
        return text, said
    found = [int(one) for one in _YEAR.findall(text)]
    if not found:
        return text, said._replace(year=None)
    if said.year is None:
        return text, said
    by = _USUAL_YEAR - said.year
    if by and all(2000 <= one + by < 2100 for one in found):
        return _YEAR.sub(lambda one: str(int(one[0]) + by), text), said._replace(year=_USUAL_YEAR)
    return text, said


@lru_cache(maxsize=4096)
def _kept(text: str, said: Said) -> Stated:
    return _read(text, said, declared())


def _read(text: str, said: Said, wanted: Declared) -> Stated:
    """What a sentence states."""
    counted = quantities(text)
    noun, now = said.noun, said.now
    found: list[tuple[str, int, int, bool]] = []
    before, lead = frozenset[str](), ""
    now = now or not text.startswith(_CONTINUES)
    if wanted is declared():
        made = _clauses(text, said.own, said.year, now)
    else:
        made = tuple(clauses(text, counted, Reader(Lexicon(wanted.words), said.own, said.year), now=now))
    for clause in made:
        if len(clause) > _LONGEST_CLAUSE or _is_shared_out(clause, text, counted):
            continue
        signs = tuple([_sign(word) for word in clause])
        matches = _usual_matches(signs) if wanted is declared() else _matches(signs, wanted)
        if matches:
            state = said._replace(noun=noun, kinds=before, lead=lead)
            meant = [one for one in matches if _is_meant(one, clause, wanted, state)]
            found += [_place(one, clause) for one in _chosen(meant)]
        kinds = [word.kind for word in clause]
        before = before.union(kinds)
        noun = next((kind for kind in reversed(kinds) if kind in wanted.nouns), noun)
        lead = "" if "N" in kinds else kinds[0]
        now = clause[-1].now
    return Stated(tuple(found), noun, now)


@kept(most=2048)
def _clauses(text: str, own: tuple[str, ...], year: int | None, now: bool) -> tuple[tuple[Word, ...], ...]:
    """The clauses of a sentence. The same one may stand in other company, and state something else there."""
    return tuple(clauses(text, quantities(text), Reader(_lexicon(), own, year), now=now))


@cache
def _lexicon() -> Lexicon:
    return Lexicon(declared().words)


def _is_shared_out(clause: Sequence[Word], text: str, counted: Sequence[Quantity]) -> bool:
    """Whether the clause gives several subjects a number each, of which the next stands behind it and is another:
    复议、诉讼分别为0件、6件."""
    first = clause[-1].quantity
    if first is None or all(word.kind != "each" for word in clause):
        return False
    end = clause[-1].end
    follow = next((one for one in counted if one.span.start >= end), None)
    return bool(follow and text[end : follow.span.start] in _BETWEEN and follow.value != first.value)


def _sign(word: Word) -> _Sign:
    number = word.quantity
    if number is None:
        return word.kind, None, False, False
    return word.kind, number.unit, number.approximate, not number.value


@lru_cache(maxsize=4096)
def _usual_matches(clause: tuple[_Sign, ...]) -> tuple[_Match, ...]:
    """Clauses are many, their shapes are few."""
    return _matches(clause, declared())


def _matches(clause: Sequence[_Sign], wanted: Declared) -> tuple[_Match, ...]:
    """Every saying found in a clause, wherever it begins."""
    kinds = {"0", *(kind for kind, *_ in clause)}
    found = [
        _match(saying, clause, first, wanted.numbers[saying.address].units)
        for first, (kind, *_) in enumerate(clause)
        for saying in wanted.sayings.get(kind, ())
        if saying.steps[-1].optional or not kinds.isdisjoint(saying.steps[-1].kinds)
    ]
    return tuple(one for one in found if one)


def _match(saying: Saying, clause: Sequence[_Sign], first: int, units: Collection[str]) -> _Match | None:
    place, quantity = first, None
    for step in saying.steps:
        if place < len(clause) and _fits(clause[place], step, units):
            quantity = place if clause[place][0] == "N" else quantity
            place += 1
        elif not step.optional:
            return None
    return _Match(saying, first, place, quantity)


def _fits(sign: _Sign, step: Step, units: Collection[str]) -> bool:
    kind, unit, approximate, zero = sign
    if unit is None:
        return kind in step.kinds or ("0" in step.kinds and kind == "zero")
    if unit not in units or approximate:
        return False
    return "N" in step.kinds or ("0" in step.kinds and zero)


def _is_meant(match: _Match, clause: Sequence[Word], wanted: Declared, said: Said) -> bool:
    """Whether all that stands round a saying lets it be understood as declared."""
    number = wanted.numbers[match.saying.address]
    first, last = clause[match.first], clause[match.end - 1]
    before = [word.kind for word in clause[: match.first]]
    strange = set(before) - number.front - ({"?"} if first.summed else set())
    led = said.lead in _LEADS and said.lead not in number.front
    barred = (number.never_after | {"wish"}) & said.kinds.union(before)
    if strange or led or barred or not (first.now and last.now) or not _ends_well(match, clause, wanted):
        return False
    noun = next((kind for kind in reversed(before) if kind in wanted.nouns), said.noun)
    at_home = said.section in number.home or said.topic in number.home
    near = not number.near or at_home or not said.near.isdisjoint(number.near)
    if match.saying.whole:
        return near or match.saying.nil or noun in number.after
    return near and (not number.after or (at_home if noun is None else noun in number.after))


def _ends_well(match: _Match, clause: Sequence[Word], wanted: Declared) -> bool:
    """Whether what follows leaves the saying as it is: after 未收到申请 at most other nouns, after 办结3件 none."""
    beyond = [word.kind for word in clause[match.end :]]
    if match.quantity is None:
        return not beyond or (beyond[0] == "join" and _TAIL.union(wanted.nouns).issuperset(beyond))
    return match.saying.whole or not beyond or beyond[0] not in _OBJECTS.union(wanted.nouns)


def _chosen(found: Sequence[_Match]) -> Iterator[_Match]:
    """The longest matches: a quantity is one number (zero may be several), an address is read once a clause's
    stretch."""
    kept: list[_Match] = []
    for one in sorted(found, key=lambda match: (match.first - match.end, not match.saying.nil)):
        if not any(_excludes(other, one) for other in kept):
            kept.append(one)
            yield one


def _excludes(kept: _Match, one: _Match) -> bool:
    if kept.saying.address == one.saying.address:
        return kept.first < one.end and one.first < kept.end
    both_nil = kept.saying.nil and one.saying.nil
    return not both_nil and kept.quantity is not None and kept.quantity == one.quantity


def _place(match: _Match, clause: Sequence[Word]) -> tuple[str, int, int, bool]:
    """Address and place of a fact, and whether a quantity stands there."""
    if match.quantity is None:
        return match.saying.address, clause[match.first].start, clause[match.end - 1].end, False
    word = clause[match.quantity]
    return match.saying.address, word.start, word.end, True
