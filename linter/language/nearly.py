"""A text that is nearly another: one character more, less or different, or two that changed places."""

_FREE = ({"和", "与", "及", "或", "、"}, {"的", "之"}, {"是", "为"})
"""Characters that may stand for each other."""
_LOOSE = frozenset("的了各等所被和与及或之后前中上下内外")
"""Characters that may be added or left out."""
_FOLLOWING = frozenset("为的是和与及精指引领武在下中上等")
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千")


def slip(expected: str, text: str) -> int:
    """How many characters at the beginning of `text` are `expected` with one slip of the pen, which leaves its
    last character as it is; 0 if none are. `text` may go on after them. A numeral for a numeral, one joining word
    for another, and anything but a Chinese character in a place where one should be are no slips."""
    size = len(expected)
    same = 0
    while same < min(size, len(text)) and expected[same] == text[same]:
        same += 1
    if same >= size - 1:
        return _added(expected, text) if same == size - 1 else 0
    if text[same + 1 : size] == expected[same + 1 :] and len(text) >= size:
        return size if _is_slip(expected[same], text[same]) else 0
    if (
        text[same : same + 2] == expected[same : same + 2][::-1]
        and text[same + 2 : size] == expected[same + 2 :]
    ):
        return size if len(expected) > same + 2 else 0
    if text[same : size - 1] == expected[same + 1 :]:
        return size - 1 if expected[same] not in _LOOSE else 0
    return _added(expected, text)


def slip_at_end(expected: str, text: str) -> int:
    """The same where another character stands in the place of the last; for phrases so long that nothing else can
    have been meant. A character that may well follow the phrase is no slip: the last one may be lacking."""
    size = len(expected)
    if len(text) < size or text[: size - 1] != expected[:-1] or text[size - 1] in _FOLLOWING:
        return 0
    return size if _is_han(text[size - 1]) else 0


def _added(expected: str, text: str) -> int:
    """The same for a character too many, one of `expected` itself: another one may have been meant."""
    size = len(expected)
    same = next((n for n in range(size) if n >= len(text) or expected[n] != text[n]), size)
    if same >= size or text[same + 1 : size + 1] != expected[same:]:
        return 0
    return size + 1 if text[same] in expected and text[same] not in _LOOSE | _NUMERALS else 0


def _is_slip(wanted: str, found: str) -> bool:
    """Whether one character stands wrongly for another."""
    if not _is_han(found) or (wanted in _NUMERALS and found in _NUMERALS):
        return False
    return not any(wanted in free and found in free for free in _FREE)


def _is_han(char: str) -> bool:
    return "一" <= char <= "鿿"
