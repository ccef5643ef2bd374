"""The statutory tables read into cells. A cell is a number, blank, other text, or unread: never a guess.

Labels are strung together and the rows found in that string, whatever is wrapped, broken or out of order;
the values between one row's label and the next are the row's, if there are as many as it has columns."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from linter.analysis.pieces import Piece, pieces
from linter.analysis.row_values import row_values
from linter.analysis.unread import Miscounted, absent, miscounted, missing
from linter.language.forms import FORMS, NEWEST, REQUEST_GROUPS, SIGNS, TABLES, Row
from linter.language.labels import DISCLOSURE_HEADER, LABELS, fold, is_label, locate
from linter.language.late import late
from linter.model.document import Document, Span
from linter.model.report import Cell, CellState, UnreadTable

_DISPUTES = late("行政复议|行政诉讼|未经复议|结果维持")
_REQUEST_HEAD = late(r"\(本列数据|申请人情况")
_NEW_ROWS = late("不补正|收费通知|不缴费")
_OLD_ROW = "(六)其他处理"
_STATES: Mapping[str, CellState] = {"number": "number", "dash": "blank", "blank": "blank", "text": "text"}


class Stream(NamedTuple):
    """All pieces, and the words among them strung together: `text[starts[i]:]` begins with word
    `pieces[indices[i]]`."""

    pieces: Sequence[Piece]
    text: str
    starts: Sequence[int]
    indices: Sequence[int]

    def piece_at(self, offset: int) -> int:
        """The index of the piece in which the character at `offset` of `text` stands."""
        return self.indices[bisect_right(self.starts, offset) - 1]


class Window(NamedTuple):
    """The pieces from a row's label up to the next label: `row` None where no values are looked for."""

    table: str
    row: Row | None
    pieces: Sequence[Piece]


def cells(document: Document) -> tuple[str | None, Mapping[str, Cell], tuple[UnreadTable, ...]]:
    """The form (`2021`, `2019`, None: no table shows it), the cells by address, and what could not be read."""
    stream = _stream(pieces(document))
    form = _form(stream.text)
    found: dict[str, Cell] = {}
    unread: list[UnreadTable] = []
    rows = FORMS[form or NEWEST]
    windows = {(one.table, one.row.name): one for one in _windows(stream, rows) if one.row}
    for table in TABLES:
        shown = [one for key, one in windows.items() if key[0] == table]
        if not shown:
            unread.append(missing(document, table))
        elif table == "t4":
            unread += _read_disputes(document, rows[table], shown[0], found)
        else:
            unread += _read_rows(document, table, rows[table], windows, found)
    return form, found, tuple(unread)


def _stream(made: Sequence[Piece]) -> Stream:
    indices = [n for n, piece in enumerate(made) if piece.kind == "word"]
    starts, offset = [], 0
    for n in indices:
        starts.append(offset)
        offset += len(made[n].text)
    return Stream(made, "".join(made[n].text for n in indices), starts, indices)


def _form(text: str) -> str | None:
    """By the labels of table two; where that is missing, by the rows that only one form has in table three."""
    by_labels = next((form for form, signs in SIGNS.items() if signs.search(text)), None)
    if by_labels:
        return by_labels
    return "2021" if _NEW_ROWS.search(text) else "2019" if _OLD_ROW in text else None


def _windows(stream: Stream, rows: Mapping[str, tuple[Row, ...]]) -> Iterator[Window]:
    marks: list[tuple[int, str, Row | None]] = []
    for table in ("t2", "t3"):
        places = locate(stream.text, stream.starts, rows[table])
        marks += [
            (place, table, row) for place, row in zip(places, rows[table], strict=True) if place is not None
        ]
        marks += [(place, table, None) for place in _cuts(stream.text, table, places)]
    disputes = _DISPUTES.search(stream.text)
    if disputes:
        marks.append((disputes.start(), "t4", rows["t4"][0]))
    begins = sorted((stream.piece_at(place), n, table, row) for n, (place, table, row) in enumerate(marks))
    stops = sorted({*(begin for begin, *_ in begins), *_table_starts(stream.pieces), len(stream.pieces)})
    for begin, _, table, row in begins:
        yield Window(table, row, stream.pieces[begin : stops[bisect_right(stops, begin)]])


def _table_starts(made: Sequence[Piece]) -> Iterator[int]:
    return (n for n in range(1, len(made)) if made[n].line > made[n - 1].line + 1)


def _cuts(text: str, table: str, places: Sequence[int | None]) -> Iterator[int]:
    """Where a row ends though no other row begins: heads of sub-tables, and labels of groups in their place
    (out of their place they stand beside a row's label, and its values follow)."""
    if table == "t2":
        yield from (match.start() for match in DISCLOSURE_HEADER.finditer(text))
        return
    yield from (match.start() for match in _REQUEST_HEAD.finditer(text))
    begun = {place for place in places if place is not None}
    for group in map(fold, REQUEST_GROUPS):
        place = text.find(group)
        if place >= 0 and place not in begun and place + len(group) in begun:
            yield place


def _read_rows(
    document: Document,
    table: str,
    rows: Sequence[Row],
    windows: Mapping[tuple[str, str], Window],
    found: dict[str, Cell],
) -> Iterator[UnreadTable]:
    """Tables two and three: a row's values stand behind its label."""
    shown = [(row, windows[table, row.name].pieces) for row in rows if (table, row.name) in windows]
    outcomes = [_fill(document, row, made, row.addresses, found) for row, made in shown]
    first = shown[0][1][0]
    yield from absent(table, [row for row in rows if (table, row.name) not in windows], first.span)
    yield from miscounted(table, [one for one in outcomes if one])


def _read_disputes(
    document: Document, rows: Sequence[Row], window: Window, found: dict[str, Cell]
) -> Iterator[UnreadTable]:
    """The head of table four has no row labels; its values are what stands behind its last word."""
    made = window.pieces
    last = max((n for n, piece in enumerate(made) if piece.kind != "word"), default=0)
    heads = [n for n in range(last) if made[n].kind == "word" and is_label(made[n].text, LABELS["t4"])]
    addresses = [address for row in rows for address in row.addresses]
    outcome = _fill(document, None, made[heads[-1] if heads else 0 :], addresses, found)
    yield from miscounted("t4", [outcome] if outcome else [])


def _fill(
    document: Document,
    row: Row | None,
    made: Sequence[Piece],
    addresses: Sequence[str],
    found: dict[str, Cell],
) -> Miscounted | None:
    """Put the values behind a label into `found`; if they do not match its columns, its cells are unread."""
    chosen = row_values(document, made, len(addresses))
    if chosen is not None:
        for address, piece in zip(addresses, chosen, strict=True):
            found[address] = Cell(address, piece.span, piece.text, _STATES[piece.kind], piece.value)
        return None
    values = [piece for piece in made if piece.kind != "word"] or made[:1]
    span = Span(values[0].start, values[-1].end)
    for address in addresses:
        found[address] = Cell(address, span, document[span], "unread")
    return Miscounted(row, span, sum(piece.kind in ("number", "dash") for piece in values), len(addresses))
