"""The number of items that a text announces (重点做好以下三项工作：), against those that follow."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from linter.language.marks import HAN, ordinal
from linter.language.ordinals import han, spellings
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Note, Severity, Words
from linter.model.report import Enumeration, Report

_LOOK_BACK = 60
_STOPS = "。；！？，,;!?"
_ENDS = "：:。，,；"
_BEFORE_A_MARK = "\n，。；：！？,;:!?、（( \u3000"
_LARGEST = 12
_FIRST = Words("列举从这里开始", "the list begins here")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`measures`: what may follow the number (项 个). `nouns`: what may be announced so (工作 方面); after one of
    `cues` (以下) anything may. `unless`: words before the number that point elsewhere (上述). `some`: words for an
    unsaid number of at least three (几); that two follow is only noted. `styles`: the lists that are looked at."""

    measures: tuple[str, ...]
    nouns: tuple[str, ...]
    cues: tuple[str, ...]
    styles: tuple[str, ...]
    unless: tuple[str, ...] = ()
    some: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on the number of each announcement right before a list of another number of items."""
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for one in report.lists:
        if len(one.items) < 2 or one.style not in options.styles or one.items[0].number != 1:
            continue
        found = _announced(report.document.text, one.items[0].mark.start, options)
        if found is None or covered(damaged, found.start(), one.items[-1].span.end):
            continue
        hit = _judged(report, one, found, options)
        if hit:
            yield hit


def _announced(text: str, mark: int, options: Options) -> re.Match[str] | None:
    """The announcement in the last clause before a list's first mark, if nothing but a stop stands between."""
    end = mark
    while end and text[end - 1] in "\n ":
        end -= 1
    if not end or text[end - 1] not in _ENDS:
        return None
    end -= 1
    start = end
    while start and end - start < _LOOK_BACK and text[start - 1] not in _STOPS + "\n":
        start -= 1
    clause = _pattern(options)
    return clause.search(text, start, end)


@lru_cache(maxsize=8)
def _pattern(options: Options) -> re.Pattern[str]:
    """A number with a measure and what is announced, up to the end of the clause."""
    def either(words: Sequence[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    number = rf"(?P<number>[{HAN}两]{{1,2}}|\d{{1,2}}|{either(options.some) or '(?!)'})"
    cue = rf"(?P<cue>{either(options.cues)})"
    noun = rf"(?P<noun>[^{_STOPS}：:“”《》\d]{{0,12}}(?:{either(options.nouns)})(?:的?[^{_STOPS}：:“”《》\d]{{0,6}})?|)"
    measures = either(options.measures)
    return re.compile(
        rf"(?:{cue}|(?<![第{HAN}两\d.几数多]))"
    )
