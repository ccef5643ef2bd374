"""A report of which much stands elsewhere: in last year's, in another unit's, in stock phrases."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from linter.language.differences import replaced
from linter.language.last_year import NO_PREVIOUS
from linter.language.quotes import covered
from linter.model.alike import Alike, Match
from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Report

Where = Literal["previous", "unit", "stock"]

_NOTHING = NotAssessed(Words("没有可以比对的正文", "there is no running text to compare"))
_NO_PEERS = NotAssessed(
    Words(
        "没有其他单位的报告可比（用 --corpus 给出）",
        "there are no reports of other units to compare with (--corpus)",
    )
)
_SHOWN = 3  # changes in a note
_LONGEST = 16  # characters of a change in a note


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`source`: where the text is looked for. `share`: of the compared characters, from which it is told (a profile
    can say another); `chars`: so many characters must be compared for a share to mean something; `shown`: stretches
    that are named."""

    source: Where
    share: float
    chars: int = 80
    shown: int = 5


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """One hit on the longest stretch, the others as its notes."""
    alike = report.alike
    if alike is None or not alike.similarity.compared_chars or alike.similarity.boilerplate is None:
        yield _NOTHING
        return
    share = _share(alike, options.source)
    if share is None:
        yield NO_PREVIOUS if options.source == "previous" else _NO_PEERS
        return
    if share < options.share or alike.similarity.compared_chars < options.chars:
        return
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    matches = [one for one in _matches(alike, options.source) if not covered(damaged, *one.span)]
    if matches:
        yield _hit(report, alike, share, matches, options)


def _share(alike: Alike, source: Where) -> float | None:
    match source:
        case "previous":
            return alike.similarity.previous
        case "unit":
            return alike.similarity.largest_unit
        case _:
            return alike.similarity.boilerplate


def _matches(alike: Alike, source: Where) -> list[Match]:
    """The stretches of that source, the longest first; of other units, those of the one that has most."""
    found = [one for one in alike.matches if one.source.kind == source]
    if source == "unit" and found:
        by_unit: dict[str, int] = {}
        for one in found:
            by_unit[_unit(one)] = by_unit.get(_unit(one), 0) + one.chars
        most = max(sorted(by_unit), key=lambda unit: by_unit[unit])
        found = [one for one in found if _unit(one) == most]
    return sorted(found, key=lambda one: (-one.chars, one.span))


def _unit(one: Match) -> str:
    return one.source.unit or one.source.path


def _hit(report: Report, alike: Alike, share: float, matches: Sequence[Match], options: Options) -> Hit:
    longest, source = matches[0], matches[0].source
    values = {
        "percent": f"{100 * share:.0f}",
        "compared": alike.similarity.compared_chars,
        "count": len(matches),
        "unit": source.unit or source.path,
        "year": source.year or "",
        "longest": longest.chars,
    }
    shown = matches[: options.shown]
    return Hit(longest.span, values, tuple(note for one in shown for note in _notes(report, one)))


def _notes(report: Report, one: Match) -> Iterator[Note]:
    """Where the stretch stands in last year's report, or here; and what was changed in it."""
    if one.source.kind == "stock":
        yield Note(Words("这一段是套话", "this is a stock phrase"), one.span)
        return
    if one.source.kind == "previous" and one.other is not None and report.previous is not None:
        told = list(replaced(report.previous[one.other], report[one.span]))
        yield Note(_said(told, Words("原文在这里", "the original is here")), one.other, previous=True)
        return
    unit = f"{_unit(one)}{one.source.year or ''}"
    yield Note(
        Words(
            f"与{unit}年报告相同" if one.source.year else f"与{unit}的报告相同",
            f"also in the report of {unit}",
        ),
        one.span,
    )


def _said(changes: Sequence[tuple[str, str]], words: Words) -> Words:
    """The words, with what was changed."""
    if not changes:
        return Words(f"{words.zh}，一字未改", f"{words.en}, word for word")
    shown = [(_short(before) or "（无）", _short(after) or "（删去）") for before, after in changes[:_SHOWN]]
    more = "等" if len(changes) > _SHOWN else ""
    zh = "、".join(f"{before}→{after}" for before, after in shown)
    en = ", ".join(f"{before} → {after}" for before, after in shown)
    return Words(f"{words.zh}，只改了 {zh}{more}", f"{words.en}; changed: {en}{' …' if more else ''}")


def _short(text: str) -> str:
    flat = "".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
