"""Numbers as reports write them: 12, １２, 1,234, 1.2万, 十二, 一百零三, 两."""

from decimal import Decimal
from functools import lru_cache

from linter.language.late import late

FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
"""Folds digits and the signs within numbers, one character for one."""

_DIGITS = {
    "〇": 0,
    "零": 0,
    "两": 2,
    **{char: value for value, char in enumerate("一二三四五六七八九", start=1)},
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = (("亿", 100_000_000), ("万", 10_000))
_SCALES = {**_UNITS, **dict(_MYRIADS)}
_LONGEST = 20
_ARABIC = late(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")


def number(text: str) -> Decimal | None:
    """The value of a numeral without sign, white space or unit; None if it is none. 千, 万 and 亿 may follow
    Arabic digits (1.2万, 5百万). Nothing of more than 20 characters is a number that a report would give."""
    return _number(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=2048)
def _number(text: str) -> Decimal | None:
    """Kept, for the numbers of reports are few."""
    folded = text.translate(FULL_WIDTH)
    match = _ARABIC.match(folded)
    if not match:
        value = han_number(folded)
        return None if value is None else Decimal(value)
    amount = Decimal(match[0].replace(",", ""))
    for scale in folded[match.end() :]:
        if scale not in _SCALES:
            return None
        amount *= _SCALES[scale]
    return amount


def han_number(text: str) -> int | None:
    """The value of a Chinese numeral spelt in full, below 万亿: 零, 十二, 两百, 一千零五, 三万二千. None for
    anything else: digits in a row (二〇二四), short forms (二百五, 三万二), 百 or 万 alone."""
    if len(text) > _LONGEST:
        return None
    for name, value in _MYRIADS:
        high, found, low = text.partition(name)
        if found:
            above = han_number(high) if high else None
            below = _low_part(low, value)
            return None if not above or below is None else above * value + below
    return _below_myriad(text)


def _low_part(text: str, above: int) -> int | None:
    """What follows 万 or 亿; a gap must be spelt with 零."""
    if not text:
        return 0
    value = han_number(text)
    return value if value and (text[0] in "零〇" or value * 10 >= above) and value < above else None


def _below_myriad(text: str) -> int | None:
    total, digit, last, gap = 0, -1, 10_000, False
    for place, char in enumerate(text):
        if char in "零〇":
            if digit >= 0 or gap:
                return None
            gap = True
        elif char in _DIGITS:
            if digit >= 0:
                return None
            digit = _DIGITS[char]
        else:
            unit = _UNITS.get(char, 10_000)
            if digit < 0 and unit == 10 and place == 0:
                digit = 1
            if unit >= last or digit < 1 or (unit * 10 < last < 10_000 and not gap):
                return None
            total, digit, last, gap = total + digit * unit, -1, unit, False
    return _with_ones(text, total, digit, last, gap=gap)


def _with_ones(text: str, total: int, digit: int, last: int, *, gap: bool) -> int | None:
    """The sum with its last digit: after 百 or 千 only behind 零; a 零 must have something behind it."""
    if digit < 0:
        whole = total and not gap
        return total if whole else 0 if text in ("零", "〇") else None
    spelt_out = not total or (last == 10) != gap
    return total + digit if spelt_out else None
