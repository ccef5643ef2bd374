"""Tables of a report's own in a text: rows of short cells between tabs or bars, which are no sentences."""

from collections.abc import Sequence

from linter.language.late import late

_PARTED = late(r"[\t|]+")
_MARK = late(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]*")
_RULE = late(r"[-:|\s]+")
_LONGEST_ROW = 400
_LONGEST_CELL = 40


def own_tables(lines: Sequence[str], spoken: Sequence[range]) -> tuple[range, ...]:
    """The indices of the lines of such tables among those that belong to no other: rows between bars, and two or more
    rows between tabs that follow each other. They come in order."""
    taken = {n for region in spoken for n in region}
    found: list[range] = []
    start = None
    for n in range(len(lines) + 1):
        if n < len(lines) and n not in taken and _is_row(lines[n]):
            start = n if start is None else start
        elif start is not None:
            if n - start > 1 or "|" in lines[start]:
                found.append(range(start, n))
            start = None
    return tuple(found)


def _is_row(line: str) -> bool:
    """Whether a line consists of cells."""
    if ("\t" not in line and "|" not in line) or len(line) > _LONGEST_ROW:
        return False
    if line.count("|") > 1 and _RULE.fullmatch(line):
        return True
    cells = [cell for one in _PARTED.split(line) if (cell := one.strip())]
    if not cells or (len(cells) == 1 and not line.endswith("|")) or _MARK.fullmatch(cells[0]):
        return False
    return all(len(cell) <= _LONGEST_CELL and not cell.endswith(("。", "；")) for cell in cells)
