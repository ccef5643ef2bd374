"""Running text and its sentences: what stands outside headings and tables."""

from collections.abc import Sequence
from operator import attrgetter

from linter.analysis.marked import Heading
from linter.analysis.outline import Place, text_after
from linter.analysis.title import is_title
from linter.language.asides import is_aside, is_signature
from linter.language.late import late
from linter.language.marks import LINE_MARK
from linter.model.document import Document, Paragraph, Span
from linter.model.report import Prose, Sentence

_SENTENCE = late(r"[^。！？]+[。！？]*[”’）)】》]*|[。！？]+[”’）)】》]*")


def prose(
    document: Document, found: Sequence[Heading], places: Sequence[Place], first: int
) -> tuple[Prose, ...]:
    """The paragraphs of running text from block `first` on; `places`: where each block stands. Contact lines, dates, captions, signatures and
    a title that is printed again are none."""
    by_block = {one.block: one for one in found}
    made: list[Prose] = []
    for n, (section, topic) in enumerate(places):
        heading = by_block.get(n)
        span = text_after(document.blocks[n], heading)
        if n < first or span is None or span.start == span.end:
            continue
        text = document[span]
        if heading is None and (is_aside(text) or is_signature(text) or is_title(text)):
            continue
        made.append(Prose(span, section, topic, _closes(document, n, by_block)))
    return tuple(made)


def _closes(document: Document, n: int, by_block: dict[int, Heading]) -> bool:
    """Whether nothing that could continue the paragraph follows it."""
    if n + 1 >= len(document.blocks) or n + 1 in by_block:
        return True
    following = document.blocks[n + 1]
    if not isinstance(following, Paragraph):
        return True
    text = document[following.span]
    return bool(LINE_MARK.match(text)) or is_aside(text) or is_signature(text)


def sentences(
    document: Document, running: Sequence[Prose], found: Sequence[Heading], places: Sequence[Place]
) -> tuple[Sentence, ...]:
    """The sentences of running text, and the words of headings (a heading may be wrong in its wording too)."""
    text = document.text
    made = [
        Sentence(Span(*match.span()), part.section, part.topic)
        for part in running
        for match in _SENTENCE.finditer(text, *part.span)
    ]
    made += [Sentence(one.words, *places[one.block]) for one in found if len(one.words)]
    return tuple(sorted(made, key=attrgetter("span")))
