"""The verbs. Each module has `Options` and `check`; a rule names one of them."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from linter.checks import (
    adjacent,
    agree,
    announced,
    cells,
    dates,
    empty,
    ending,
    equation,
    foreign,
    form,
    heading,
    itemised,
    lone,
    marks,
    pairs,
    parallel,
    parts,
    pattern,
    period,
    readable,
    recur,
    repeat,
    replace,
    reserved,
    sections,
    sequence,
    statements,
    text_table,
    title,
    topics,
    width,
    years,
)
from linter.model.finding import Hit, NotAssessed
from linter.model.report import Report


class Check(Protocol):
    """Yields what it finds in a report; knows no rule, severity, message or output."""

    def __call__(self, report: Report, options: Any, /) -> Iterator[Hit | NotAssessed]: ...


CHECKS: Mapping[str, Check] = {
    "adjacent": adjacent.check,
    "agree": agree.check,
    "announced": announced.check,
    "cells": cells.check,
    "dates": dates.check,
    "empty": empty.check,
    "ending": ending.check,
    "equation": equation.check,
    "foreign": foreign.check,
    "form": form.check,
    "heading": heading.check,
    "itemised": itemised.check,
    "lone": lone.check,
    "marks": marks.check,
    "pairs": pairs.check,
    "parallel": parallel.check,
    "parts": parts.check,
    "pattern": pattern.check,
    "period": period.check,
    "readable": readable.check,
    "recur": recur.check,
    "repeat": repeat.check,
    "replace": replace.check,
    "reserved": reserved.check,
    "sections": sections.check,
    "sequence": sequence.check,
    "statements": statements.check,
    "text_table": text_table.check,
    "title": title.check,
    "topics": topics.check,
    "width": width.check,
    "years": years.check,
}
