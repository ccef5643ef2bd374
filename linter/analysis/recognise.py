"""Whether a document is an annual report at all."""

from linter.analysis.title import is_title
from linter.language.late import late
from linter.model.report import Report

_ENOUGH = 3
_HEAD = 300
_SCHOOL_YEAR = late(r"学年度?[)）]?(?:政府)?信息公开(?:工作)?(?:年度)?报告")


def is_annual_report(report: Report) -> bool:
    """A title counts two, each section of the form and each statutory table one; three are enough. A notice
    about reports has the words but neither sections nor tables; nor is a report of a school year one."""
    if is_of_school_year(report):
        return False
    titled = 2 if is_title(report[report.title.span]) else 0
    kinds = {one.kind for one in report.sections if one.level == 1 and one.kind}
    tables = {address[:2] for address in report.cells}  # t2, t3, t4
    return titled + len(kinds) + len(tables) >= _ENOUGH


def is_of_school_year(report: Report) -> bool:
    """Whether it is a university's report of a school year: another paper (高等学校信息公开办法)."""
    return _SCHOOL_YEAR.search(report.document.text, 0, _HEAD) is not None
