"""How wide text is on a terminal, and what of it may be sent there at all."""

from unicodedata import category, east_asian_width

_TAB = 4
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_REPLACED = "\N{REPLACEMENT CHARACTER}"


def shown(text: str) -> tuple[str, tuple[int, ...]]:
    """One line of text as it may be shown, and the column at which each of its characters starts, with the
    width of the whole at the end. Columns are half as wide as a Chinese character. Tabs become spaces; what
    would steer the terminal or turn the text round becomes a sign that can be seen."""
    parts, starts, column = [], [], 0
    for char in text:
        starts.append(column)
        if char == "\t":
            width = _TAB - column % _TAB
            char = " " * width
        elif " " <= char <= "~":
            width = 1
        else:
            char, width = _seen(char)
        parts.append(char)
        column += width
    return "".join(parts), (*starts, column)


def clean(text: str) -> str:
    """Text for a line of its own: line breaks are spaces, and nothing steers the terminal."""
    if text.isprintable():
        return text
    return shown(" ".join(text.splitlines()))[0]


def columns(text: str) -> int:
    """The columns that `text` takes on a terminal."""
    return shown(text)[1][-1]


def pad(text: str, wanted: int) -> str:
    """`text` with spaces after it, `wanted` columns wide unless it is wider."""
    return text + " " * (wanted - columns(text))


def _seen(char: str) -> tuple[str, int]:
    """The character or a sign in its place, and its width."""
    kind = category(char)
    if kind in ("Mn", "Me"):
        return char, 0
    if kind in ("Cc", "Cs", "Zl", "Zp"):
        return (chr(0x2400 + ord(char)) if char < " " else _REPLACED), 1
    if kind == "Cf":
        return (_REPLACED, 1) if char in _TURNING else (char, 0)
    return char, 2 if east_asian_width(char) in "WF" else 1
