"""What this year's report and last year's have in common: words for the year before, numbers said in the same words."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from linter.language.quantities import Quantity, quantities
from linter.model.finding import NotAssessed, Words
from linter.model.report import Report, Sentence

NO_PREVIOUS = NotAssessed(Words("没有上年报告", "there is no report of last year"))

_COMPARING = ("比", "较", "至", "从", "由")
_LAST_YEAR = ("上年", "去年", "上一年")
_SHORTEST = 4  # characters
_FARTHEST = 40  # characters of a clause before its number


Place = tuple[str | None, str | None]
"""Section and topic."""
Key = tuple[str, str, Place]


class Led(NamedTuple):
    """A quantity and the words of its clause before it, without years and the like: 主动公开政府信息 + 36条; and
    the section and topic that it stands in. `last`: the words say that it is last year's."""

    lead: str
    quantity: Quantity
    place: Place
    last: bool = False

    @property
    def key(self) -> Key:
        """What a quantity of last year's report must have in common with it."""
        return self.lead, self.quantity.unit, self.place


class _Patterns(NamedTuple):
    figure: re.Pattern[str]
    year: re.Pattern[str]
    named: re.Pattern[str]
    clause: re.Pattern[str]
    fillers: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Compiled when first needed: few runs have a report of last year."""
    stops = r"，。；：:;！？!?、（）()“”\n"
    return _Patterns(
        re.compile("[0-9０-９]"),
        re.compile(r"20\d{2}年度?|[本今当上去明]年度?|[上下]一年度?|[\s\u3000]+"),
        re.compile(r"(20\d{2})年"),
        re.compile(rf"[{stops}][^{stops}]*$"),
        re.compile(r"(?:共计|合计|累计|总计|一共|共|达|了|为|是)+$|全年"),
    )


def undated(text: str) -> str:
    """The text without its years and white space, so that what is copied is the same."""
    return _patterns().year.sub("", text)


def led(report: Report) -> tuple[Led, ...]:
    """The exact quantities of the running text (in figures) that some words lead up to, of the report's own year and
    of the one before; not those of comparisons."""
    return _led(report.document.text, report.sentences, report.title.year)


@lru_cache(maxsize=4)
def _led(text: str, sentences: tuple[Sentence, ...], year: int | None) -> tuple[Led, ...]:
    """Several rules ask for those of the same two reports."""
    found = []
    for sentence in sentences:
        words = text[sentence.span.start : sentence.span.end]
        for one in quantities(words, sentence.span.start) if _patterns().figure.search(words) else ():
            before = text[max(sentence.span.start, one.span.start - _FARTHEST) : one.span.start]
            clause = _patterns().clause.search(before)
            own_words = before[clause.start() + 1 :] if clause else before
            lead, last = _lead(own_words), _is_last(own_words, year)
            if lead and last is not None and not one.approximate:
                found.append(Led(lead, one, (sentence.section, sentence.topic), last))
    return tuple(found)


def in_both(report: Report, previous: Report) -> tuple[tuple[Led, Quantity], ...]:
    """The quantities that this report states, of its own year or as last year's (`last`), and last year's report of
    its own year: in the same words, at the same place, and once only."""
    before = _once(previous, last=False)
    return tuple(
        (one, before[key].quantity)
        for last in (False, True)
        for key, one in _once(report, last=last).items()
        if key in before
    )


def _once(report: Report, *, last: bool) -> Mapping[Key, Led]:
    """The quantities that stand behind their words once only."""
    found: dict[Key, list[Led]] = {}
    for one in led(report):
        if one.last == last:
            found.setdefault(one.key, []).append(one)
    return {key: some[0] for key, some in found.items() if len(some) == 1}


def _is_last(words: str, year: int | None) -> bool | None:
    """Whether the words name the year before; None for another year, or for both."""
    said = {int(one) for one in _patterns().named.findall(words)}
    last = any(one in words for one in _LAST_YEAR)
    if not said:
        return last
    if year is None or last:
        return None
    return False if said == {year} else True if said == {year - 1} else None


def _lead(words: str) -> str:
    """The words of a clause; empty if they are too few, or those of a comparison."""
    plain = _patterns().fillers.sub("", undated(words))
    if len(plain) < _SHORTEST or any(one in words for one in _COMPARING):
        return ""
    return plain
