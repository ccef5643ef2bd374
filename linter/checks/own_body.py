"""我局 in the report of a 委员会: the words by which a body of another kind speaks of itself."""

from collections.abc import Iterator

import msgspec

from linter.language import expressions
from linter.language.anchors import holding
from linter.language.expressions import compiled
from linter.language.late import late
from linter.language.matching import any_of
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Hit, NotAssessed, Words
from linter.model.report import Report

_REMARK = late(r"[（(][^（）()]{1,30}[）)]$")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`own`: how a unit's name ends (the longest counts) or its level → the words it may use of itself. `words`:
    all such words; those that are not the unit's own are wrong. `unless`: expressions for what only looks so
    (我委托). `changed`: words of a sentence in which a unit may go by a former name."""

    own: dict[str, tuple[str, ...]]
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def objection(options: Options) -> tuple[str, Words] | None:
    """The expression that cannot be used, and why."""
    for expression in options.unless:
        if reason := expressions.objection(expression):
            return "unless", reason
    return None


def anchors(options: Options) -> tuple[str, ...]:
    """The words themselves."""
    return options.words


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each word of a body of another kind."""
    own = _own(report, options)
    if own is None:
        yield NotAssessed(
            Words("标题里看不出是哪一类机关", "the title does not tell what kind of body reports")
        )
        return
    wrong = tuple(word for word in options.words if word not in own)
    if not any(word in report.document.text for word in wrong):
        return
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for sentence in holding(report, wrong):
        text = report[sentence.span]
        if any(word in text for word in options.changed):
            continue
        quotes = quoted(text)
        excused = [one.span() for one in compiled("|".join(options.unless) or "(?!)").finditer(text)]
        for match in any_of(wrong).finditer(text):
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            inside = covered(quotes, *match.span()) or covered(excused, *match.span())
            if not inside and not covered(damaged, *span):
                yield Hit(span, {"found": match[0], "unit": report.title.unit, "right": "、".join(own)})


def _own(report: Report, options: Options) -> tuple[str, ...] | None:
    """The words that the unit may use; None if that cannot be told."""
    unit = _REMARK.sub("", report.title.unit or "")
    if report.title.level == "管委会":  # also where only its zone is named: 高新区
        return options.own.get("管委会")
    endings = [one for one in options.own if unit.endswith(one)]
    if endings:
        return options.own[max(endings, key=len)]
    return options.own.get(report.title.level or "")
