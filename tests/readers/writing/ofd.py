"""A writer of .ofd files: pages set from lines and tables, a text object for each line, borders as paths."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.composing import Composed
from tests.composing.wrapping import wrapped
from tests.readers.writing.tables import Box, Table, placed, statutory

_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
WIDTH, HEIGHT = 210.0, 297.0
LEFT, TOP, BOTTOM = 28.0, 37.0, 262.0
SIZE = 5.6  # of prose, as 三号 is
SMALL = 3.2  # of tables
CHARACTERS = 28


@dataclass(slots=True)
class Sheet:
    """A page as it is set: the objects on it, and how far down it is full."""

    objects: list[str] = field(default_factory=list)
    y: float = TOP


def text(x: float, y: float, words: str, size: float = SIZE, *, small: bool = False) -> str:
    """A line of text with its left upper corner there; digits and Latin letters take half a place."""
    steps = [size if ord(char) > 0x2000 else size / 2 for char in words]
    width = sum(steps)
    deltas = (
        f"g {len(steps) - 1} {size}" if set(steps) == {size} else " ".join(f"{one:g}" for one in steps[:-1])
    )
    delta = f' DeltaX="{deltas}"' if len(steps) > 1 else ""
    scale = ' CTM="0.5 0 0 0.5 0 0"' if small else ""
    by = 2 if small else 1
    code = f'<ofd:TextCode X="0" Y="{size * 0.86 * by:g}"{delta}>{escape(words)}</ofd:TextCode>'
    if small:
        doubled = " ".join(f"{one * 2:g}" for one in steps[:-1])
        code = f'<ofd:TextCode X="0" Y="{size * 1.72:g}" DeltaX="{doubled}">{escape(words)}</ofd:TextCode>'
    return (
        f'<ofd:TextObject ID="1" Font="2" Size="{size * by:g}" Boundary="{x:g} {y:g} {width:g} {size:g}"{scale}>'
        f"{code}</ofd:TextObject>"
    )


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """A straight line."""
    path = f"M 0 0 L {x1 - x0:g} {y1 - y0:g}"
    return _path(x0, y0, x1 - x0, y1 - y0, path)


def frame(x: float, y: float, width: float, height: float) -> str:
    """A box of four strokes."""
    return _path(x, y, width, height, f"M 0 0 L {width:g} 0 L {width:g} {height:g} L 0 {height:g} C")


def _path(x: float, y: float, width: float, height: float, data: str) -> str:
    return (
        f'<ofd:PathObject ID="1" Boundary="{x:g} {y:g} {width:g} {height:g}" LineWidth="0.25">'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def ofd(
    pages: Sequence[str],
    *,
    files: Mapping[str, str | bytes] | None = None,
    order: Sequence[int] | None = None,
) -> bytes:
    """The file with those pages (the objects on each); `order`: in which page folders they are kept."""
    numbers = order or range(len(pages))
    listed = "".join(
        f'<ofd:Page ID="{n + 1}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for n, number in enumerate(numbers)
    )
    box = f"<ofd:PhysicalBox>0 0 {WIDTH:g} {HEIGHT:g}</ofd:PhysicalBox>"
    made: dict[str, str | bytes] = {
        "OFD.xml": f'{_HEAD}<ofd:OFD {_SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"{_HEAD}<ofd:Document {_SPACE}><ofd:CommonData><ofd:PageArea>{box}</ofd:PageArea>"
        f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, objects in sorted(zip(numbers, pages, strict=True)):
        made[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f'{_HEAD}<ofd:Page {_SPACE}><ofd:Content><ofd:Layer ID="1" Type="Body">{objects}</ofd:Layer>'
            "</ofd:Content></ofd:Page>"
        )
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**made, **(files or {})}.items():
            archive.writestr(name, content)
    return result.getvalue()


def report(composed: Composed, *, ruled: bool = True) -> bytes:
    """A composed report set on pages with page numbers; its tables have borders, or (not `ruled`) none."""
    sheets = [Sheet()]
    tables = set()
    for one in composed.lines:
        if one.role != "table":
            _set_paragraph(sheets, one.text, centred=one.role == "title")
        elif one.section not in tables:
            tables.add(one.section)
            _set_table(sheets, statutory(composed.cells, composed.form, one.section), ruled=ruled)
    for number, sheet in enumerate(sheets, start=1):
        words = f"— {number} —"
        sheet.objects.append(text((WIDTH - 5 * 4.9) / 2, 275, words, 4.9))
    return ofd(["".join(sheet.objects) for sheet in sheets])


def _set_paragraph(sheets: list[Sheet], words: str, *, centred: bool) -> None:
    indented = words if centred or words.startswith("　") else f"　　{words}"
    for piece in _set_lines(indented):
        sheet = _room(sheets, 9.9)
        x = (WIDTH - len(piece) * SIZE) / 2 if centred else LEFT
        bare = piece.lstrip("　")
        sheet.objects.append(text(x + (len(piece) - len(bare)) * SIZE, sheet.y, bare))
        sheet.y += 9.9


def _set_lines(words: str) -> Iterator[str]:
    """Lines as wide as the page: two digits or Latin letters take the place of one character."""
    at = 0
    while at < len(words):
        width, end = 0.0, at
        while end < len(words) and width + (1 if ord(words[end]) > 0x2000 else 0.5) <= CHARACTERS:
            width += 1 if ord(words[end]) > 0x2000 else 0.5
            end += 1
        if end < len(words) and words[end] in "，。；：、！？）〕》”":
            end -= 1
        yield words[at:end]
        at = end


def _room(sheets: list[Sheet], height: float) -> Sheet:
    if sheets[-1].y + height > BOTTOM:
        sheets.append(Sheet())
    return sheets[-1]


def _set_table(sheets: list[Sheet], table: Table, *, ruled: bool) -> None:
    """Row by row; a cell over several rows that meets the foot of a page goes on, text and all, on the next."""
    rows = placed(table)
    widths = _widths(len(rows[0]))
    lefts = [LEFT + sum(widths[:n]) for n in range(len(widths) + 1)]
    heights = [
        max(5.0, *(_needed(box, number, row, lefts) for row in (rows[number],)))
        for number, box in _first(rows)
    ]
    number, placed_lines = 0, dict[tuple[int, int], int]()
    while number < len(rows):
        sheet = _room(sheets, heights[number])
        until, y = number, sheet.y
        while until < len(rows) and y + heights[until] <= BOTTOM:
            y += heights[until]
            until += 1
        _set_rows(sheet, rows, range(number, until), lefts, heights, placed_lines, ruled=ruled)
        sheet.y, number = y, until
        if number < len(rows):
            sheets.append(Sheet())
    sheets[-1].y += 4


def _first(rows: Sequence[Sequence[tuple[int, int, Box]]]) -> Iterator[tuple[int, Box]]:
    return ((number, row[0][2]) for number, row in enumerate(rows))


def _widths(columns: int) -> list[float]:
    usual = {4: [60.0, 32.0, 32.0, 32.0], 10: [10.0, 14.0, 40.0, *[13.0] * 7], 15: [10.4] * 15}
    return usual.get(columns, [156.0 / columns] * columns)


def _needed(box: Box, number: int, row: Sequence[tuple[int, int, Box]], lefts: Sequence[float]) -> float:
    """The height that the cells of one row need for their text."""
    del box
    return max(
        len(_cell_lines(one, lefts[left + one.columns] - lefts[left])) * SMALL * 1.2 / one.rows + 1.5
        for top, left, one in row
        if top == number or one.rows > 1
    )


def _cell_lines(box: Box, width: float) -> list[str]:
    room = max(int((width - 3) / SMALL), 1)
    return wrapped(box.text, room if not box.text.isascii() else room * 2)


def _set_rows(
    sheet: Sheet,
    rows: Sequence[Sequence[tuple[int, int, Box]]],
    shown: range,
    lefts: Sequence[float],
    heights: Sequence[float],
    placed_lines: dict[tuple[int, int], int],
    *,
    ruled: bool,
) -> None:
    done = set()
    for number in shown:
        for top, left, box in rows[number]:
            if (top, left) in done:
                continue
            done.add((top, left))
            first, last = max(top, shown.start), min(top + box.rows, shown.stop)
            y = sheet.y + sum(heights[shown.start : first])
            height, width = sum(heights[first:last]), lefts[left + box.columns] - lefts[left]
            if ruled:
                sheet.objects.append(frame(lefts[left], y, width, height))
            room = max(int((height - 1) / (SMALL * 1.2)), 1) if last < top + box.rows else 99
            lines = _cell_lines(box, width)[placed_lines.get((top, left), 0) :][:room]
            placed_lines[top, left] = placed_lines.get((top, left), 0) + len(lines)
            start = y + (height - len(lines) * SMALL * 1.2) / 2
            for n, piece in enumerate(lines):
                sheet.objects.append(
                    text(lefts[left] + 1.5, start + n * SMALL * 1.2, piece, SMALL, small=True)
                )
