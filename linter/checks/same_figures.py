"""Numbers of the running text that are last year's, said in the same words."""

from collections.abc import Iterator, Sequence
from math import prod

import msgspec

from linter.language.last_year import NO_PREVIOUS, Led, Place, in_both
from linter.language.quantities import Quantity
from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Report

_NOTHING_TO_COMPARE = NotAssessed(
    Words("两年的报告没有说法相同的数", "the two reports say no number in the same words")
)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`units`: what is counted anew each year (条, 件次). `smallest`: smaller numbers may be equal by chance. `stocks`:
    words before a number that stays from year to year (现有). `least`: so many numbers of one topic must be last
    year's; multiplied they must come to `rare`: a few small ones may be equal by chance."""

    units: tuple[str, ...]
    smallest: int
    stocks: tuple[str, ...]
    least: int = 2
    rare: int = 1000


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """One hit, on the first number that is last year's; the others are its notes. Where half of the numbers of a
    topic or more have changed, the rest may be as they were."""
    if report.previous is None:
        yield NO_PREVIOUS
        return
    pairs = [
        (one, last)
        for one, last in in_both(report, report.previous)
        if not one.last and _counts(one, options)
    ]
    if not pairs:
        yield _NOTHING_TO_COMPARE
        return
    same = [
        pair
        for place in dict.fromkeys(one.place for one, _ in pairs)
        for pair in _same(pairs, place, options)
    ]
    if same:
        yield _hit(report, same)


def _same(
    pairs: Sequence[tuple[Led, Quantity]], place: Place, options: Options
) -> Sequence[tuple[Quantity, Quantity]]:
    """Those of one place that are last year's, if they are many and most."""
    here = [(one.quantity, last) for one, last in pairs if one.place == place]
    same = [(one, last) for one, last in here if one.value == last.value]
    many = len(same) >= options.least and 2 * len(same) > len(here)
    return same if many and prod(one.value for one, _ in same) >= options.rare else ()


def _counts(one: Led, options: Options) -> bool:
    quantity = one.quantity
    small = quantity.value < options.smallest
    return (
        quantity.unit in options.units and not small and not any(word in one.lead for word in options.stocks)
    )


def _hit(report: Report, same: list[tuple[Quantity, Quantity]]) -> Hit:
    (first, last), *others = same
    told = [Note(Words("上年报告这里", "last year's report, here"), last.span, previous=True)]
    told += [Note(Words("这个数也和上年一样", "last year's number, too"), one.span) for one, _ in others]
    numbers = "、".join(report[one.span] for one, _ in same)
    return Hit(first.span, {"count": len(same), "numbers": numbers}, tuple(told))
