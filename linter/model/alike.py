"""What a report shares with other texts: where, with which, and how much of it in all."""

from typing import Literal, NamedTuple

from linter.model.document import Span

SourceKind = Literal["previous", "unit", "stock", "inside"]
"""The unit's own earlier report, another unit's report, stock phrases, another part of the same report."""

_NEAR = 6
"""Characters between a name at the start of a sentence and what is the same after it."""


class Source(NamedTuple):
    """A text that a report may share with: whose it is, of which year, and the name of its file (or corpus)."""

    kind: SourceKind
    unit: str | None = None
    year: int | None = None
    path: str = ""


class Match(NamedTuple):
    """A stretch of the report that stands in `source` too, at `other` where that text is at hand. `chars` are
    the compared characters that are equal; `edited`: some between them are not."""

    span: Span
    source: Source
    other: Span | None
    edited: bool
    chars: int


class Similarity(NamedTuple):
    """Shares (0 to 1) of the compared characters found elsewhere; None = not assessed."""

    boilerplate: float | None = None
    previous: float | None = None
    largest_unit: float | None = None
    any_unit: float | None = None
    residual: float | None = None
    compared_chars: int | None = None


class Alike(NamedTuple):
    """The shares, and the stretches they are made of, in reading order."""

    similarity: Similarity = Similarity()
    matches: tuple[Match, ...] = ()

    def copied(self, span: Span, *kinds: SourceKind) -> bool:
        """Whether `span` lies in a stretch that a source of those kinds has too, or right before it, where a name is
        that begins a copied sentence: the proof of where the name, or the year, comes from."""
        return any(
            one.source.kind in kinds and one.span.start - _NEAR < span.end and span.start < one.span.end
            for one in self.matches
        )
