"""The same text as other programs would hand it over: wrapped, with page numbers in it, in other encodings."""

import random
from collections.abc import Mapping
from types import MappingProxyType

_OPENERS = "（〔《〈“‘(["
_CLOSERS = "，。；：、！？）〕》〉”’)]"

ENCODINGS: Mapping[str, str] = MappingProxyType(
    {"utf-8": "utf-8", "gb18030": "gb18030", "utf-16": "utf-16", "utf-8-bom": "utf-8-sig", "crlf": "utf-8"}
)
"""Names for `encoded`, and Python's name for the encoding."""


def hard_wrap(text: str, width: int, *, kinsoku: bool = False) -> str:
    """Every line broken at `width` characters, also in the middle of words; lines with spaces in them (rows of
    tables) only at the spaces. `kinsoku`: no line begins with a closing mark or ends with an opening one."""
    return "".join(
        f"{piece}\n" for line in text.splitlines() for piece in wrapped(line, width, kinsoku=kinsoku)
    )


def wrapped(line: str, width: int, *, kinsoku: bool = False) -> list[str]:
    """The pieces of one line; what they leave out is the space at a break in a table's row."""
    if " " in line:
        return _at_spaces(line, width)
    pieces, at = [], 0
    while len(line) - at > width:
        end = _allowed(line, at, at + width) if kinsoku else at + width
        pieces.append(line[at:end])
        at = end
    return [*pieces, line[at:]]


def _allowed(line: str, start: int, end: int) -> int:
    """The last place from `end` backwards where a line may be broken; `end` if there is none near."""
    for place in range(end, max(end - 4, start + 1), -1):
        if line[place] not in _CLOSERS and line[place - 1] not in _OPENERS:
            return place
    return end


def _at_spaces(line: str, width: int) -> list[str]:
    pieces: list[str] = []
    for word in line.split(" "):
        if pieces and len(pieces[-1]) + 1 + len(word) <= width:
            pieces[-1] += f" {word}"
        else:
            pieces.append(word)
    return pieces


def with_page_marks(wrapped_text: str, rng: random.Random, every: int = 12) -> str:
    """`— 3 —` on a line of its own after about every `every` lines, in mid-sentence too."""
    lines, page = [], 1
    for line in wrapped_text.splitlines():
        lines.append(line)
        if rng.random() < 1 / every:
            lines.append(f"— {page} —")
            page += 1
    return "".join(f"{line}\n" for line in lines)


def with_bare_numbers(text: str, rng: random.Random, every: int = 9) -> str:
    """Page numbers without dashes between blank lines, only where a paragraph of prose ends: text that is not
    wrapped yet, hence before a heading or another paragraph and never inside a table."""
    lines, page, source = [], 1, text.splitlines()
    for n, line in enumerate(source):
        lines.append(line)
        following = source[n + 1] if n + 1 < len(source) else ""
        if line.endswith("。") and " " not in following and rng.random() < 1 / every:
            lines += ["", str(page), ""]
            page += 1
    return "".join(f"{line}\n" for line in lines)


def encoded(text: str, name: str) -> bytes:
    """The text as a file in one of `ENCODINGS`; `crlf` and `utf-16` have CRLF line ends."""
    if name in ("crlf", "utf-16"):
        text = text.replace("\n", "\r\n")
    return text.encode(ENCODINGS[name])
