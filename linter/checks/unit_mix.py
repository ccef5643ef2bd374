"""One thing counted in several units in one report."""

from collections.abc import Iterator

import msgspec

from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Note, Words
from linter.model.report import Fact, Report


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`numbers`: addresses of numbers of the text that count the same thing. `right`: the unit that the law and
    the tables use; `same`: units that mean the same (件次)."""

    numbers: tuple[str, ...]
    right: str
    same: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each number in another unit than the right one, where the report uses that as well."""
    counted = [one for one in report.facts if one.unit and one.address in options.numbers]
    usual = next((one for one in counted if one.unit == options.right), None)
    seen: set[Span] = set()
    for one in counted if usual else ():
        if one.unit in (options.right, *options.same) or one.span in seen:
            continue
        seen.add(one.span)
        yield _hit(one, usual, options.right) if usual else Hit(one.span)


def _hit(one: Fact, usual: Fact, right: str) -> Hit:
    unit = one.unit or ""
    note = Note(Words(f"这里用的是“{right}”：{usual.raw}", f"here it is {right}: {usual.raw}"), usual.span)
    at = one.raw.rfind(unit)
    edit = Edit(Span(one.span.start + at, one.span.start + at + len(unit)), right)
    fix = Fix(safe=False, edits=(edit,)) if at >= 0 else None
    return Hit(one.span, {"found": one.raw, "unit": unit, "right": right}, (note,), fix)
