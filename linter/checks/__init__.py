"""The verbs. Each module has `Options` and `check`; a rule names one of them."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from linter.checks import (
    agree,
    cells,
    ending,
    equation,
    pattern,
    readable,
    repeat,
    replace,
    sections,
    sequence,
    statements,
    topics,
)
from linter.model.finding import Hit, NotAssessed
from linter.model.report import Report


class Check(Protocol):
    """Yields what it finds in a report; knows no rule, severity, message or output."""

    def __call__(self, report: Report, options: Any, /) -> Iterator[Hit | NotAssessed]: ...


CHECKS: Mapping[str, Check] = {
    "agree": agree.check,
    "cells": cells.check,
    "ending": ending.check,
    "equation": equation.check,
    "pattern": pattern.check,
    "readable": readable.check,
    "repeat": repeat.check,
    "replace": replace.check,
    "sections": sections.check,
    "sequence": sequence.check,
    "statements": statements.check,
    "topics": topics.check,
}
