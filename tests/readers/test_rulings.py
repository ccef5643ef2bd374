"""Tables from drawn lines: which cells they bound, and what is no table."""

from linter.readers.rulings import Segment, ruled_tables

H, V = "level", "upright"


def drawn(*lines: tuple[str, float, float, float]) -> tuple[Segment, ...]:
    """Level lines (y, from, to) and upright ones (x, from, to)."""
    return tuple(Segment(a, at, b, at) if way == H else Segment(at, a, at, b) for way, at, a, b in lines)


def shapes(*lines: tuple[str, float, float, float]) -> list[list[list[tuple[int, int]]]]:
    """For each table and row, at which row and column the cell begins that stands at each place."""
    return [
        [[(box.row, box.column) for box in row] for row in one.rows] for one in ruled_tables(drawn(*lines))
    ]


GRID = ((H, 0, 0, 90), (H, 20, 0, 90), (H, 40, 0, 90), (V, 0, 0, 40), (V, 45, 0, 40), (V, 90, 0, 40))


def test_lines_crossing_bound_cells() -> None:
    assert shapes(*GRID) == [[[(0, 0), (0, 1)], [(1, 0), (1, 1)]]]


def test_where_a_line_stops_cells_are_merged() -> None:
    assert shapes(*GRID[:1], (H, 20, 45, 90), *GRID[2:]) == [[[(0, 0), (0, 1)], [(0, 0), (1, 1)]]]
    assert shapes(*GRID[:4], (V, 45, 20, 40), GRID[5]) == [[[(0, 0), (0, 0)], [(1, 0), (1, 1)]]]


def test_lines_drawn_in_pieces_twice_or_a_little_askew_are_one() -> None:
    pieces = ((H, 0.4, 0, 30), (H, 0, 31, 90), (H, 0.2, 10, 50), (V, 45.8, 0, 20), (V, 45, 20, 40))
    assert shapes(*pieces, *(one for one in GRID if one not in (GRID[0], GRID[4]))) == shapes(*GRID)


def test_a_table_with_open_sides_ends_where_its_lines_end() -> None:
    assert shapes(*GRID[:3], GRID[4]) == shapes(*GRID)


def test_a_cell_with_a_corner_cut_out_is_no_cell() -> None:
    lines = (GRID[0], (H, 20, 0, 45), *GRID[2:4], (V, 45, 0, 20), GRID[5])
    assert shapes(*lines) == [[[(0, 0), (0, 1)], [(1, 0), (1, 1)]]]


def test_tables_apart_are_two_and_stand_in_order() -> None:
    lower = tuple(
        (way, at + 100 if way == H else at, a + 100 * (way == V), b + 100 * (way == V))
        for way, at, a, b in GRID
    )
    assert [one.ys[0] for one in ruled_tables(drawn(*lower, *GRID))] == [0, 100]


def test_a_point_is_in_its_cell_or_outside() -> None:
    (one,) = ruled_tables(drawn(*GRID))
    found = [one.at(50, 30), one.at(10, 10), one.at(91, 10), one.at(10, -1)]
    assert [box and (box.row, box.column) for box in found] == [(1, 1), (0, 0), None, None]


def test_frames_underlines_and_drawings_are_no_tables() -> None:
    assert shapes((H, 0, 0, 400), (H, 700, 0, 400), (V, 0, 0, 700), (V, 400, 0, 700)) == []
    assert shapes((H, 10, 0, 400), (H, 50, 30, 60)) == []
    assert ruled_tables([Segment(n, n % 77, n + 5, n % 77) for n in range(30_000)]) == ()
    assert ruled_tables([Segment(3 * n, n % 77, 3 * n + 5, n % 77) for n in range(19_000)]) == ()
