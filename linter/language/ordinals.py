"""Writing ordinal marks: the same mark with another number, and how else a number may be marked."""

from linter.language.late import late

_DIGITS = "零一二三四五六七八九"
_NUMERAL = late(r"[一二三四五六七八九十]{1,3}|\d{1,2}|[①-⑳]")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_FIRSTS = {1: ("首先", "一方面", "其一"), 2: ("其次", "另一方面", "其二"), 3: ("再次", "其三")}


def han(number: int) -> str:
    """1 to 99 in Chinese numerals: 十二, 二十."""
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


def respell(mark: str, number: int) -> str:
    """`mark` (三是, （三）, 3., ③) with `number` (1 to 99) in the place of its own; circled only to 20."""
    return _NUMERAL.sub(lambda numeral: _like(numeral[0], number), mark, count=1)


def _like(numeral: str, number: int) -> str:
    if numeral in _DIGITS or "十" in numeral or (len(numeral) > 1 and not numeral.isdigit()):
        return han(number)
    if "①" <= numeral <= "⑳":
        return chr(ord("①") + number - 1) if number <= 20 else f"（{number}）"
    return str(number) if numeral.isascii() else str(number).translate(_WIDE)


def spellings(style: str, number: int) -> tuple[str, ...]:
    """How else the item of that number may be marked beside items of `style` (as in Enumeration)."""
    word = han(number)
    if style in ("一是", "第一"):
        marks = tuple(f"{word}{verb}" for verb in ("是", "要", "为", "在", "抓", "、", "，"))
        return (*marks, f"第{word}", *_FIRSTS.get(number, ()))
    if style in ("（一）", "一、"):
        marks = (f"（{word}）", f"({word})", f"（{word})", f"({word}）", f"{word}、", f"{word}.", f"{word}．")
        return (*marks, f"{word}）", f"{word})", f"{number}.", f"{number}．", f"{number}、", f"（{number}）")
    circled = (chr(ord("①") + number - 1),) if number <= 20 else ()
    return (*(f"{number}{stop}" for stop in ".．、）) ，"), *circled, f"（{word}）", f"{word}、")
