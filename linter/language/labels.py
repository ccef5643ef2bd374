"""Labels and numbers of the statutory tables as files really have them: folded, broken, edited, out of order."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from linter.language.forms import CAPTIONS, DISPUTE_HEADER, FORMS, REQUEST_GROUPS, REQUEST_HEADER, STUB, Row
from linter.language.kept import kept
from linter.language.late import late

_USUAL = {
    "\u3000": " ",
    **dict(zip("（）：；．！？", "():;.!?", strict=True)),
    **dict.fromkeys("，、,", "."),
    **dict.fromkeys("“”‘’'「」『』", '"'),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad*", ""),
}
_UNUSUAL = late(f"[{re.escape(''.join(_USUAL))}]")
_FOLDED = str.maketrans({**_USUAL, "|": "", " ": "", "\u3000": ""})
_MINUS = str.maketrans("−–", "--")
_NUMBER = late(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,6})?")
_CHANGE = late(r"(?:增加?|(?P<less>减少?))([0-9]{1,15})")
_AMOUNT = late(r"[0-9.]{1,15}[^0-9]{0,2}")
_ASIDE = late(r"\([^()]*\)")
ORDINAL = late(r"[一二三四]\.|\([一二三四五六七]\)|[0-9]\.")
_LONGEST = 80  # characters of a piece that may be a label; the longest label has 39

ODD_VALUE = late(r"[^。.;:!?()]{1,4}|[^0-9()]{0,2}[0-9][0-9.,]{0,14}[^0-9。.;:!?()]{0,2}")
"""What may stand in a cell though it is no number, folded: 两 3件 1O 约1204."""

DASHES = frozenset(("-", "--", "—", "——", "―", "─", "/", "\\", "-/-"))
"""What is written in a cell to say that there is nothing to write."""


def normal(text: str) -> str:
    """`text` for comparing with labels: NFKC, one kind of stop and of quote; white space stays."""
    for char in set(_UNUSUAL.findall(text)):  # quicker than to normalise and translate at once
        text = text.replace(char, _USUAL[char])
    return text if unicodedata.is_normalized("NFKC", text) else _compatible(text)


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(",", ".").replace("'", '"')


@kept(longest=_LONGEST, most=4096)
def fold(text: str) -> str:
    """`normal` without white space and bars."""
    plain = text.translate(_FOLDED)
    if not unicodedata.is_normalized("NFKC", plain):
        plain = _compatible(plain)
    return "".join(plain.split())


def number(text: str) -> Decimal | None:
    """The number that a cell's text is: full width and thousands marks allowed, 增3 and 减3 too."""
    return _number(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _number(text: str) -> Decimal | None:
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_MINUS)
    plain = plain.strip()
    if _NUMBER.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    change = _CHANGE.fullmatch(plain)
    return Decimal(change[2]) * (-1 if change["less"] else 1) if change else None


def _all_labels(table: str, others: Iterable[str]) -> str:
    labels = dict.fromkeys(others)
    for form in FORMS.values():
        for row in form[table]:
            labels.update(dict.fromkeys((row.label, *row.aliases, *(column.label for column in row.columns))))
    return "\n".join(fold(label) for label in labels)


LABELS = {
    "t2": _all_labels("t2", (*CAPTIONS, STUB, "单位:万元")),
    "t3": _all_labels("t3", (*REQUEST_HEADER, *REQUEST_GROUPS, "(单位:件)")),
    "t4": _all_labels("t4", (*DISPUTE_HEADER, "(单位:件)")),
}
"""All that is printed in each table, folded, one label a line."""
ALL_LABELS = "\n".join(LABELS.values())


def is_label(piece: str, labels: str = ALL_LABELS) -> bool:
    """Whether a folded piece consists of (parts of) labels and nothing else, hints in brackets aside."""
    return len(piece) <= _LONGEST and _is_label(piece, labels)


@lru_cache(maxsize=4096)
def _is_label(piece: str, labels: str) -> bool:
    return piece in labels or _covered(piece, labels) == len(piece) or _without_aside(piece, labels)


def resembles_label(piece: str, labels: str = ALL_LABELS) -> bool:
    """Whether three fifths of a folded piece, or more, are parts of labels and it is no sentence or amount."""
    return is_label(piece, labels) or (
        len(piece) <= _LONGEST
        and not _AMOUNT.fullmatch(piece)
        and not set("。;!?") & set(piece)
        and _covered(piece, labels) >= 0.6 * len(piece)
    )


def _without_aside(piece: str, labels: str) -> bool:
    rest = _ASIDE.sub("", piece)
    return len(rest) >= 2 and rest != piece and _covered(rest, labels) == len(rest)


def _covered(piece: str, labels: str) -> int:
    """How many characters stand in runs, two or longer, that are part of a label; a last one may be single."""
    at = covered = 0
    while at < len(piece):
        end = at + 2
        if piece[at:end] not in labels:
            at += 1
            continue
        while end < len(piece) and piece[at : end + 1] in labels:
            end += 1
        covered += min(end, len(piece)) - at
        at = end
    return covered


_REQUEST_BODIES = tuple(
    ORDINAL.sub("", fold(row.aliases[-1] if row.aliases else row.label), count=1)
    for row in FORMS["2021"]["t3"]
    if row.name not in ("other", "handled")
)
_REQUEST_ROWS = tuple(
    dict.fromkeys(
        fold(label) for form in FORMS.values() for row in form["t3"] for label in (row.label, *row.aliases)
    )
)
REQUEST_ROW = late(
    "|".join(sorted({re.escape(label[: 7 if label[0] == "(" else 6]) for label in _REQUEST_ROWS}))
)
"""The front of a row's label of table three, folded: with its ordinal it stands nowhere else."""
_DISPUTE_WORDS = ("结果维持", "结果纠正", "尚未审结", "维持", "纠正", "尚未", "审结", "直接起诉", "后起诉")
_DISCLOSURE_ROWS = (
    "规章",
    "规范性文件",
    "行政许可",
    "行政处罚",
    "行政强制",
    "行政事业性",
    "集中采购",
    "对外管理服务",
)
DISCLOSURE_HEADER = late(
    r"第二十条第\(.\)项|信息内容|本年制发|本年废止|现行有效|本年新[制公]|对外公开|上一年项|本年增|处理决定|收费金额|采购项|采购总"
)
"""What stands in the heads of the sub-tables of table two, folded; no row label holds any of it."""


def tables_in(text: str) -> tuple[str, ...]:
    """Which statutory tables a folded text of table cells shows."""
    return tuple(table for table in LABELS if shows(text, table))


def shows(text: str, table: str) -> bool:
    """Whether a folded text of table cells shows that table."""
    if table == "t2":
        return bool(DISCLOSURE_HEADER.search(text)) and any(row in text for row in _DISCLOSURE_ROWS)
    if table == "t3":
        return bool(REQUEST_ROW.search(text)) or sum(body in text for body in _REQUEST_BODIES) >= 2
    return sum(word in text for word in _DISPUTE_WORDS) >= 3


def locate(stream: str, starts: Sequence[int], rows: Sequence[Row]) -> list[int | None]:
    """Where each row's label begins in `stream`, the folded labels of a table strung together; in the order
    of `rows`. `starts` are the offsets at which pieces begin. None: no such label, however edited. Edited
    labels are looked for only between labels found as printed, and if those are a third of all."""
    found = _exactly(stream, starts, rows)
    if None not in found or sum(place is not None for place in found) * 3 < len(rows):
        return found
    for n, row in enumerate(rows):
        if found[n] is None:
            low = next((place + 2 for place in reversed(found[:n]) if place is not None), 0)
            high = next((place for place in found[n + 1 :] if place is not None), min(len(stream), low + 100))
            found[n] = _edited(stream, starts, fold(row.label), low, high)
    return found


def _exactly(stream: str, starts: Sequence[int], rows: Sequence[Row]) -> list[int | None]:
    """Each label as printed, or as known to be printed; within a table no two are alike."""
    found: list[int | None] = []
    for row in rows:
        places = (
            _at_start(stream, starts, fold(label), 0, len(stream)) for label in (row.label, *row.aliases)
        )
        found.append(next((place for place in places if place is not None), None))
    return found


def _at_start(stream: str, starts: Sequence[int], label: str, low: int, high: int) -> int | None:
    """The first place of `label` where a piece begins; with an ordinal in front it may be anywhere."""
    place = stream.find(label, low, high)
    while place >= 0 and not ORDINAL.match(label) and not _is_start(starts, place):
        place = stream.find(label, place + 1, high)
    return place if place >= 0 else None


def _is_start(starts: Sequence[int], place: int) -> bool:
    index = bisect_left(starts, place)
    return index < len(starts) and starts[index] == place


def _edited(stream: str, starts: Sequence[int], label: str, low: int, high: int) -> int | None:
    """The place between `low` and `high` of a label that is broken off, without its ordinal, or reworded."""
    ordinal = ORDINAL.match(label)
    least = ordinal.end() + 2 if ordinal else 3
    for length in range(len(label) - 1, least - 1, -1):
        place = _at_start(stream, starts, label[:length], low, high)
        if place is not None:
            return place
    body = label[ordinal.end() :] if ordinal else label
    place = _at_start(stream, starts, body, low, high)
    return place if place is not None else _alike(stream, starts, label, low, high)


def _alike(stream: str, starts: Sequence[int], label: str, low: int, high: int) -> int | None:
    if len(label) < 4:
        return None
    from rapidfuzz import fuzz  # costs 10 ms at import, and nearly no report needs it

    begun = starts[bisect_left(starts, low) : bisect_left(starts, high)]
    forms = (label, ORDINAL.sub("", label, count=1))
    scored = [
        (fuzz.ratio(form, stream[place : min(place + len(form), high)]), -place)
        for place in begun
        for form in forms
    ]
    score, place = max(scored, default=(0.0, 0))
    return -place if score >= 70 else None
