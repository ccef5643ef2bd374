"""Section five: which problems it names, and what it says is done about them."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick

from linter.language.identity import Same
from linter.language.late import late
from linter.model.document import Span
from linter.model.finding import Confidence, Hit, NotAssessed, Note, Severity, Words
from linter.model.report import Report, Section

_CLAUSE = late(r"[^，。；：！？,;:!?\n]+")
_WORD = late(r"\w")
_FACT = late(
    r"[《“①]|[一二三四]是|问题[一二1]|(?<!\d)\d{1,3}(?!\d)|[一二三四五六七八九十两]{1,2}[个项条件次期]"
)
_LAW = late(r"《(?:中华人民共和国)?(?:政府信息公开)?条例》")
_FAULTS = {
    "denied": Words("只说没有问题", "only says that there are none"),
    "unsaid": Words("没有写存在什么问题", "names no problem"),
    "stock": Words("只说存在不足，没有写是什么问题", "says that there are shortcomings and not which"),
    "unmet": Words("只写了问题，没有写怎样改进", "names problems and nothing that is done about them"),
    "vague": Words("问题写得笼统，没有事项、栏目和数量", "is general: no matter, column or number"),
    "planned": Words("写的都是今后的打算，没有本年度已经改进的情况", "tells of plans, not of what was done"),
}


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`ask`: whether it says anything (`thin`), or tells only of plans (`plans`). `general`: words that announce
    problems; `faults`: words that say what is wrong; `signs`: what may hint at something wrong, but for the words
    `harmless`; `things`: what may be wrong; `remedies`: words for what is done, `earlier`: for what was done about
    problems of the year before; `future` and `done`: when; `denials`: words that deny that there are problems;
    `empty`: what may be said of any body's work. `most`: characters up to which naming problems is thin."""

    ask: Literal["thin", "plans"]
    general: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    most: int = 60


class _Holds(NamedTuple):
    """Whether a text holds one of the words that the option of the same name lists."""

    general: Callable[[str], bool]
    faults: Callable[[str], bool]
    signs: Callable[[str], bool]
    remedies: Callable[[str], bool]
    earlier: Callable[[str], bool]
    future: Callable[[str], bool]
    done: Callable[[str], bool]
    things: Callable[[str], bool]
    denials: Callable[[str], bool]
    empty: Callable[[str], bool]


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """At most one hit, on the section's heading, or on the sentence that is too general (a note, and a guess)."""
    section = report.section("problems")
    if section is None:
        yield NotAssessed(Words("没有这一部分", "the section is missing"))
        return
    spans = _told(report, section)
    if not any(_WORD.search(report[one]) for one in spans):
        yield NotAssessed(Words("这一部分没有正文", "the section has no text"))
        return
    if any(one.overlaps(section.span) for one in report.document.damaged):
        yield NotAssessed(Words("这一部分的文字在转换中受损", "a conversion has damaged the section"))
        return
    holds = _holds(Same(options))
    if options.ask == "plans":
        yield from _plans(report, section, spans, holds)
    else:
        yield from _thin(report, section, spans, options, holds)


def _told(report: Report, section: Section) -> Sequence[Span]:
    """The sentences of the section, lower headings included."""
    title = section.title
    return [span for span, kind, _ in report.sentences if kind == "problems" and span != title]


def _thin(
    report: Report, section: Section, spans: Sequence[Span], options: Options, holds: _Holds
) -> Iterator[Hit]:
    text = "\n".join(report[span] for span in spans)
    clauses = _CLAUSE.findall(text)
    faulty = holds.faults(text)
    if not faulty and not _FACT.search(_LAW.sub("", text)) and not _hints(text, options, holds):
        general = [one for one in clauses if holds.general(one)]
        if any(map(holds.denials, clauses)) and len(text) <= options.most:
            yield _hit(section.heading, "denied")
        elif not general:
            yield _hit(section.heading, "unsaid")
        elif not any(map(holds.things, general)):
            yield _hit(section.heading, "stock")
    elif not _answers(clauses, holds):
        yield _hit(section.heading, "unmet")
    elif faulty and _is_general(clauses, holds):
        yield from _vague(report, spans, options.most, holds)


def _answers(clauses: Sequence[str], holds: _Holds) -> bool:
    """Whether a clause tells what is done; before the first problem only what was done about earlier ones. Where no
    problem is recognised nothing can be told: yes."""
    named = False
    for one in clauses:
        fault = holds.faults(one)
        if not fault and (holds.remedies if named else holds.earlier)(one):
            return True
        named = named or fault or holds.general(one)
    return not named


def _is_general(clauses: Sequence[str], holds: _Holds) -> bool:
    """Whether all that is named may be said of any body."""
    return all(holds.empty(one) for one in clauses if holds.faults(one))


def _hints(text: str, options: Options, holds: _Holds) -> bool:
    """Whether anything in the text may tell of something wrong."""
    harmless = (*options.harmless, *options.denials, *options.general)
    plain = re.sub("|".join(map(re.escape, harmless)), "", text) if harmless else text
    return holds.signs(plain)


def _vague(report: Report, spans: Sequence[Span], most: int, holds: _Holds) -> Iterator[Hit]:
    """A note on the sentence that names all the problems, if it is short and tells no fact."""
    holding = [span for span in spans if holds.faults(report[span])]
    text = report[holding[0]]
    if len(holding) == 1 and len(_WORD.findall(text)) <= most and not _FACT.search(_LAW.sub("", text)):
        yield _hit(holding[0], "vague", "note", "guess")


def _plans(report: Report, section: Section, spans: Sequence[Span], holds: _Holds) -> Iterator[Hit]:
    """A hit where problems are named, something is announced for the future and nothing is told of the year."""
    texts = [report[span] for span in spans]
    if any(map(holds.done, texts)) or not any(map(holds.faults, texts)):
        return
    planned = [span for span, text in zip(spans, texts, strict=True) if holds.future(text)]
    if planned:
        note = Note(Words("这里说的是打算", "this is a plan"), planned[0])
        yield Hit(section.heading, {"fault": _FAULTS["planned"]}, (note,))


@lru_cache(maxsize=8)
def _holds(same: Same[Options]) -> _Holds:
    return _Holds(*(_finder(getattr(same.one, name)) for name in _Holds._fields))


def _finder(words: tuple[str, ...]) -> Callable[[str], bool]:
    """Tells whether a text holds one of the words."""
    if not words:
        return lambda _: False
    find = AhoCorasick(words).find_matches_as_indexes
    return lambda text: bool(find(text))


def _hit(
    span: Span, fault: str, severity: Severity | None = None, confidence: Confidence | None = None
) -> Hit:
    return Hit(span, {"fault": _FAULTS[fault]}, severity=severity, confidence=confidence)
