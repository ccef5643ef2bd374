"""Totals that a text breaks down into parts: 共14条，其中甲2条，乙3条……；14条（甲2条，乙12条）；14条：甲2条……"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from linter.language.quantities import Quantity, quantities

_BRACKETS = {"（": 1, "(": 1, "“": 1, "《": 1, "）": -1, ")": -1, "”": -1, "》": -1}
_STOPS = "，,、；;。：:！？"
_GAP = re.compile(r"[^，,；;。：:（(）)]{0,12}[，,：:；;]?[ \u3000]*[（(]?")
_COLON = re.compile(r"[^，,；;。：:（()）]{0,8}[：:]")
_END = re.compile(rf"[^{_STOPS}（(]{{0,12}}(?:[。；;！？）)]|$)")
_BETWEEN = re.compile(r"[，,：: \u3000为有是]{0,3}")
_CHANGE = re.compile(r"[比较同增减升降超][^，。；]{0,8}$")
_MOST_PARTS = 40


@dataclass(frozen=True, slots=True)
class Opener:
    """Words that open a breakdown, from `start` up to `end`; `sure`: how far the list behind them is meant to
    be whole (0 not said, 1 suggested, 2 said)."""

    start: int
    end: int
    sure: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with the parts that follow it, all of one unit. `labels` are the words before each part, `text`
    the whole stretch from the total to a little behind the last part. `tidy`: nothing but labels between the
    parts, and the list ends with its sentence, bracket or ；."""

    total: Quantity
    parts: tuple[Quantity, ...]
    labels: tuple[str, ...]
    text: str
    sure: int
    tidy: bool


def breakdowns(
    text: str, words: Mapping[str, int], strangers: Sequence[str], since: int = 0
) -> Iterator[Breakdown]:
    """The breakdowns that `words` (with how sure they are) open from offset `since` on; what stands before is
    the sentence that an opening word at `since` may refer to. A list ends before a part that one of
    `strangers` leads up to (累计, 共), or that counts in another unit."""
    counted = [one for one in quantities(text) if one.unit != "%"]
    if len(counted) < 3:
        return
    depths = _depths(text)
    openers = [one for one in _openers(text, words, counted) if one.start >= since]
    for place, opener in enumerate(openers):
        level = depths[opener.start]
        beyond = next((one.start for one in openers[place + 1 :] if depths[one.start] == level), None)
        end = _end(depths, opener.end, level, len(text) if beyond is None else beyond)
        parts = [
            one for one in counted if opener.end <= one.span.start < end and depths[one.span.start] == level
        ]
        total = _total(text, opener, counted, parts, since)
        if total and end != beyond and len(parts) <= _MOST_PARTS:
            found = _breakdown(text, opener, total, parts, strangers, depths, end)
            if found:
                yield found


def _depths(text: str) -> list[int]:
    """How many brackets and quotes each character stands in; the brackets themselves stand outside."""
    depths, depth = [], 0
    for char in text:
        step = _BRACKETS.get(char, 0)
        depth = max(0, depth + min(step, 0))
        depths.append(depth)
        depth += max(step, 0)
    return depths


def _openers(text: str, words: Mapping[str, int], counted: Sequence[Quantity]) -> list[Opener]:
    """The opening words in order, those that follow one another made one; a colon opens right behind a total."""
    found = []
    for word, sure in words.items():
        at = text.find(word)
        while at >= 0:
            found.append(Opener(at, at + len(word), sure))
            at = text.find(word, at + len(word))
    for one in counted:
        if colon := _COLON.match(text, one.span.end):
            found.append(Opener(colon.end() - 1, colon.end(), 1))
    merged: list[Opener] = []
    for opener in sorted(found, key=lambda one: (one.start, -one.end)):
        last = merged[-1] if merged else None
        if last and (opener.start < last.end or _BETWEEN.fullmatch(text, last.end, opener.start)):
            merged[-1] = Opener(last.start, max(last.end, opener.end), max(last.sure, opener.sure))
        else:
            merged.append(opener)
    return merged


def _end(depths: Sequence[int], start: int, level: int, limit: int) -> int:
    """Where the bracket closes that the list stands in, or `limit`."""
    return next((at for at in range(start, limit) if depths[at] < level), limit)


def _total(
    text: str, opener: Opener, counted: Sequence[Quantity], parts: Sequence[Quantity], since: int
) -> Quantity | None:
    """What is broken down: the number right before the opening words; for words that begin a sentence, the only
    number of that unit in the sentence before."""
    before = [one for one in counted if one.span.end <= opener.start]
    if not before or not parts:
        return None
    if since and not text[since : opener.start].strip(" \u3000"):
        same = [
            one for one in before if one.unit == parts[0].unit and not _CHANGE.search(text[:since], 0, one.span.start)
        ]
        return same[0] if len(same) == 1 else None
    near = before[-1]
    return near if near.span.end >= since and _GAP.fullmatch(text, near.span.end, opener.start) else None


def _breakdown(
    text: str,
    opener: Opener,
    total: Quantity,
    parts: Sequence[Quantity],
    strangers: Sequence[str],
    depths: Sequence[int],
    end: int,
) -> Breakdown | None:
    """The list as far as it goes on in one way; None where a part of the same unit stands behind its end, or a
    number in it is not exact."""
    kept: list[Quantity] = []
    labels: list[str] = []
    tidy, at, semicolons = True, opener.end, False
    for part in parts:
        between = "".join(text[n] for n in range(at, part.span.start) if depths[n] == depths[opener.start])
        middle, label = _split(between)
        if len(kept) == 1:
            semicolons = "；" in between or ";" in between
        ended = len(kept) > 1 and not semicolons and ("；" in between or ";" in between)
        if ended or part.unit != total.unit or label.endswith(tuple(strangers)):
            break
        kept.append(part)
        labels.append(label)
        tidy = tidy and not middle
        at = part.span.end
    rest = parts[len(kept) :]
    if any(one.unit == total.unit for one in rest) and not _ends_with_stop(text, at):
        return None
    if len(kept) < 2 or any(one.approximate for one in (total, *kept)):
        return None
    whole = tidy and bool(_END.match(text, at))
    return Breakdown(total, tuple(kept), tuple(labels), text[total.span.end : at + 4], opener.sure, whole)
