"""Totals that a text breaks down into parts: 共14条，其中甲2条，乙3条……；14条（甲2条，乙12条）；14条：甲2条……"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from linter.language.late import late
from linter.language.quantities import Quantity, quantities

_BRACKETS = {"（": 1, "(": 1, "“": 1, "《": 1, "）": -1, ")": -1, "”": -1, "》": -1}
_BRACKET = late(f"[{''.join(_BRACKETS)}]")
_STOPS = "，,、；;。：:！？"
_GAP = late(r"[^，,；;。：:（(）)]{0,12}[，,：:；;]?[ \u3000]*[（(]?")
_COLON = late(r"[^，,；;。：:（()）]{0,8}[：:]")
_END = late(rf"[^{_STOPS}（(]{{0,12}}(?:[。；;！？）)]|$)")
_BETWEEN = late(r"[，,：: \u3000为有是]{0,3}")
_CHANGE = late(r"[比较同增减升降超][^，。；]{0,8}$")
_COMMA = late("[，,；;：:。]")
_COMMA_OR_PAUSE = late("[，,、；;：:。]")
SUGGESTED, SAID = 1, 2
"""How sure a text is to name all parts."""
_MOST_PARTS = 40
_NEAR = 20  # numbers that a sentence before may hold
_DEEPEST = 2  # brackets within brackets
_BEHIND = 4  # characters behind the last part in which a 等 still belongs to the list


@dataclass(frozen=True, slots=True)
class Opener:
    """Words that open a breakdown, from `start` up to `end`; `sure`: how far the list behind them is meant to
    be whole (0, SUGGESTED or SAID)."""

    start: int
    end: int
    sure: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with the parts that follow it, all of one unit. `labels` are the words before each part, `text`
    the whole stretch from the total to a little behind the last part. `marks`: what sets each part off from the one
    before it (、 ， ；), for the first what stands before it. `tidy`: nothing but labels between the parts, and the
    list ends with its sentence, bracket or ；. `last`: nothing else of the unit is counted behind the list.
    `mixed`: the list goes on behind ； though some of its parts are parted by commas. `at_least`: a part says 余."""

    total: Quantity
    parts: tuple[Quantity, ...]
    labels: tuple[str, ...]
    text: str
    sure: int
    marks: tuple[str, ...]
    tidy: bool
    last: bool = False
    mixed: bool = False
    at_least: bool = False


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
    starts = [one.span.start for one in counted]
    for opener, level, limit in _lists(text, words, counted, depths, since):
        end = _end(depths, opener.end, level, limit)
        numbers = counted[bisect_left(starts, opener.end) : bisect_left(starts, end)]
        parts = [one for one in numbers if depths[one.span.start] == level]
        if not 2 <= len(parts) <= _MOST_PARTS:
            continue
        total = _total(
            text, opener, counted[: bisect_left(starts, opener.start)][-_NEAR:], parts[0].unit, since
        )
        if total:
            rows = _between(text, opener.end, parts, depths)
            kept = _same_list(parts, rows, total.unit, strangers)
            followed = end == limit < len(text) and kept == len(parts)
            if not followed and _is_exact(text, total, parts, kept):
                one = _breakdown(text, opener, total, parts[:kept], rows[:kept], since)
                yield replace(one, last=kept == len(parts))
            if 1 < kept < len(parts) and _goes_on(text, total, parts, rows, kept, strangers):
                yield replace(_breakdown(text, opener, total, parts, rows, since), mixed=True)


def _lists(
    text: str, words: Mapping[str, int], counted: Sequence[Quantity], depths: Sequence[int], since: int
) -> Iterator[tuple[Opener, int, int]]:
    """Every opener with the depth of its list and the place where the next list of that depth is opened."""
    limits: dict[int, int] = {}
    found = []
    for opener in reversed(_openers(text, words, counted)):
        level = depths[opener.end]
        if opener.start >= since and level <= _DEEPEST:
            found.append((opener, level, limits.get(level, len(text))))
            limits[level] = opener.start
    return reversed(found)


def _depths(text: str) -> list[int]:
    """How many brackets and quotes each character of `text`, and its end, stands in; the brackets themselves
    stand outside."""
    depths: list[int] = []
    depth = 0
    for match in _BRACKET.finditer(text):
        depths += [depth] * (match.start() - len(depths))
        step = _BRACKETS[match[0]]
        depth = max(0, depth + min(step, 0))
        depths.append(depth)
        depth += max(step, 0)
    return [*depths, *[depth] * (len(text) - len(depths)), 0]


def _openers(text: str, words: Mapping[str, int], counted: Sequence[Quantity]) -> list[Opener]:
    """The opening words in order, those that follow one another made one. A colon or a bracket opens right
    behind a total."""
    found = []
    for word, sure in words.items():
        at = text.find(word)
        while at >= 0:
            found.append(Opener(at, at + len(word), sure))
            at = text.find(word, at + len(word))
    for one in counted:
        if colon := _COLON.match(text, one.span.end):
            found.append(Opener(colon.end() - 1, colon.end(), SUGGESTED))
        if text.startswith(("（", "("), one.span.end):
            found.append(Opener(one.span.end, one.span.end + 1, 0))
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


def _total(text: str, opener: Opener, before: Sequence[Quantity], unit: str, since: int) -> Quantity | None:
    """What is broken down: of the numbers `before` the one right in front of the opening words; for words that
    begin a sentence, the only number of that unit in the sentence before."""
    if since and not text[since : opener.start].strip(" \u3000"):
        same = [one for one in before if one.unit == unit and not _is_change(text, one.span.start)]
        return same[0] if len(same) == 1 else None
    near = before[-1] if before else None
    fits = near and near.span.end >= since and _GAP.fullmatch(text, near.span.end, opener.start)
    return near if fits else None


def _is_change(text: str, start: int) -> bool:
    """Whether the number at `start` says by how much something rose or fell."""
    return bool(_CHANGE.search(text[max(0, start - 12) : start]))


def _goes_on(
    text: str,
    total: Quantity,
    parts: Sequence[Quantity],
    rows: Sequence[str],
    kept: int,
    strangers: Sequence[str],
) -> bool:
    """Whether a list that ；  ends before the total is reached goes on behind it, in the same unit to the end."""
    whole = _same_list(parts, rows, total.unit, strangers, mixed=True) == len(parts)
    return (
        whole
        and _is_exact(text, total, parts, len(parts))
        and sum(one.value for one in parts[:kept]) < total.value
    )


def _is_exact(text: str, total: Quantity, parts: Sequence[Quantity], kept: int) -> bool:
    """Whether the first `kept` parts are a list, exact in all its numbers or at least as great as they say (余), that
    does not go on behind a part of another unit."""
    if kept < 2 or total.approximate:
        return False
    if any(one.approximate and not _is_least(text, one) for one in parts[:kept]):
        return False
    rest = parts[kept:]
    return not rest or rest[0].unit == total.unit or all(one.unit != total.unit for one in rest)


def _is_least(text: str, one: Quantity) -> bool:
    """Whether a number is approximate in that there may be more: 600余条."""
    return "余" in text[one.number.end : one.span.end] and text[one.span.start - 1] not in "近约"


def _breakdown(
    text: str, opener: Opener, total: Quantity, parts: Sequence[Quantity], rows: Sequence[str], since: int
) -> Breakdown:
    end = parts[-1].span.end
    pieces = [_COMMA.split(row) for row in rows]
    said = [piece for n, row in enumerate(pieces) for piece in row[min(n, 1) : -1]]
    return Breakdown(
        total=total,
        parts=tuple(parts),
        labels=tuple(row[-1] for row in pieces),
        text=text[max(total.span.end, since) : end + _BEHIND],
        sure=opener.sure,
        marks=tuple(_mark(row) for row in rows),
        at_least=any(one.approximate for one in parts),
        tidy=bool(_END.match(text, end)) and all(_is_aside(piece) for piece in said),
    )


def _mark(row: str) -> str:
    """The first stop in what stands before a part."""
    found = _COMMA_OR_PAUSE.search(row)
    return found[0] if found else ""


def _between(text: str, start: int, parts: Sequence[Quantity], depths: Sequence[int]) -> tuple[str, ...]:
    """What stands before each part, brackets left out. Up to the first comma it belongs to the part before,
    behind the last it is the part's label."""
    starts = (start, *(one.span.end for one in parts))
    level = depths[start]
    return tuple(
        "".join(text[n] for n in range(begin, one.span.start) if depths[n] == level)
        for begin, one in zip(starts, parts, strict=False)
    )


def _same_list(
    parts: Sequence[Quantity],
    rows: Sequence[str],
    unit: str,
    strangers: Sequence[str],
    *,
    mixed: bool = False,
) -> int:
    """How many parts, from the first, are of the unit and (unless `mixed`) set off from one another in the same way."""
    marks = ["；" in row or ";" in row for row in rows]
    for n, (part, row) in enumerate(zip(parts, rows, strict=True)):
        ended = not mixed and n > 1 and marks[n] and not marks[1]
        if ended or part.unit != unit or row.rstrip().endswith(tuple(strangers)):
            return n
    return len(parts)


def _is_aside(piece: str) -> bool:
    """Whether a piece between two parts takes nothing from the list: empty, a share, 按渠道分."""
    piece = piece.strip(_STOPS + " \u3000")
    return not piece or "%" in piece or "％" in piece or piece.startswith(("按", "从"))
