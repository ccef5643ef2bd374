"""Which pieces of the statutory tables belong to which row: told by the words alone.

Labels are strung together and the rows found in that string, whatever is wrapped, broken or out of order;
what stands between one row's label and the next is the row's."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from linter.language.forms import FORMS, NEWEST, REQUEST_GROUPS, SIGNS, TABLES, Row
from linter.language.kept import kept
from linter.language.labels import DISCLOSURE_HEADER, LABELS, fold, is_label, locate
from linter.language.late import late

WORD_END, VALUE, LINE_END = " ", "\t", "\n"
"""What tables without their values are written with: after each word, for each value, after each line (and once
more between two tables). Folded words hold none of them."""

_PIECE = late(f"[^{WORD_END}{VALUE}{LINE_END}]*{WORD_END}|{VALUE}")
_DISPUTES = late("行政复议|行政诉讼|未经复议|结果维持")
_REQUEST_HEAD = late(r"\(本列数据|申请人情况")
_NEW_ROWS = late("不补正|收费通知|不缴费")
_OLD_ROW = "(六)其他处理"
_LONGEST_KEPT = 3000  # characters; the labels of the three tables have a thousand


class Window(NamedTuple):
    """The pieces from a row's label (of table four: from the last label before the values) up to the next label,
    by their numbers. `row`: None for table four, which has but one. `addresses`: the cells that are due.

    `place`: a line, and of its pieces the first and the end of those that are the values, where there are as many
    as cells are due and nothing else stands among them."""

    row: Row | None
    addresses: Sequence[str]
    start: int
    stop: int
    place: tuple[int, int, int] | None


class Plan(NamedTuple):
    """Where the cells of each table are. `form`: `2021`, `2019`, None: no table shows it. `absent`: the rows of each
    table that were not found."""

    form: str | None
    windows: Mapping[str, Sequence[Window]]
    absent: Mapping[str, Sequence[Row]]


class _Pieces(NamedTuple):
    """All pieces: of each its word (None: a value), the number of its line, and which one of its line it is; and the
    words strung together: `text[starts[i]:]` begins with word `indices[i]`."""

    words: Sequence[str | None]
    lines: Sequence[int]
    within: Sequence[int]
    text: str
    starts: Sequence[int]
    indices: Sequence[int]

    def piece_at(self, offset: int) -> int:
        """The index of the piece in which the character at `offset` of `text` stands."""
        return self.indices[bisect_right(self.starts, offset) - 1]


@kept(_LONGEST_KEPT, most=128)
def plan(shape: str) -> Plan:
    """Where the rows are in tables of that shape: their words, `WORD_END` behind each, `VALUE` for every value. The
    tables of most reports have the same."""
    made = _pieces(shape)
    form = _form(made.text)
    rows = FORMS[form or NEWEST]
    found = {(table, row.name): span for table, row, span in _rows(made, rows) if row}
    windows = {
        table: [
            _window(made, row, found[table, row.name]) for row in rows[table] if (table, row.name) in found
        ]
        for table in ("t2", "t3")
    }
    disputes = found.get(("t4", rows["t4"][0].name))
    windows["t4"] = [_of_disputes(made, rows["t4"], disputes)] if disputes else []
    absent = {table: [row for row in rows[table] if (table, row.name) not in found] for table in ("t2", "t3")}
    return Plan(form, {table: windows[table] for table in TABLES}, {**absent, "t4": ()})


def _pieces(shape: str) -> _Pieces:
    words: list[str | None] = []
    lines: list[int] = []
    within: list[int] = []
    for number, line in enumerate(shape.split(LINE_END)):
        found = [None if one == VALUE else one[:-1] for one in _PIECE.findall(line)]
        words += found
        lines += [number] * len(found)
        within += range(len(found))
    starts, offset = [], 0
    indices = [n for n, word in enumerate(words) if word is not None]
    for n in indices:
        starts.append(offset)
        offset += len(words[n] or "")
    return _Pieces(words, lines, within, "".join(word or "" for word in words), starts, indices)


def _form(text: str) -> str | None:
    """By the labels of table two; where that is missing, by the rows that only one form has in table three."""
    by_labels = next((form for form, signs in SIGNS.items() if signs.search(text)), None)
    if by_labels:
        return by_labels
    return "2021" if _NEW_ROWS.search(text) else "2019" if _OLD_ROW in text else None


def _rows(made: _Pieces, rows: Mapping[str, tuple[Row, ...]]) -> Iterator[tuple[str, Row | None, range]]:
    """The pieces from each row's label up to the next label; None where no values are looked for."""
    marks: list[tuple[int, str, Row | None]] = []
    for table in ("t2", "t3"):
        places = locate(made.text, made.starts, rows[table])
        marks += [
            (place, table, row) for place, row in zip(places, rows[table], strict=True) if place is not None
        ]
        marks += [(place, table, None) for place in _cuts(made.text, table, places)]
    disputes = _DISPUTES.search(made.text)
    if disputes:
        marks.append((disputes.start(), "t4", rows["t4"][0]))
    begins = sorted((made.piece_at(place), n, table, row) for n, (place, table, row) in enumerate(marks))
    stops = sorted({*(begin for begin, *_ in begins), *_table_starts(made.lines), len(made.words)})
    for begin, _, table, row in begins:
        yield table, row, range(begin, stops[bisect_right(stops, begin)])


def _table_starts(lines: Sequence[int]) -> Iterator[int]:
    return (n for n in range(1, len(lines)) if lines[n] > lines[n - 1] + 1)


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


def _window(made: _Pieces, row: Row, span: range) -> Window:
    """Tables two and three: a row's values stand behind its label."""
    return Window(row, row.addresses, span.start, span.stop, _place(made, span, len(row.addresses)))


def _of_disputes(made: _Pieces, rows: Sequence[Row], span: range) -> Window:
    """The head of table four has no row labels; its values are what stands behind its last word."""
    last = max((n for n in span if made.words[n] is None), default=span.start)
    before = [(n, made.words[n]) for n in range(span.start, last)]
    heads = [n for n, word in before if word is not None and is_label(word, LABELS["t4"])]
    addresses = [address for row in rows for address in row.addresses]
    start = heads[-1] if heads else span.start
    return Window(None, addresses, start, span.stop, _place(made, range(start, span.stop), len(addresses)))


def _place(made: _Pieces, span: range, due: int) -> tuple[int, int, int] | None:
    values = [n for n in span if made.words[n] is None]
    if len(values) != due or values[-1] - values[0] != due - 1:
        return None
    first, last = values[0], values[-1]
    line = made.lines[first]
    return (line, made.within[first], made.within[last] + 1) if line == made.lines[last] else None
