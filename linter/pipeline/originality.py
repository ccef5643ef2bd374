"""A report with what it shares with its own last year, with stock phrases and with the reports of corpora."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from linter.model.report import Report
from linter.similarity.attribution import attribute
from linter.similarity.corpus import Corpus, load, shipped
from linter.similarity.records import record


def with_alike(report: Report, more: Iterable[Path] = (), peers: Sequence[Report] | None = None) -> Report:
    """The report with its shares. `more`: files of corpora beside the shipped one; `peers`: other units' reports,
    where they are at hand. UsageError for a corpus that cannot be used."""
    previous = record(report.previous) if report.previous else None
    others = None if peers is None else [record(one) for one in peers]
    found = attribute(record(report), previous=previous, peers=others, corpora=corpora(more))
    return replace(report, alike=found)


def corpora(more: Iterable[Path] = ()) -> tuple[Corpus, ...]:
    """The shipped corpora and those of more files, each once."""
    every = (*shipped(), *map(load, more))
    return tuple({one.checksum: one for one in every}.values())
