"""Characters of a .docx that are written by their place in a symbol font."""

from collections.abc import Mapping

_KNOWN: Mapping[tuple[str, int], str] = {
    ("symbol", 0xB1): "±",
    ("symbol", 0xB4): "×",
    ("symbol", 0xB3): "≥",
    ("symbol", 0xA3): "≤",
    ("symbol", 0xB7): "·",
    ("wingdings", 0x6E): "■",
    ("wingdings", 0x6F): "□",
    ("wingdings", 0xA8): "□",
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xFE): "☑",
    ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0xA3): "□",
    **{("wingdings", 0x80 + number): chr(0x245F + number) for number in range(1, 11)},
    **{("wingdings", 0x8B + number): chr(0x2775 + number) for number in range(1, 11)},
}


def symbol(font: str | None, code: str | None) -> str:
    """The character at `code` (hexadecimal) of a font; empty where only the font's maker knows it."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    low = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    known = _KNOWN.get(((font or "").lower(), low))
    if known is not None:
        return known
    private = 0xE000 <= number <= 0xF8FF or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF or number < 0x20
    return "" if private else chr(number)
