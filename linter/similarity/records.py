"""A report as the comparison of many needs it: small, plain, to be sent and stored."""

from typing import NamedTuple

from linter.model.alike import Source
from linter.model.document import Span
from linter.model.report import Report
from linter.similarity.masking import Masked, masked
from linter.similarity.skeleton import Place

Row = dict[str, str | int | None]
"""A record as a row of a table."""


class Record(NamedTuple):
    """Whose report it is, and what is compared of it."""

    source: Source
    masked: Masked


def record(report: Report) -> Record:
    """The record of a report."""
    title = report.title
    return Record(Source("unit", title.unit, title.year, report.document.path), masked(report))


def to_row(one: Record) -> Row:
    """The record in columns of text and numbers."""
    source, text = one
    places = (f"{start},{end},{kind or ''},{topic or ''}" for (start, end), (kind, topic) in _placed(text))
    return {
        "unit": source.unit,
        "year": source.year,
        "path": source.path,
        "compared": text.text,
        "laid": text.laid,
        "places": ";".join(places),
    }


def from_row(row: Row) -> Record:
    """The record that was made a row."""
    parts = [one.split(",") for one in str(row["places"]).split(";") if one]
    spans = tuple(Span(int(start), int(end)) for start, end, _, _ in parts)
    places = tuple((kind or None, topic or None) for _, _, kind, topic in parts)
    unit, year = row["unit"], row["year"]
    source = Source(
        "unit", None if unit is None else str(unit), None if year is None else int(year), str(row["path"])
    )
    return Record(source, Masked(str(row["compared"]), str(row["laid"]), spans, places))


def _placed(text: Masked) -> list[tuple[Span, Place]]:
    return list(zip(text.spans, text.places, strict=True))
