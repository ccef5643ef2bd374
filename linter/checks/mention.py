"""Numbers of the tables that the text must say a word about."""

from collections.abc import Iterator

import msgspec

from linter.language.anchors import holding
from linter.language.forms import cell_name
from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Report


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`cells`: addresses; where one of them is above zero, one of `words` must stand in the running text of the sections. `unless`: words of sentences that only
    name what the report consists of (组成)."""

    cells: tuple[str, ...]
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """One hit, on the first of the cells, where the text passes them over."""
    cells = [report.cells.get(address) for address in options.cells]
    read = [one for one in cells if one is not None and one.state == "number"]
    if not read:
        yield NotAssessed(Words("没有读到这些格子", "these cells were not read"))
        return
    filled = [one for one in read if one.value]
    if not filled or _is_mentioned(report, options):
        return
    first, *others = filled
    notes = tuple(
        Note(Words(f"{name.zh}是 {one.raw}", f"{name.en}: {one.raw}"), one.span)
        for one in others
        for name in (cell_name(report.form, one.address),)
    )
    values = {"cell": cell_name(report.form, first.address), "stated": first.raw}
    yield Hit(first.span, values, notes)


def _is_mentioned(report: Report, options: Options) -> bool:
    """Whether a sentence of a section holds one of the words, and does more than name the parts of the report;
    headings do no more."""
    headings = {one.title.start for one in report.sections}
    return any(
        one.section is not None
        and one.span.start not in headings
        and not any(word in report[one.span] for word in options.unless)
        for one in holding(report, options.words)
    )
