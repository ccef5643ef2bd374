"""Statutory tables that are not there to be read, or only in part."""

from collections.abc import Iterator, Mapping

import msgspec

from linter.model.document import Span
from linter.model.finding import Hit, NotAssessed, Words
from linter.model.report import Report, UnreadTable

_SECTIONS: Mapping[str, str] = {"t2": "disclosure", "t3": "requests", "t4": "disputes"}


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """There are none."""


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:  # noqa: ARG001
    """Point at what could not be read; where nothing of a table was, at the heading under which it belongs."""
    for one in report.unread:
        yield Hit(_place(report, one), {"reason": Words(one.zh, one.en)})


def _place(report: Report, one: UnreadTable) -> Span:
    if any(address.startswith(f"{one.table}.") for address in report.cells):
        return one.span
    section = report.section(_SECTIONS[one.table])
    return section.heading if section else report.title.span
