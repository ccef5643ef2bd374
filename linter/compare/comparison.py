"""What two reports share: the stretches, where each stands in both, what was changed in it, and how much it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from linter.compare.nearest import Near, nearest
from linter.language.differences import Change, differences
from linter.model.alike import Similarity
from linter.model.document import Span
from linter.model.report import Report
from linter.similarity.attribution import RARE, stock_stretches
from linter.similarity.corpus import Corpus
from linter.similarity.masking import Masked, masked
from linter.similarity.pairing import Stretch, covered, merged, shared, without


@dataclass(frozen=True, slots=True)
class Shared:
    """A stretch that stands at `a` of one report and at `b` of the other. `changes`: where the two differ, offsets
    from their starts; `chars`: compared characters that are equal."""

    a: Span
    b: Span
    changes: tuple[Change, ...]
    chars: int

    @property
    def kind(self) -> str:
        """`same` where not a character was changed, else `edited`."""
        return "edited" if self.changes else "same"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports, and what they share in the order of the second. `shared_a`, `shared_b`: how much of what is
    compared in each stands in the other; `stock_a`, `stock_b`: where each has stock phrases. `years`: both are of one
    unit, the second of a later year; `near`: reports of the corpora that are most like the second."""

    a: Report
    b: Report
    matches: tuple[Shared, ...]
    shared_a: float
    shared_b: float
    similarity_a: Similarity
    similarity_b: Similarity
    stock_a: tuple[Span, ...] = ()
    stock_b: tuple[Span, ...] = ()
    years: bool = False
    near: tuple[Near, ...] = ()


def compare(a: Report, b: Report, corpora: Sequence[Corpus] = ()) -> Comparison:
    """What `b` shares with `a`. Stock phrases that stand by themselves are no matches: they prove nothing."""
    one, other = masked(b), masked(a)
    stock = stock_stretches(one.text, corpora), stock_stretches(other.text, corpora)
    found = _evident(one, other, stock[0])
    parts = [part for stretch in found for part in stretch.parts]
    spans = one.located([(run.start, run.end) for run in parts])
    others = other.located([(run.other_start, run.other_end) for run in parts])
    matches = tuple(
        Shared(there, here, _changes(a[there], b[here]), run.equal)
        for run, here, there in zip(parts, spans, others, strict=True)
    )
    here = merged((run.start, run.end) for run, _ in found)
    there = merged((run.other_start, run.other_end) for run, _ in found)
    years = _is_later(a, b)
    return Comparison(
        a,
        b,
        matches,
        _share(there, other.text),
        _share(here, one.text),
        _similarity(there, stock[1], other.text, previous=False),
        _similarity(here, stock[0], one.text, previous=years),
        other.located(stock[1]) if stock[1] else (),
        one.located(stock[0]) if stock[0] else (),
        years,
        nearest(b, corpora),
    )


def _evident(one: Masked, other: Masked, stock: Sequence[tuple[int, int]]) -> list[Stretch]:
    """What both share and is more than stock phrases."""
    return [
        found
        for found in shared(one, other)
        if covered(without([(found.run.start, found.run.end)], stock)) >= RARE
    ]


def _changes(one: str, other: str) -> tuple[Change, ...]:
    """Where the two differ in more than white space."""
    return tuple(
        change
        for change in (differences(one, other) if one != other else ())
        if (one[change.start : change.end] + other[change.other_start : change.other_end]).strip()
    )


def _share(stretches: Sequence[tuple[int, int]], text: str) -> float:
    return round(covered(stretches) / len(text), 4) if text else 0.0


def _similarity(
    found: Sequence[tuple[int, int]], stock: Sequence[tuple[int, int]], text: str, *, previous: bool
) -> Similarity:
    """The contract's numbers: the other report is last year's, or another unit's."""
    if not text:
        return Similarity()
    share = _share(found, text)
    return Similarity(
        boilerplate=_share(stock, text),
        previous=share if previous else None,
        largest_unit=None if previous else share,
        any_unit=None if previous else share,
        residual=round(1 - _share(merged([*found, *stock]), text), 4),
        compared_chars=len(text),
    )


def _is_later(a: Report, b: Report) -> bool:
    """Whether `b` is a later report of the unit of `a`."""
    one, other = a.title, b.title
    return bool(one.unit and one.unit == other.unit and one.year and other.year and one.year < other.year)
