"""Text in columns: a Chinese character takes two."""

from unicodedata import category, east_asian_width


def width(text: str) -> int:
    """The columns that `text` takes on a terminal."""
    return sum(_columns(one) for one in text)


def pad(text: str, columns: int) -> str:
    """`text` with spaces after it, `columns` wide unless it is wider."""
    return text + " " * (columns - width(text))


def _columns(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
