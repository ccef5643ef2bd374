"""The few colours of a terminal."""

from collections.abc import Callable

Paint = Callable[[str, str], str]
"""A text in a colour of that name."""

_CODES = {"error": "31", "warning": "33", "note": "36", "strong": "1", "faint": "2", "gutter": "34"}


def painted(text: str, color: str) -> str:
    """The text in that colour, for a terminal that shows it."""
    return f"\x1b[{_CODES[color]}m{text}\x1b[0m" if text else text


def plain(text: str, color: str) -> str:  # noqa: ARG001  (the same shape as `painted`)
    """The text as it is."""
    return text
