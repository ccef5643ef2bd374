"""What every composed report has at its place: the title's lines, the six sections with their tables, the indent."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from tests.composing import tables
from tests.composing.enumerations import HAN
from tests.composing.lines import Line
from tests.composing.names import Unit

Title = Literal["one", "two", "broken", "year-first", "short"]
"""In one line, unit and rest in two, broken inside the name of the report, year first, or without 人民政府."""

_INDENT = "　　"


def title(unit: Unit, year: int, manner: Title) -> tuple[str, ...]:
    """The lines of the title."""
    report = "政府信息公开工作年度报告"
    short = "".join(unit.parents) + unit.short if unit.kind in "TC" else unit.full
    match manner:
        case "two":
            return (unit.full, f"{year}年{report}")
        case "broken":
            return (f"{unit.full}{year}年政府信息公开", "工作年度报告")
        case "year-first":
            return (f"{year}年{unit.full}{report}",)
        case "short":
            return (f"{short}{year}年{report}",)
        case _:
            return (f"{unit.full}{year}年{report}",)


def sections(
    headings: Sequence[str],
    cells: Mapping[str, Decimal],
    form: str,
    groups: str,
    told: Mapping[int, Callable[[], Iterable[Line]]],
) -> Iterator[Line]:
    """The six sections: tables in the second to the fourth (`groups`: manner of table three), what `told` gives
    in the others. It is asked for in their order."""
    for section, heading in enumerate(headings, start=1):
        yield Line(f"{HAN[section - 1]}、{heading}", "section", section)
        match section:
            case 2:
                yield from tables.disclosure(cells, form)
            case 3:
                yield from tables.requests(cells, form, groups)
            case 4:
                yield from tables.disputes(cells)
            case _:
                yield from told[section]()


def indented(line: Line) -> Line:
    """The line with an indent, if it is one of running text."""
    if line.role in ("title", "table", "signature"):
        return line
    return Line(_INDENT + line.text, line.role, line.section, line.topic, line.addresses)
