"""What a report must state somewhere: a word on the matter and, where asked, its outcome beside it."""

from collections.abc import Iterator, Sequence

import msgspec

from linter.language.anchors import numbers_holding
from linter.language.late import late
from linter.language.matching import any_of
from linter.model.document import Span
from linter.model.finding import Confidence, Hit, NotAssessed, Words
from linter.model.report import Report

_STRETCH = late(r"[^；。！？;\n]+")
_WORD = late(r"\w")
_LABEL = 10
"""Characters that a stretch has at most which only names what the next speaks of: 3.责任追究。未发生。"""
_COUNTED = late(r"(?:\d|[一二三四五六七八九十两])\s?(?:[分名人起件例宗条份场期%％]|次(?!性)|个百分点)")


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`zh` `en`: what it is about. `words`: how a report speaks of it. `outcomes`: with one of these, one of the
    options' `nothing` or a counted number in the same stretch up to ；。 it is stated; where there are none, a
    word suffices. `plans`: longer words that contain an outcome and are none (获得感)."""

    zh: str
    en: str
    words: tuple[str, ...]
    outcomes: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`statements` must stand in the report's running text. `place`: kinds of sections and topics whose heading
    the hit stands on, the first that is there, else the title; `within`: the kind of section without which
    nothing is said, nor where it holds only sentences with one of the words `about`, which speak of the report itself.
    `nothing`: words that say that it did not happen. `levels`: of which bodies it is demanded (empty: all);
    `since`: from which report year."""

    statements: tuple[Statement, ...]
    place: tuple[str, ...]
    within: str | None = None
    about: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    since: int = 0


def sought(options: Options) -> tuple[str, ...]:
    """The words that sentences are looked at for."""
    return tuple(word for one in options.statements for word in one.words)


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """One hit for all that is not stated: what is never spoken of (`unspoken`), what lacks its outcome."""
    reason = _not_asked(report, options)
    if reason:
        yield NotAssessed(reason)
        return
    spoken = [(one, numbers) for one in options.statements if (numbers := numbers_holding(report, one.words))]
    unspoken = [one for one in options.statements if not any(one is other for other, _ in spoken)]
    open_ended = [
        one
        for one, numbers in spoken
        if one.outcomes and not _has_outcome(report, numbers, one, options.nothing)
    ]
    if not unspoken and not open_ended:
        return
    all_open = len(unspoken) + len(open_ended) == len(options.statements)
    confidence: Confidence | None = None if unspoken or all_open else "guess"
    yield Hit(_place(report, options), {"missing": _missing(unspoken, open_ended)}, confidence=confidence)


def _not_asked(report: Report, options: Options) -> Words | None:
    """Why this report need not state it, or why that cannot be told."""
    level, year = report.title.level, report.title.year
    if options.levels and level is None:
        return Words("标题里看不出是哪一级机关", "the title does not say whose report it is")
    if options.levels and level not in options.levels:
        return Words(f"{level}的报告不要求这一内容", f"a report of a {level} need not state it")
    if options.since and year is None and report.form is None:
        return Words("看不出是哪一年的报告", "the year of the report is unknown")
    if options.since and (year if year is not None else int(report.form or 0)) < options.since:
        return Words(f"{options.since}年以前的报告不要求这一内容", f"not demanded before {options.since}")
    if options.within and report.section(options.within) is None:
        return Words("应当写明这一内容的部分不在报告里", "the section that should state it is missing")
    if options.within and not _has_text(report, options):
        return Words("应当写明这一内容的部分没有正文", "the section that should state it has no text")
    return None


def _has_text(report: Report, options: Options) -> bool:
    """Whether anything stands under the heading where it belongs, and more in the section than its headings and
    words about the report itself."""
    place = next((one for kind in options.place if (one := report.section(kind))), None)
    if place is not None and not _WORD.search(report[place.body]):
        return False
    headings = {one.title for one in report.sections}
    texts = (
        report[one.span]
        for one in report.sentences
        if one.section == options.within and one.span not in headings
    )
    return any(not any(word in text for word in options.about) for text in texts)


def _has_outcome(
    report: Report, numbers: Sequence[int], statement: Statement, nothing: tuple[str, ...]
) -> bool:
    """Whether a stretch that speaks of it says how it came out, or the one after where it is but a label. It is
    spoken of in the sentences of those `numbers`."""
    speaks = any_of(statement.words).search
    says = any_of((*statement.outcomes, *nothing)).search
    for number in numbers:
        stretches = _STRETCH.findall(report[report.sentences[number].span])
        for place, text in enumerate(stretches):
            if not speaks(text):
                continue
            if len(text) <= _LABEL:
                behind = stretches[place + 1 : place + 2]
                text += behind[0] if behind else _first_behind(report, number)
            for plan in statement.plans:
                text = text.replace(plan, "")
            if _COUNTED.search(text) or says(text):
                return True
    return False


def _first_behind(report: Report, number: int) -> str:
    """The first stretch of the sentences behind that one."""
    for place in range(number + 1, len(report.sentences)):
        if found := _STRETCH.search(report[report.sentences[place].span]):
            return found[0]
    return ""


def _place(report: Report, options: Options) -> Span:
    found = (report.section(kind) for kind in options.place)
    return next((one.heading for one in found if one), report.title.span)


def _missing(unspoken: Sequence[Statement], open_ended: Sequence[Statement]) -> Words:
    """没有提到甲；乙、丙没有写明结果."""
    zh, en = [], []
    if unspoken:
        zh.append(f"没有提到{'、'.join(one.zh for one in unspoken)}")
        en.append(f"no word on {', '.join(one.en for one in unspoken)}")
    if open_ended:
        zh.append(f"{'、'.join(one.zh for one in open_ended)}没有写明结果")
        en.append(f"no outcome of {', '.join(one.en for one in open_ended)}")
    return Words("；".join(zh), "; ".join(en))
