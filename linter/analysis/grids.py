"""The statutory tables read into cells. A cell is a number, blank, other text, or unread: never a guess.

The values between one row's label and the next are the row's, if there are as many as it has columns."""

from collections.abc import Mapping, Sequence

from linter.analysis.pieces import Line, Piece, lines, pieces
from linter.analysis.row_values import row_values
from linter.analysis.unread import Miscounted, absent, miscounted, missing
from linter.analysis.windows import Window, plan
from linter.model.document import Document, Span
from linter.model.report import Cell, CellMap, CellState, UnreadTable

_STATES: Mapping[str, CellState] = {"number": "number", "dash": "blank", "blank": "blank", "text": "text"}


def cells(document: Document) -> tuple[str | None, CellMap, tuple[UnreadTable, ...]]:
    """The form (`2021`, `2019`, None: no table shows it), the cells by address, and what could not be read."""
    made = lines(document)
    form, windows, lacking = plan("".join([laid.shape for _, laid in made]))
    placed = not any(lacking.values()) and all(one.place for shown in windows.values() for one in shown)
    every = [] if placed else pieces(made)
    found = CellMap()
    unread: list[UnreadTable] = []
    for table, shown in windows.items():
        if not shown:
            unread.append(missing(document, table))
            continue
        outcomes = [_fill(document, one, made, every, found) for one in shown]
        if lacking[table]:
            unread += absent(table, lacking[table], every[shown[0].start].span)
        unread += miscounted(table, [one for one in outcomes if one])
    return form, found, tuple(unread)


def _fill(
    document: Document, window: Window, made: Sequence[Line], every: Sequence[Piece], found: CellMap
) -> Miscounted | None:
    """Put the values behind a label into `found`; if they do not match its columns, its cells are unread."""
    if window.place is None:
        return _fill_from(document, window, every[window.start : window.stop], found)
    number, start, stop = window.place
    at, (parts, _) = made[number]
    for address, (begin, end, kind, text, value) in zip(window.addresses, parts[start:stop], strict=True):
        found[address] = Cell(address, at + begin, at + end, text, _STATES[kind], value)
    return None


def _fill_from(
    document: Document, window: Window, made: Sequence[Piece], found: CellMap
) -> Miscounted | None:
    """The same from pieces of which it is not clear which ones are the values."""
    addresses = window.addresses
    chosen = row_values(document, made, len(addresses))
    if chosen is not None:
        for address, piece in zip(addresses, chosen, strict=True):
            found[address] = Cell(
                address, piece.start, piece.end, piece.text, _STATES[piece.kind], piece.value
            )
        return None
    values = [piece for piece in made if piece.kind != "word"] or made[:1]
    span = Span(values[0].start, values[-1].end)
    for address in addresses:
        found[address] = Cell(address, span.start, span.end, document[span], "unread")
    return Miscounted(
        window.row, span, sum(piece.kind in ("number", "dash") for piece in values), len(addresses)
    )
