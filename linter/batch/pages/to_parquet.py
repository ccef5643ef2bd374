"""`findings.parquet`: every finding of every report, for whoever wants to count."""

from collections.abc import Iterable
from pathlib import Path

from linter.batch.pages.frequent import lost_to
from linter.batch.standing import County

_TEXTS = (
    "county",
    "unit",
    "level",
    "path",
    "rule",
    "group",
    "severity",
    "confidence",
    "message",
    "text",
    "section",
    "place",
    "fingerprint",
    "state",
)


def write(counties: Iterable[County], path: Path) -> None:
    """Write the file, a row group for each county. OSError if that cannot be done."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema(
        [("year", pa.int32()), ("points", pa.float64()), *((name, pa.string()) for name in _TEXTS)]
    )
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for county in counties:
            rows = list(_rows(county))
            columns = {name: [row[name] for row in rows] for name in schema.names}
            writer.write_table(pa.table(columns, schema))


def _rows(county: County) -> Iterable[dict[str, str | int | float | None]]:
    for one in county.ranking:
        spent = lost_to(one)
        for finding in one.report.findings:
            yield {
                "county": county.name,
                "unit": one.unit,
                "level": one.report.level,
                "year": one.report.year,
                "path": one.report.name,
                "rule": finding.rule,
                "group": finding.group,
                "severity": finding.severity,
                "confidence": finding.confidence,
                "points": spent.get(finding.fingerprint, 0.0),
                "message": finding.message,
                "text": finding.text,
                "section": finding.section,
                "place": finding.where,
                "fingerprint": finding.fingerprint,
                "state": finding.state,
            }
