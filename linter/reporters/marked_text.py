"""The text of a report as HTML, with marks round what findings point at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from linter.model.document import Document, Paragraph, Span
from linter.model.finding import SEVERITIES, Finding, Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be marked: of finding `number` (1-based) itself, or (`other`) the other side of what it
    says; `anchor` is the name it can be jumped to by."""

    span: Span
    number: int
    anchor: str
    severity: Severity
    other: bool


def marks(findings: Sequence[Finding], prefix: str) -> tuple[Mark, ...]:
    """What to mark for `findings`; anchors begin with `prefix`."""
    made = []
    for number, finding in enumerate(findings, start=1):
        made.append(Mark(finding.span, number, f"{prefix}m{number}", finding.severity, other=False))
        for n, note in enumerate(finding.notes, start=1):
            if not note.previous:
                made.append(Mark(note.span, number, f"{prefix}m{number}n{n}", finding.severity, other=True))
    return tuple(sorted(made, key=lambda one: (one.span, one.other, one.number)))


def marked_text(document: Document, wanted: Sequence[Mark], prefix: str) -> Iterator[str]:
    """The blocks of the document, paragraphs as `p`, tables line by line; links lead to `{prefix}f<number>`."""
    for block in document.blocks:
        inside = [one for one in wanted if _shows_in(one.span, block.span)]
        html = "".join(_pieces(document, block.span, inside, prefix))
        yield f"<p>{html}</p>" if isinstance(block, Paragraph) else f"<pre>{html}</pre>"


def _shows_in(span: Span, block: Span) -> bool:
    return span.overlaps(block) or (span.start == span.end and block.start <= span.start <= block.end)


def _pieces(document: Document, block: Span, inside: Sequence[Mark], prefix: str) -> Iterator[str]:
    """The block cut where marks begin and end, each piece within as many as cover it."""
    edges = {block.start, block.end}
    for one in inside:
        edges |= {
            min(max(one.span.start, block.start), block.end),
            min(max(one.span.end, block.start), block.end),
        }
    ordered = sorted(edges)
    opened: set[str] = set()
    for start, end in zip(ordered, [*ordered[1:], block.end], strict=True):
        covering = [
            one
            for one in inside
            if one.span.start <= start and (end <= one.span.end or one.span.start == one.span.end == start)
        ]
        for one in covering:
            if one.anchor not in opened:
                opened.add(one.anchor)
                yield f'<a id="{one.anchor}"></a>'
                if not one.other:
                    yield f'<sup><a href="#{prefix}f{one.number}">{one.number}</a></sup>'
        text = escape(document.text[start:end])
        if text:
            yield _marked(text, [one for one in covering if len(one.span)])


def _marked(text: str, covering: Sequence[Mark]) -> str:
    own = [one for one in covering if not one.other]
    if own:
        worst = max(own, key=lambda one: SEVERITIES.index(one.severity))
        return f'<mark class="{worst.severity}">{text}</mark>'
    return f'<mark class="other-side">{text}</mark>' if covering else text
