"""One quantity that a report states twice, with two values."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from linter.language import expressions
from linter.language.anchors import holding
from linter.language.declarations import declared
from linter.language.expressions import compiled
from linter.language.numerals import number
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Hit, Note, Words
from linter.model.report import Report


class Total(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quantity that is no declared number: `zh` `en` name it. `find`: an expression with a group `value` and,
    where they may be named, `year` and `who` (whose number it is). `having`: words without which it cannot match. `unless`: words before
    it in its sentence that make it another quantity (a channel, another year); `harmless`: longer words that hold
    one of these and do not."""

    zh: str
    en: str
    find: str
    having: tuple[str, ...]
    unless: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()


class Number(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A declared number of the text (`rules/facts.yaml`), left to the comparison with the tables where `cell` was
    read. `apart`: numbers that, where above zero, may make it two different things."""

    fact: str
    cell: str | None = None
    apart: tuple[str, ...] = ()


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`totals` and `numbers`: what is stated once or always alike."""

    totals: tuple[Total, ...] = ()
    numbers: tuple[Number, ...] = ()


class _Said(msgspec.Struct, frozen=True):
    """A value with the place where it stands."""

    span: Span
    value: Decimal
    raw: str


def objection(options: Options) -> tuple[str, Words] | None:
    """An expression that cannot be used, or a number that is not declared."""
    for one in options.totals:
        if reason := expressions.objection(one.find):
            return "totals", reason
        if "value" not in compiled(one.find).groupindex:
            return "totals", Words("find 里要有叫 value 的组", "find needs a group called value")
    unknown = [one.fact for one in options.numbers if one.fact not in declared().numbers]
    if unknown:
        return "numbers", Words(f"没有 {unknown[0]} 这个数", f"there is no number {unknown[0]}")
    return None


def sought(options: Options) -> tuple[str, ...]:
    """The words that sentences are looked at for."""
    return tuple(word for one in options.totals for word in one.having)


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each value other than the first one stated, with a note on that."""
    for total in options.totals:
        values = tuple(_totals(report, total))
        if len(values) > 1:
            yield from _hits(values, Words(total.zh, total.en))
    stated = Counter([fact.address for fact in report.facts if fact.value is not None])
    for one in options.numbers:
        if stated[one.fact] > 1 and _is_judged(report, one):
            said = [
                _Said(fact.span, fact.value, fact.raw)
                for fact in report.facts
                if fact.address == one.fact and fact.value is not None
            ]
            yield from _hits(said, declared().numbers[one.fact].label)


def _is_judged(report: Report, one: Number) -> bool:
    cell = report.cells.get(one.cell) if one.cell else None
    apart = any(fact.value for fact in report.facts if fact.address in one.apart)
    return not apart and (cell is None or cell.state != "number")


def _hits(said: Sequence[_Said], label: Words) -> Iterator[Hit]:
    for one in said[1:]:
        if one.value != said[0].value:
            first = said[0]
            note = Note(Words(f"这里写的是“{first.raw}”", f"here it says “{first.raw}”"), first.span)
            values = {"subject": label, "stated": one.raw, "first": first.raw}
            yield Hit(one.span, values, (note,))


def _totals(report: Report, total: Total) -> Iterator[_Said]:
    """The values of a total, of the report's own year, in reading order."""
    damaged = report.document.damaged
    for sentence in holding(report, total.having):
        text, offset = report[sentence.span], sentence.span.start
        match = _own(report, text, total)
        if match is None:
            continue
        start, end = match.span("value")
        value = number(match["value"])
        if (
            value is None
            or covered(damaged, offset + start, offset + end)
            or covered(quoted(text), start, end)
        ):
            continue
        yield _Said(Span(offset + start, offset + end), value, match["value"])


def _own(report: Report, text: str, total: Total) -> re.Match[str] | None:
    """The match that speaks of the whole and of the report's own year."""
    match = compiled(total.find).search(text)
    if match is None:
        return None
    before = text[: match.end()]
    for word in total.harmless:
        before = before.replace(word, "")
    if any(word in before for word in total.unless):
        return None
    year, who = (match.groupdict().get(name) for name in ("year", "who"))
    own = (year is None or int(year) == report.title.year) and _is_own(report, who or "")
    return match if own else None


def _is_own(report: Report, who: str) -> bool:
    """Whether a name (empty: none) is one of the report's own unit: 我局, 全镇, 县水利局."""
    unit = (report.title.unit or "").removesuffix("人民政府").removesuffix("办事处")
    who = who.rstrip("共累计总合全年")
    if not who or who[0] in "我本":
        return True
    return who.removeprefix("全")[:1] == unit[-1:] if who[0] == "全" else bool(unit) and who.endswith(unit)
