"""The text of a report as HTML, with coloured stretches and what was changed in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from linter.model.document import Document, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one side: `kind` is its class, `anchor` the name it is jumped to by, `link` the other side's
    (both empty: none), `label` what the link says; `changed`: where it differs from the other side."""

    span: Span
    kind: str
    anchor: str = ""
    link: str = ""
    label: str = ""
    changed: tuple[Span, ...] = ()


def marked(document: Document, block: Span, marks: Sequence[Mark]) -> Iterator[str]:
    """A block of the document, cut where marks and changes begin and end. Of marks that overlap the first counts;
    an anchor and a link stand where a stretch begins."""
    inside = [one for one in marks if one.span.overlaps(block)]
    edges = {block.start, block.end}
    for one in inside:
        for span in (one.span, *one.changed):
            edges |= {
                min(max(span.start, block.start), block.end),
                min(max(span.end, block.start), block.end),
            }
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        over = [one for one in inside if one.span.start <= start and end <= one.span.end]
        linked = [one for one in over if one.link] or over
        top = linked[0] if linked else None
        if top and top.link and start == max(top.span.start, block.start):
            anchor = f' id="{top.anchor}"' if start == top.span.start else ""
            yield f'<sup{anchor} class="{top.kind}"><a href="#{top.link}">{top.label}</a></sup>'
        yield _piece(document, Span(start, end), top)


def _piece(document: Document, span: Span, one: Mark | None) -> str:
    text = escape(document[span])
    if one is None:
        return text
    if any(changed.start <= span.start and span.end <= changed.end for changed in one.changed):
        text = f"<ins>{text}</ins>"
    return f'<mark class="{one.kind}">{text}</mark>'
