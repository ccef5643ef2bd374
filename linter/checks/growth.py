"""What the text says of last year, against last year's report: 比上年增加3件, 同比增长20%, 与上年持平, 上年为9件."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from linter.language.anchors import holding
from linter.language.forms import FORMS, addresses
from linter.language.last_year import NO_PREVIOUS, Led, in_both
from linter.language.quantities import Quantity, quantities
from linter.model.document import Span
from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Report

_LAST = r"(?:(?:上年|上一年|去年)度?|20\d\d年度?)(?:同期)?"
_THAN = rf"(?:(?:比|较|与|同|和){_LAST}(?:相比|比)?，?|同比)"
_WINDOW = 120  # characters before a comparison in which what it compares is looked for
_WORDS = ("上年", "上一年", "去年", "同比", "比20", "较20", "与20")
_UNSURE = ("分别", "上半年", "季度", "月份", "其中")
_NOTHING_TO_COMPARE = NotAssessed(
    Words("正文没有可以和上年报告核对的比较", "the text compares nothing that last year's report tells")
)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`about`: numbers (amounts, 持平, last year's number itself) or percentages. `sums`: by number of the text (see
    rules/facts.yaml) the sums of cells, joined by +, one of which it was last year."""

    about: Literal["numbers", "percentages"]
    sums: Mapping[str, tuple[str, ...]] = {}


def objection(options: Options) -> tuple[str, Words] | None:
    """The cell that no form has."""
    cells = {address for form in FORMS for address in addresses(form)}
    for sums in options.sums.values():
        for address in (part.strip() for one in sums for part in one.split("+")):
            if address not in cells:
                return "sums", Words(f"没有 {address} 这一格", f"there is no cell {address}")
    return None


class _Known(NamedTuple):
    """What a number of the text was last year; `span` is one of the places where that stands."""

    values: frozenset[Decimal]
    span: Span


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """Point at every comparison that no reading of last year's report bears out."""
    if report.previous is None:
        yield NO_PREVIOUS
        return
    both = in_both(report, report.previous)
    judged, known = False, _known(report, report.previous, both, options)
    stated = tuple((one.quantity, last) for one, last in both if one.last)
    if options.about == "numbers" and stated:
        judged = True
        yield from (_misstated(report, one, last) for one, last in stated if one.value != last.value)
    for match in _comparisons(report, options):
        told = _told(report, match, known)
        judged = judged or told is not None
        if told and not any(_bears_out(match, now, last) for now, one in told for last in one.values):
            yield _hit(match, told[-1])
    if not judged:
        yield _NOTHING_TO_COMPARE


@cache
def _compared() -> re.Pattern[str]:
    """Comparisons with last year; compiled when first needed: few runs have a report of last year."""
    return re.compile(
        rf"{_THAN}(?:(?P<up>增加|增长|上升|提高|提升|多)|(?P<down>减少|下降|降低|少))了?(?P<about>近|约|超|逾)?"
        rf"(?P<number>\d{{1,9}}(?:\.\d{{1,4}})?)\s?(?P<unit>[件条份次篇期个宗起项部人%％]次?)(?!左右|以上|多|余|百分点|月|工作日)"
        rf"|(?:与|同|和){_LAST}(?P<same>持平)"
        rf"|{_LAST}(?:为|是|有|共)?(?P<stated>\d{{1,9}})\s?(?P<of>[件条份次篇期个宗起项部人]次?)"
    )


def _comparisons(report: Report, options: Options) -> Iterator[re.Match[str]]:
    """Those that the rule is about, of which it is clear what is compared. Matches are in the whole text."""
    for sentence in holding(report, _WORDS):
        if any(bad.overlaps(sentence.span) for bad in report.document.damaged):
            continue
        for match in _compared().finditer(report.document.text, *sentence.span):
            said = report.document.text[max(sentence.span.start, match.start() - _WINDOW) : match.end()]
            named = re.search(r"20\d\d", match[0])
            other_year = named and int(named[0]) + 1 != report.title.year
            if _is_asked(match, options) and not other_year and not any(word in said for word in _UNSURE):
                yield match


def _is_asked(match: re.Match[str], options: Options) -> bool:
    percent = (match["unit"] or "")[:1] in ("%", "％")
    return not match["about"] and percent == (options.about == "percentages")


def _known(
    report: Report, previous: Report, both: Iterable[tuple[Led, Quantity]], options: Options
) -> Mapping[Span, _Known]:
    """By the place of a number of the text, what it was last year: what the tables say, what the text says of the
    same, and what it says in the same words."""
    found = {
        one.quantity.span: _Known(frozenset((last.value,)), last.span) for one, last in both if not one.last
    }
    for fact in report.facts:
        told = [
            (one.value, one.span)
            for one in previous.facts
            if one.address == fact.address and one.value is not None
        ]
        told += _totals(previous, options.sums.get(fact.address, ()))
        if told:
            found[fact.span] = _Known(frozenset(value for value, _ in told), told[-1][1])
    return found


def _totals(previous: Report, sums: Sequence[str]) -> Iterator[tuple[Decimal, Span]]:
    """Each of the sums of which all cells were read."""
    for one in sums:
        cells = [previous.cells.get(address.strip()) for address in one.split("+")]
        numbers = [cell for cell in cells if cell and cell.value is not None]
        if len(numbers) == len(cells):
            yield sum((cell.value or Decimal(0) for cell in numbers), Decimal(0)), numbers[0].span


_Told = tuple[Decimal, _Known]


def _told(report: Report, match: re.Match[str], known: Mapping[Span, _Known]) -> Sequence[_Told] | None:
    """The numbers before a comparison that it may be about, and what each was last year; None where that is not
    known of the nearest, or where a comparison stands between."""
    first = max(0, match.start() - _WINDOW)
    start = max(first, *(report.document.text.rfind(stop, first, match.start()) + 1 for stop in "。\n"))
    text = report[Span(start, match.start())]
    if _names_last(text, report.title.year):
        return None
    before = [one for one in quantities(text, start) if one.unit != "%"]
    unit = match["unit"] or match["of"] or (before[-1].unit if before else "")
    fitting = [one for one in before if unit[:1] in ("%", "％") or one.unit == unit]
    if not fitting or fitting[-1] is not before[-1] or _compares(report, fitting[-1], match):
        return None
    if any(one.approximate for one in fitting) or known.get(fitting[-1].span) is None:
        return None
    return [(one.value, known[one.span]) for one in fitting if one.span in known]


def _names_last(before: str, year: int | None) -> bool:
    """Whether last year's number has been told before: that a percentage follows from it, others look at."""
    return year is not None and f"{year - 1}年" in before


def _compares(report: Report, nearest: Quantity, match: re.Match[str]) -> bool:
    """Whether the nearest number is itself one of a comparison, or the comparison is about something else."""
    text = report.document.text
    between = text[nearest.span.end : match.start()]
    head = text[max(0, nearest.span.start - 12) : nearest.span.start]
    return len(between) > 3 or any(word in head for word in (*_WORDS, "增", "减", "比", "至"))


def _misstated(report: Report, stated: Quantity, last: Quantity) -> Hit:
    """Last year's number, told otherwise than last year's report does."""
    right = Words(f" {last.value:f}", f"{last.value:f}")
    numbers = Words(f"上年报告是 {last.value:f}", f"{last.value:f} in last year's report")
    values = {"said": report[stated.span], "numbers": numbers, "right": right}
    return Hit(
        stated.span,
        values,
        (Note(Words("上年报告这里", "last year's report, here"), last.span, previous=True),),
    )


def _bears_out(match: re.Match[str], now: Decimal, last: Decimal) -> bool:
    """Whether the comparison is right if the number was `last`; a percentage may be rounded or cut off."""
    if match["same"]:
        return now == last
    if match["stated"]:
        return Decimal(match["stated"]) == last
    change = Decimal(match["number"]) * (1 if match["up"] else -1)
    if match["unit"][:1] not in ("%", "％"):
        return now - last == change
    places = len(match["number"].partition(".")[2])
    return last > 0 and abs((now - last) * 100 / last - change) < Decimal(1).scaleb(-places)


def _hit(match: re.Match[str], told: _Told) -> Hit:
    now, known = told
    last = " 或 ".join(f"{one:f}" for one in sorted(known.values))
    numbers = Words(f"本年是 {now:f}，上年报告是 {last}", f"{now:f} this year, {last} last year")
    values = {"said": match[0], "numbers": numbers, "right": _right(match, now, min(known.values))}
    note = Note(Words("上年报告这里", "last year's report, here"), known.span, previous=True)
    return Hit(Span(*match.span()), values, (note,))


def _right(match: re.Match[str], now: Decimal, last: Decimal) -> Words:
    """What the comparison would be."""
    change = now - last
    if match["stated"]:
        return Words(f" {last:f}", f"{last:f}")
    if not change:
        return Words("与上年持平", "the same as last year")
    zh, en = ("增加", "more") if change > 0 else ("减少", "less")
    if match["same"] or match["unit"][:1] not in ("%", "％"):
        return Words(f"{zh} {abs(change):f}", f"{abs(change):f} {en}")
    if not last:
        return Words("上年是 0，不能算百分比", "last year it was 0, of which there is no percentage")
    percent = (abs(change) * 100 / last).quantize(Decimal("0.1"))
    return Words(f"{zh} {percent:f}%", f"{percent:f}% {en}")
