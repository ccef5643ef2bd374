"""Lists that name all parts of a total and yet end in 等."""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from linter.language.anchors import holding
from linter.language.breakdowns import breakdowns
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Note, Words
from linter.model.report import Report

_ETC = "等"
_ANCHORS = tuple(f"{unit}{_ETC}" for unit in "条件份次个项篇期场")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`openers`: words that open a breakdown (其中). `strangers`: words that lead up to a number which is no part.
    `unless`: longer words that begin with 等 and do not end a list (等级)."""

    openers: tuple[str, ...]
    strangers: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


def anchors(_: Options) -> tuple[str, ...]:
    """A counted part with 等 right behind it."""
    return _ANCHORS


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each 等 behind parts that already make the total."""
    openers = dict.fromkeys(options.openers, 0)
    for sentence in holding(report, _ANCHORS):
        if any(bad.overlaps(sentence.span) for bad in report.document.damaged):
            continue
        text, offset = report[sentence.span], sentence.span.start
        for one in breakdowns(text, openers, options.strangers):
            at = one.parts[-1].span.end
            whole = sum((part.value for part in one.parts), Decimal(0)) == one.total.value
            if whole and text.startswith(_ETC, at) and not text.startswith(options.unless, at):
                span = Span(offset + at, offset + at + 1)
                total = one.total.span
                note = Note(
                    Words(f"总数 {one.total.value:f}", f"the total: {one.total.value:f}"),
                    Span(offset + total.start, offset + total.end),
                )
                values = {
                    "total": f"{one.total.value:f}{one.total.unit}",
                    "addends": " + ".join(f"{part.value:f}" for part in one.parts),
                }
                yield Hit(span, values, (note,), Fix(safe=False, edits=(Edit(span, ""),)))
