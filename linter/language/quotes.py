"""Which stretches of a text are somebody else's words: titles in 《》, quotes in “” and ‘’."""

import re
from collections.abc import Sequence

_CLOSER = {"《": "》", "“": "”", "‘": "’", "「": "」", "『": "』"}
_CLOSERS = frozenset(_CLOSER.values())
_MARK = re.compile("[《》“”‘’「」『』]")


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The quoted stretches (start, end) of `text`, marks included, in order, the outermost only.

    A mark whose partner is not in `text` quotes up to the edge: what may be quoted is not the author's."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    closer = ""
    for match in _MARK.finditer(text):
        at, char = match.start(), match[0]
        if opened is None and char in _CLOSER:
            opened, closer = at, _CLOSER[char]
        elif opened is not None and char == closer:
            found.append((opened, at + 1))
            opened = None
        elif opened is None and char in _CLOSERS:
            found = [(0, at + 1)]
    if opened is not None:
        found.append((opened, len(text)))
    return tuple(found)


def covered(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of `stretches` (in order, not overlapping) shares a character with `start` to `end`."""
    low, high = 0, len(stretches)
    while low < high:
        middle = (low + high) // 2
        if stretches[middle][1] <= start:
            low = middle + 1
        else:
            high = middle
    return low < len(stretches) and stretches[low][0] < end
