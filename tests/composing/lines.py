"""The lines of a composed report and what each of them is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Role = Literal["title", "lead", "section", "topic", "prose", "table", "signature"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a line of a table. `section` counts from 1 to 6, 0 before them; `topic` counts from 1 to
    5, 0 outside them. A topic's own line and a paragraph that begins with its label have the role `topic`.
    `addresses` are those of the cells at the end of a table's line."""

    text: str
    role: Role
    section: int = 0
    topic: int = 0
    addresses: tuple[str, ...] = ()


def cell_spans(line: Line) -> dict[str, tuple[int, int]]:
    """Where the cells stand in the line's text."""
    found: dict[str, tuple[int, int]] = {}
    end = len(line.text)
    for address in reversed(line.addresses):
        start = line.text.rindex(" ", 0, end) + 1 if " " in line.text[:end] else 0
        found[address] = (start, end)
        end = start - 1
    return found


def joined(lines: Iterable[Line]) -> str:
    """The text of the lines, the last ended too."""
    return "".join(f"{line.text}\n" for line in lines)


def offset(lines: Sequence[Line], index: int) -> int:
    """Where line `index` (from 0) begins in their text."""
    return sum(len(line.text) + 1 for line in lines[:index])


def cell(lines: Sequence[Line], address: str) -> tuple[int, int]:
    """Where the cell stands in their text."""
    index = next(n for n, line in enumerate(lines) if address in line.addresses)
    start, end = cell_spans(lines[index])[address]
    return offset(lines, index) + start, offset(lines, index) + end
