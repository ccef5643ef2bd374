"""The verbs. Each module has `Options` and `check`; a rule names one of them."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from linter.model.finding import Hit, NotAssessed
from linter.model.report import Report


class Check(Protocol):
    """Yields what it finds in a report; knows no rule, severity, message or output."""

    def __call__(self, report: Report, options: Any, /) -> Iterator[Hit | NotAssessed]: ...


CHECKS: Mapping[str, Check] = {}
