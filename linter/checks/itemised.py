"""A total that its parts contradict: 共14条，其中甲2条，乙3条……"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate

import msgspec

from linter.language.breakdowns import SAID, SUGGESTED, Breakdown, breakdowns
from linter.language.late import late
from linter.language.matching import any_of
from linter.language.quantities import quantities
from linter.language.sifted import Sieve, sieve
from linter.model.document import Span
from linter.model.finding import Confidence, Hit, Note, Words
from linter.model.report import Report

_PERSONS = frozenset("人名")
_MANY = 5
_FEWEST = 3  # numbers: a total and two parts; and parts of which a list must have so many
_MOST_ITEMS = 20
_SHORT = 3  # characters of a label that names no matter of its own: 张贴
_MARKED = late(
    r"[^，,。；;：:（(]{0,14}[：:，][ \u3000]?(?:一[是要、]|第一|首先|其一|一方面|[（(][一1][）)]|1[.、．]|①)"
)
"""Behind a number of things that the marked list names one by one: 要点有四个：一是…"""
_EXPLAINED = late(r"（[^（）()\d除含]{1,80}）")
"""What a part consists of, without a number: 民生信息70条（养老、救助等）. It takes nothing from the list."""
_SIGNS = tuple("：:（(")
"""What a sentence with a breakdown has, if no word that opens one."""


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that open a breakdown: `complete` ones say that nothing is left out, `closed` ones suggest it, `open`
    ones do not say. A list with one of `spoilers` in it (`harmless` words excepted) is not added up; it ends
    before a part that `strangers` lead up to. `channels` and `fields` are two ways of dividing: a list with
    labels of both may count a thing twice."""

    complete: tuple[str, ...]
    closed: tuple[str, ...]
    open: tuple[str, ...]
    spoilers: tuple[str, ...]
    harmless: tuple[str, ...]
    strangers: tuple[str, ...]
    channels: tuple[str, ...]
    fields: tuple[str, ...]


def sought(options: Options) -> tuple[str, ...]:
    """The words that sentences are looked at for."""
    return tuple(_openers(options.open, options.closed, options.complete))


def check(report: Report, options: Options) -> Iterator[Hit]:
    """Point at every total that its parts exceed, and at those that a list of all parts falls short of."""
    words = _openers(options.open, options.closed, options.complete)
    may_break_down = _sieve(tuple(words))
    whole, sentences = report.document.text, report.sentences
    texts = [whole[start:end] for (start, end), _, _ in sentences]
    looked_at = may_break_down(texts)
    if not looked_at:
        return
    for number, text in enumerate(texts):
        if text not in looked_at or any(
            bad.overlaps(sentences[number].span) for bad in report.document.damaged
        ):
            continue
        (start, end), since = sentences[number].span, 0
        before = sentences[number - 1] if number else None
        if before and _refers_back(text, tuple(words)) and "\n" not in whole[before.span.end : start]:
            start, since = before.span.start, start - before.span.start
        numbers = len(quantities(text)) + (len(quantities(report[before.span])) if since and before else 0)
        if numbers < _FEWEST:
            continue
        for one in breakdowns(whole[start:end], words, options.strangers, since):
            confidence = _contradicts(one, options)
            if confidence:
                yield _hit(one, start, confidence)


@lru_cache(maxsize=8)
def _openers(
    possible: tuple[str, ...], closed: tuple[str, ...], complete: tuple[str, ...]
) -> Mapping[str, int]:
    sure = ((possible, 0), (closed, SUGGESTED), (complete, SAID))
    return {word: how for words, how in sure for word in words}


@lru_cache(maxsize=8)
def _sieve(words: tuple[str, ...]) -> Sieve:
    """Lets through the sentences in which a total may be broken down: one that refers to the sentence before may
    have its numbers there."""
    opens = any_of((*words, *_SIGNS)).search
    return sieve(lambda text: opens(text) and (len(quantities(text)) >= _FEWEST or _refers_back(text, words)))


def _refers_back(text: str, words: tuple[str, ...]) -> bool:
    return text.lstrip(" \u3000").startswith(words)


def _contradicts(one: Breakdown, options: Options) -> Confidence | None:
    """How certain it is that the parts do not make the total; None where they do, or may."""
    total, together = one.total.value, sum((part.value for part in one.parts), Decimal(0))
    if together == total:
        return None
    text = _EXPLAINED.sub("", one.text)
    for word in options.harmless:
        text = text.replace(word, "")
    if any(word in text for word in options.spoilers) or _is_explained(one, options):
        return None
    if total <= _MOST_ITEMS and _MARKED.match(one.text):
        return None
    if one.mixed:
        return "likely" if _is_one_list(one, options) and abs(together - total) * 20 <= total else None
    if one.at_least and (together < total or len(one.parts) < _FEWEST or not total % 10):
        return None  # a total of round figures may be as rough as its parts
    if together > total:
        doubtful = one.sure < SAID and (one.total.unit in _PERSONS or _is_mixed(one, options))
        return None if doubtful else "certain" if one.sure == SAID else "likely"
    if one.sure == SAID:
        return "certain"
    return "likely" if _is_near(one, together) else None


def _is_near(one: Breakdown, together: Decimal) -> bool:
    """Whether a list comes so near the total that it must be meant to be whole: all but a tenth or two; of five parts
    and more 60 %, if it does not begin with 其中 or names even what there is none of."""
    total, parts, empty = one.total.value, len(one.parts), any(not part.value for part in one.parts)
    if parts < 3 or not (one.tidy or (empty and one.last)):
        return False
    if parts >= _MANY and (one.sure or empty):
        return together * 10 >= total * 6
    return total - together <= max(Decimal(2), total / 10)


def _is_one_list(one: Breakdown, options: Options) -> bool:
    """Whether what stands behind each ； of a mixed list is one more channel (公众号64条；报纸155条), and no other
    matter."""
    behind = [label for label, mark in zip(one.labels, one.marks, strict=True) if mark in ("；", ";")]
    return (
        one.tidy
        and len(behind) > 1
        and all(len(label) <= _SHORT or any(word in label for word in options.channels) for label in behind)
    )


def _is_explained(one: Breakdown, options: Options) -> bool:
    """Whether some reading makes the parts fit: all of them, the first few (then another way of dividing or
    another matter begins), the total several times over, a part that is the whole, one that the next divide."""
    total, values = one.total.value, [part.value for part in one.parts]
    sums = list(accumulate(values, initial=Decimal(0)))
    together = sums[-1]
    if (total and not together % total) or total in values or total in sums[2:-2]:
        return True
    if sums[-2] == total and (_is_set_off(one) or not _is_alike(one, options)):
        return True
    return any(
        sums[last] - sums[first + 1] == values[first] and together - values[first] == total
        for first in range(len(values))
        for last in range(first + 3, len(values) + 1)
    )


def _is_set_off(one: Breakdown) -> bool:
    """Whether the last part alone stands behind another mark: 动态192条、公告8条，财政81条."""
    return len(one.marks) > 2 and one.marks[-1] not in one.marks[1:-1]


def _is_alike(one: Breakdown, options: Options) -> bool:
    """Whether the last label is of the kind of all others."""
    return any(
        all(any(word in label for word in words) for label in one.labels)
        for words in (options.channels, options.fields)
    )


def _is_mixed(one: Breakdown, options: Options) -> bool:
    """Whether some labels name channels and others fields."""
    channels = [any(word in label for word in options.channels) for label in one.labels]
    fields = [any(word in label for word in options.fields) for label in one.labels]
    only_fields = [field and not channel for field, channel in zip(fields, channels, strict=True)]
    return any(channels) and any(only_fields)


def _hit(one: Breakdown, start: int, confidence: Confidence) -> Hit:
    together = sum((part.value for part in one.parts), Decimal(0))
    unit = one.total.unit
    notes = tuple(
        Note(Words(f"分项：{part.value:f}{unit}", f"part: {part.value:f}{unit}"), _at(part.span, start))
        for part in one.parts
    )
    values = {
        "stated": f"{one.total.value:f}{unit}",
        "sum": f"{together:f}{unit}",
        "addends": " + ".join(f"{part.value:f}" for part in one.parts),
        "difference": f"{abs(together - one.total.value):f}",
    }
    return Hit(_at(one.total.span, start), values, notes, confidence=confidence)


def _at(span: Span, start: int) -> Span:
    return Span(span.start + start, span.end + start)
