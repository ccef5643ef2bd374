"""A heading, and which paragraphs marked like the heading of a section are none."""

from collections.abc import Iterator, Sequence

import msgspec

from linter.model.document import Span
from linter.model.report import SectionKind, TopicKind

_SURE = 3
"""Sections with headings on lines of their own, from which on that is how the report has them."""


class Heading(msgspec.Struct, frozen=True, gc=False):
    """A paragraph, or the front of one, that is a heading. `block` is the paragraph's place in the document."""

    block: int
    level: int
    span: Span
    mark: Span | None
    number: int | None
    words: Span
    run_in: bool
    kind: SectionKind | TopicKind | None
    style: str


def without_contents(marked: Sequence[Heading]) -> Sequence[Heading]:
    """Leave out a table of contents, or the parts listed in the lead paragraph: three or more headings in a
    row, no text under any of them, each of which comes again further down."""
    end = 1
    while end < len(marked) and marked[end].block == marked[0].block + end and marked[end].number != 1:
        end += 1
    again = {other.kind for other in marked[end:] if other.kind}
    listed = end >= 3 and all(one.kind in again for one in marked[:end])
    return marked[end:] if listed else marked


def without_nested(marked: Sequence[Heading]) -> Iterator[Heading]:
    """Leave out a list that is numbered like the sections inside one of them (五、… 一、… 二、… 六、…), also where its
    points begin with what other headings say on lines of their own."""
    own_line = {one.kind for one in marked if one.kind and not one.run_in}
    if len(own_line) >= _SURE:
        marked = [one for one in marked if not (one.run_in and one.kind in own_line)]
    for place, one in enumerate(marked):
        before = [other for other in marked[:place] if other.kind and other.kind == one.kind]
        restarts = bool(before) and one.number == 1
        if not restarts:
            yield one
