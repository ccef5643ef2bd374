"""Numbers of the tables that are larger than a unit of that kind can have: mostly typed in another unit."""

from collections.abc import Iterator, Mapping

import msgspec

from linter.language.forms import cell_name
from linter.model.finding import Hit, NotAssessed, Words
from linter.model.report import Report


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`cells`: addresses. `limits`: for each level the number from which on a cell is doubted; other levels are
    not judged."""

    cells: tuple[str, ...]
    limits: Mapping[str, int]


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each cell that reaches its level's limit."""
    limit = options.limits.get(report.title.level or "")
    if limit is None:
        yield NotAssessed(
            Words("这一级机关没有可以参照的上限", "there is no limit to go by for a body of this level")
        )
        return
    read = [report.cells[address] for address in options.cells if address in report.cells]
    if not any(one.state == "number" for one in read):
        yield NotAssessed(Words("没有读到这些格子", "these cells were not read"))
    for one in read:
        if one.value is not None and one.value >= limit:
            values = {"cell": cell_name(report.form, one.address), "stated": one.raw, "limit": limit}
            yield Hit(one.span, values)
