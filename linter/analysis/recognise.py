"""Whether a document is an annual report at all."""

from linter.analysis.title import is_title
from linter.model.report import Report

_ENOUGH = 3


def is_annual_report(report: Report) -> bool:
    """A title counts two, each section of the form and each statutory table one; three are enough. A notice
    about reports has the words but neither sections nor tables."""
    titled = 2 if is_title(report[report.title.span]) else 0
    kinds = {one.kind for one in report.sections if one.level == 1 and one.kind}
    tables = {address[:2] for address in report.cells}  # t2, t3, t4
    return titled + len(kinds) + len(tables) >= _ENOUGH
