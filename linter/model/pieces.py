"""Stretches of the logical text as stretches of the source: one piece for each that stands unbroken there."""

from bisect import bisect_right

from linter.model.document import Document, Span
from linter.model.finding import Edit


def source_pieces(document: Document, span: Span) -> tuple[Span, ...]:
    """Where the characters of `span` stand in the source, in order; an empty span is one empty piece."""
    if span.end <= span.start:
        return (document.source_span(span),)
    pieces: list[Span] = []
    index = max(bisect_right(document.fragments, span.start, key=lambda one: one.span.start) - 1, 0)
    for fragment in document.fragments[index:]:
        if fragment.span.start >= span.end:
            break
        start = max(span.start, fragment.span.start) - fragment.span.start + fragment.source
        end = fragment.source_end(min(span.end, fragment.span.end) - 1)
        pieces.append(Span(start, end))
    return tuple(pieces)


def source_edits(document: Document, edit: Edit) -> tuple[Edit, ...]:
    """The edit in offsets of the source, in parts where it would cross what the logical text leaves out (page
    furniture, markup); white space in between belongs to it. Only what changes is touched then."""
    runs = _runs(document, edit.span)
    if len(runs) == 1:
        return (Edit(runs[0], edit.text),)
    narrow = _narrowed(document[edit.span], edit)
    if narrow != edit:
        return source_edits(document, narrow)
    return tuple(Edit(run, "" if number else edit.text) for number, run in enumerate(runs))


def _runs(document: Document, span: Span) -> list[Span]:
    """The pieces of `span`, those with nothing but white space between them as one."""
    runs: list[Span] = []
    for piece in source_pieces(document, span):
        if runs and runs[-1].end <= piece.start and not document.source[runs[-1].end : piece.start].strip():
            runs[-1] = Span(runs[-1].start, piece.end)
        else:
            runs.append(piece)
    return runs


def _narrowed(old: str, edit: Edit) -> Edit:
    """The same edit without the characters at either end that stay as they are."""
    head = _shared(old, edit.text)
    rest, text = old[head:], edit.text[head:]
    tail = _shared(rest[::-1], text[::-1])
    return Edit(Span(edit.span.start + head, edit.span.end - tail), text[: len(text) - tail])


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
