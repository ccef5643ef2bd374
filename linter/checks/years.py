"""Sayings that the year of the report makes wrong: another year's work, words of the day, superseded law."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from linter.language import expressions
from linter.language.anchors import holding, number_at
from linter.language.expressions import compiled
from linter.language.late import late
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Confidence, Hit, NotAssessed, Severity, Words
from linter.model.report import Report, Sentence, Title

Role = Literal["any", "own", "other", "previous", "not-later", "earlier", "not-previous", "not-next"]

_YEAR = late(r"20\d\d(?=[ \u3000]?年)")
_ITSELF = late(r"[我本](?:[乡镇县区市旗州局委办院会站所]|街道|单位|机关|部门|级)|全[乡镇县区市旗州]")
_BODIES = late(r"(?:人民政府|政府|街道办事处|办事处|街道办)$")


class Saying(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`find`: a regular expression. Its group `year` is the year it speaks of, `who` (if it has one) whom it
    speaks of, which must be the report's own unit; `point` (if it has one) is what to point at.
    `wrong`: where the year is the report's own, any other, the one before, not a later one, one earlier than the
    one before, any but the one before, any but the next; `any`: whatever it is. `since`: the first report year in which it is wrong. `alone`: not beside another role of a year, nor
    where the paragraph speaks of the report's own year.
    `having`: words one of which stands in the sentence; `unless`: expressions for what, anywhere in the
    sentence, makes it right. `sections`: kinds of sections (`lead` too), empty = all.
    `quoted`: look also inside 《》 “”. `zh`, `en`: what is wrong and what to do, for the message; {year} in them is
    the report's own year."""

    find: str
    zh: str
    en: str
    wrong: Role = "any"
    since: int = 0
    alone: bool = False
    having: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    quoted: bool = False
    severity: Severity | None = None
    confidence: Confidence | None = None


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`sayings`: of several that find the same, the first counts. `roles`: expressions for other roles of a year
    (comparison, budget, event); beside one of these in the sentence no saying counts that must stand alone.
    `now`: words that speak of the report's own year without naming it."""

    sayings: tuple[Saying, ...]
    roles: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


def objection(options: Options) -> tuple[str, Words] | None:
    """The expression that cannot be used, and why."""
    for expression in options.roles:
        if reason := expressions.objection(expression):
            return "roles", reason
    for one in options.sayings:
        for expression in (one.find, *one.unless):
            if reason := expressions.objection(expression):
                return "sayings", reason
        if one.wrong != "any" and "year" not in compiled(one.find).groupindex:
            return "sayings", Words("find 里要有叫 year 的组", "find needs a group called year")
    return None


def anchors(options: Options) -> tuple[str, ...] | None:
    """The words of all sayings; None where one of them has no words of its own."""
    if not all(one.having for one in options.sayings):
        return None
    return tuple(dict.fromkeys(word for one in options.sayings for word in one.having))


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each saying that is wrong in a report of that year."""
    own = report.title.year
    known = [one for one in options.sayings if own is not None or not (one.since or one.wrong != "any")]
    if not known:
        yield NotAssessed(Words("标题里看不出是哪一年的报告", "the title does not say of which year it is"))
        return
    years = [(match.start(), int(match[0])) for match in _YEAR.finditer(report.document.text)]
    timeless = all(one.wrong == "any" for one in known)
    dated = [] if timeless else [(number_at(report.sentences, at), year) for at, year in years]
    found = [(span, n) for n, one in enumerate(known) for span in _found(report, one, dated, options.roles)]
    if not found:
        return
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    own_at = [at for at, year in years if year == own]
    now_at, done = _places(report.document.text, options.now), 0
    for span, number in sorted(found, key=lambda one: (one[0].start, one[1])):
        saying = known[number]
        if span.start >= done and not covered(damaged, *span):
            done = span.end
            if not (saying.alone and _speaks_of_now(report, span.start, own_at, now_at)):
                yield _hit(report, span, saying)


def _places(text: str, words: Sequence[str]) -> list[int]:
    """Where one of the words stands, in order."""
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + len(word))
    return sorted(found)


def _found(
    report: Report, saying: Saying, dated: Sequence[tuple[int | None, int]], roles: Sequence[str]
) -> Iterator[Span]:
    """Where the saying is wrong, as far as its sentence tells. `dated`: the years named, with the number of the
    sentence each stands in."""
    for sentence in _sentences(report, saying, dated):
        text = report[sentence.span]
        if not _has(text, saying.having):
            continue
        meant = [one for one in compiled(saying.find).finditer(text) if _is_meant(one, saying, report.title)]
        if not meant or any(compiled(one).search(text) for one in saying.unless):
            continue
        quotes = () if saying.quoted else quoted(text)
        if saying.alone and any(compiled(one).search(_without(text, quotes)) for one in roles):
            continue
        for match in meant:
            start, end = _pointed(match)
            if not covered(quotes, start, end):
                yield Span(sentence.span.start + start, sentence.span.start + end)


def _sentences(report: Report, saying: Saying, dated: Sequence[tuple[int | None, int]]) -> Sequence[Sentence]:
    """The sentences that it may stand in."""
    own = report.title.year
    if (own or 0) < saying.since:
        return ()
    if saying.wrong == "any":
        looked_at = holding(report, saying.having)
    else:
        wrong = {year for year in {year for _, year in dated} if _is_wrong(year, own, saying.wrong)}
        numbers = {number for number, year in dated if year in wrong and number is not None}
        looked_at = tuple([report.sentences[number] for number in sorted(numbers)])
    if not saying.sections:
        return looked_at
    return [one for one in looked_at if (one.section or "lead") in saying.sections]


def _has(text: str, words: Sequence[str]) -> bool:
    return not words or any(word in text for word in words)


def _without(text: str, quotes: Sequence[tuple[int, int]]) -> str:
    """The text without what it quotes."""
    ends = [0, *(end for _, end in quotes)]
    return "".join(text[end:start] for end, (start, _) in zip(ends, (*quotes, (len(text), 0)), strict=True))


def _pointed(match: re.Match[str]) -> tuple[int, int]:
    """The group `point`, else all that was found."""
    return match.span("point") if "point" in match.re.groupindex else match.span()


def _is_meant(match: re.Match[str], saying: Saying, title: Title) -> bool:
    groups = match.groupdict()
    if saying.wrong != "any" and not _is_wrong(int(groups["year"]), title.year, saying.wrong):
        return False
    who = groups.get("who")
    return who is None or _is_own(who, title)


def _is_own(who: str, title: Title) -> bool:
    """Whether the words begin with the report's own unit: 我乡, 云溪县柳泉乡人民政府."""
    for parent in title.parents:
        who = who.removeprefix(parent)
    return bool(_ITSELF.match(who)) or bool(title.unit and who.startswith(_BODIES.sub("", title.unit)))


def _is_wrong(year: int, own: int | None, wrong: Role) -> bool:
    match wrong:
        case "any":
            return True
        case "own":
            return year == own
        case "other":
            return own is not None and year != own
        case "previous":
            return own is not None and year == own - 1
        case "not-later":
            return own is not None and year <= own
        case "earlier":
            return own is not None and year < own - 1
        case "not-previous":
            return own is not None and year != own - 1
        case "not-next":
            return own is not None and year != own + 1


def _speaks_of_now(report: Report, offset: int, own_at: Sequence[int], now_at: Sequence[int]) -> bool:
    """Whether the paragraph names the report's year, or speaks of it in another sentence than that at `offset`."""
    blocks, number = report.document.blocks, number_at(report.sentences, offset)
    start, end = blocks[max(bisect_right(blocks, offset, key=lambda one: one.span.start) - 1, 0)].span
    inner = report.sentences[number].span if number is not None else Span(offset, offset)
    return (
        _count(own_at, start, end) > 0
        or _count(now_at, start, inner.start) > 0
        or _count(now_at, inner.end, end) > 0
    )


def _count(places: Sequence[int], start: int, end: int) -> int:
    """How many of `places` (in order) lie from `start` up to `end`."""
    return bisect_left(places, end) - bisect_left(places, start)


def _hit(report: Report, span: Span, saying: Saying) -> Hit:
    year = str(report.title.year or "20××")
    fault = Words(saying.zh.replace("{year}", year), saying.en.replace("{year}", year))
    values = {"found": report[span], "year": report.title.year or "", "fault": fault}
    copied = report.alike and report.alike.copied(span, "previous", "unit")
    return Hit(span, values, severity=saying.severity, confidence=None if copied else saying.confidence)
