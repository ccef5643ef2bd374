"""Headings and what stands under them: the sections of the form, the topics of section one."""

from collections.abc import Mapping, Sequence
from typing import get_args

import msgspec

from linter.analysis.marked import Heading, without_contents, without_nested
from linter.language.asides import is_aside
from linter.language.headings import (
    BULLETS,
    RUN_IN_TOPIC,
    SECTION_WORDS,
    TOPIC_WORDS,
    begins_text,
    is_bare_heading,
    section_kind,
    section_name_end,
    topic_kind,
)
from linter.language.late import late
from linter.language.marks import HAN, LINE_MARK, SECTION_MARK, is_finished, ordinal, style_and_number
from linter.model.document import Block, Document, Paragraph, Span, Table
from linter.model.report import Section, SectionKind, TopicKind

Place = tuple[SectionKind | None, TopicKind | None]
"""The section and the topic in which something stands."""

_SECTIONS: Mapping[str | None, SectionKind] = {kind: kind for kind in SECTION_WORDS}
_TOPICS: Mapping[str | None, TopicKind] = {kind: kind for kind in TOPIC_WORDS}

_PLACES: Mapping[SectionKind, int] = {kind: n for n, kind in enumerate(get_args(SectionKind), start=1)}
"""The numbers that the form gives its sections."""

_MARK_STARTS = frozenset(f"第{HAN}")
"""What the mark of a section begins with."""

_BULLET = late(rf"[{BULLETS}]\s*")
_STOP = late(r"[。：:；;！？]")
_ROW_LABEL = late(r"[一二三四][、.．](?:本年新收|上年结转|本年度办理|结转下年)")
_LONGEST = 40
_NOT_HEADING = late(r"^(?:\d|20\d\d)|(?:条|件|次|人|个|篇|期|场)$")
_NAME_END = late(r"(?:情况|事项|概况|概述|措施)$")
_SENTENCE = late(r"，.*(?:了|等|将|共|为|年)")


def headings(document: Document, first: int) -> tuple[Heading, ...]:
    """All headings from block `first` on (the one after the title), in reading order."""
    top = _section_headings(document, first)
    found: list[Heading] = []
    current: SectionKind | None = None
    levels: dict[str, int] = {}
    tops = {one.block: one for one in top}
    for n, block in enumerate(document.blocks):
        if n in tops:
            found.append(tops[n])
            current, levels = _section_of(tops[n]), {}
        elif isinstance(block, Paragraph) and n >= first and (current or not top):
            below = _lower_heading(document, n, block, current, levels)
            if below:
                levels = {style: at for style, at in levels.items() if at < below.level}
                levels[_ranked(below.style)] = below.level
                found.append(below)
    return tuple(found)


def _ranked(style: str) -> str:
    """A style of marks, whichever stop stands behind the number."""
    return "1." if style == "1、" else style


def _level(style: str, levels: Mapping[str, int]) -> int:
    """That of a heading where headings of the styles `levels` are open: its style's own, or one below them."""
    if style == "（一）":
        return 2
    return levels.get(_ranked(style)) or max(levels.values(), default=1) + 1


def _section_of(heading: Heading) -> SectionKind | None:
    return _SECTIONS.get(heading.kind)


def _topic_of(heading: Heading) -> TopicKind | None:
    return _TOPICS.get(heading.kind)


def _section_headings(document: Document, first: int) -> tuple[Heading, ...]:
    """The headings of sections: by 一、 where the report has such, else by Arabic marks or by words alone."""
    blocks = [
        (n, block) for n, block in enumerate(document.blocks) if n >= first and isinstance(block, Paragraph)
    ]
    text = document.text
    begun = [
        (n, block) for n, block in blocks if text[block.span.start : block.span.start + 1] in _MARK_STARTS
    ]
    marked = without_contents([one for n, block in begun if (one := _section_heading(document, n, block))])
    named: set[SectionKind | TopicKind | None] = {one.kind for one in marked if one.kind}
    if len(named) >= 3:
        return tuple(without_nested(marked))
    plain = [one for n, block in blocks if (one := _plain_section(document, n, block, named))]
    return tuple(sorted([*marked, *plain], key=lambda one: one.block))


class _Front(msgspec.Struct, frozen=True):
    """The front of a paragraph as a heading would have it: a mark up to `mark_end`, words from `start` to
    `end`, and the stop behind them, if any. Offsets are the paragraph's own."""

    block: int
    offset: int
    text: str
    mark_end: int
    start: int
    end: int
    stop: str
    number: int | None
    style: str

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def run_in(self) -> bool:
        """Whether the paragraph goes on behind the words."""
        return self.end + len(self.stop) < len(self.text)

    def heading(self, level: int, kind: SectionKind | TopicKind | None) -> Heading:
        at = self.offset
        span = Span(at, at + self.end + len(self.stop))
        mark = Span(at, at + self.mark_end) if self.mark_end else None
        words = Span(at + self.start, at + self.end)
        return Heading(self.block, level, span, mark, self.number, words, self.run_in, kind, self.style)


def _front(document: Document, n: int, mark_end: int, start: int, number: int | None, style: str) -> _Front:
    span = document.blocks[n].span
    text = document[span]
    stop = _STOP.search(text, start)
    end, mark = (stop.start(), stop[0]) if stop else (len(text), "")
    return _Front(n, span.start, text, mark_end, start, end, mark, number, style)


def _section_heading(document: Document, n: int, block: Paragraph) -> Heading | None:
    text = document[block.span]
    mark = SECTION_MARK.match(text)
    if mark is None or _ROW_LABEL.match(text):
        return None
    front = _front(document, n, mark.end(), mark.end(), ordinal(mark["number"] or mark["part"]), "一、")
    named = section_name_end(text, mark.end())
    if named is not None and named < front.end:
        front = msgspec.structs.replace(front, end=named, stop="")
        return front.heading(1, section_kind(front.words))
    words = front.words
    if not words or len(words) > _LONGEST:
        return None
    kind = section_kind(words)
    if (front.stop in ("；", ";") and not is_bare_heading(words)) or (
        front.run_in and (kind is None or _SENTENCE.search(words))
    ):
        return None
    return front.heading(1, kind)


def _plain_section(
    document: Document, n: int, block: Paragraph, named: set[SectionKind | TopicKind | None]
) -> Heading | None:
    """A section's heading with an Arabic mark or none, if its words name a section not yet found."""
    text = document[block.span]
    mark = LINE_MARK.match(text)
    start = mark.end("arabic") if mark and mark["arabic"] else 0
    kind = section_kind(text[start:])
    if kind is None or kind in named or len(text) > 25 or _STOP.search(text) or (mark and not mark["arabic"]):
        return None
    if not start and not block.style and not is_bare_heading(text) and not _NAME_END.search(text):
        return None
    number = int(mark["a"]) if mark and start else None
    if number and named and number != _PLACES[kind]:
        return None  # 1.主动公开 below 一、总体情况 is a topic
    named.add(kind)
    return _front(document, n, start, start, number, "1." if start else "").heading(1, kind)


def _lower_heading(
    document: Document, n: int, block: Paragraph, section: SectionKind | None, levels: Mapping[str, int]
) -> Heading | None:
    """A heading below the section: a topic of section one, a part of another, or a point of a topic."""
    text = document[block.span]
    mark = LINE_MARK.match(text)
    if mark is None:
        return _unmarked_topic(document, n, text) if section == "overview" else None
    styled = style_and_number(mark)
    if styled is None or mark["is"] or mark["nth"]:
        return None
    style, group, number = styled
    front = _front(document, n, mark.end(group), mark.end(), number, style)
    words, level = front.words, _level(style, levels)
    names_topic = section in ("overview", None) and (level == 2 or RUN_IN_TOPIC.fullmatch(words))
    kind = topic_kind(words) if names_topic else None
    if front.run_in or is_finished(text):
        named = RUN_IN_TOPIC.match(text, mark.end()) if level == 2 and section == "overview" else None
        if _is_sentence(front, kind) or (named and begins_text(text, named.end())):
            return (
                msgspec.structs.replace(front, end=named.end(), stop="").heading(2, topic_kind(named[0]))
                if named
                else None
            )
        return None if front.stop in "；;" and kind is None else front.heading(level, kind)
    too_long = len(words) > 35 or (len(words) > 20 and _SENTENCE.search(words))
    if too_long or (kind is None and _ends_list_of_sentences(document, n, style)):
        return None
    return front.heading(level, kind)


def _ends_list_of_sentences(document: Document, n: int, style: str) -> bool:
    """Whether the paragraph is a list's last item rather than a heading: items of its style right before it
    are sentences, and no text stands under it."""
    before, after = (
        document.blocks[n - 1] if n else None,
        document.blocks[n + 1] if n + 1 < len(document.blocks) else None,
    )
    if not isinstance(before, Paragraph) or _is_plain(document, after):
        return False
    text = document[before.span]
    mark = LINE_MARK.match(text)
    styled = style_and_number(mark) if mark else None
    return styled is not None and styled[0] == style and is_finished(text)


def _is_plain(document: Document, block: Block | None) -> bool:
    """Whether a block is a paragraph without a mark."""
    if not isinstance(block, Paragraph):
        return False
    text = document[block.span]
    return not (LINE_MARK.match(text) or SECTION_MARK.match(text) or is_aside(text))


def _is_sentence(front: _Front, kind: SectionKind | TopicKind | None) -> bool:
    """Whether the words before the first stop say something rather than name it."""
    words = front.words
    return (
        len(words) > 25
        or bool(_NOT_HEADING.search(words) or _SENTENCE.search(words))
        or ("，" in words and kind is None)
    )


def _unmarked_topic(document: Document, n: int, text: str) -> Heading | None:
    """A topic's heading without a mark: its usual name alone on a line, or run in with a stop."""
    bullet = _BULLET.match(text)
    named = RUN_IN_TOPIC.match(text, bullet.end() if bullet else 0)
    if named is None or text[named.end() : named.end() + 1] not in ("", "：", ":", "。"):
        return None
    return _front(document, n, 0, named.start(), None, "").heading(2, topic_kind(named[0]))


def contexts(document: Document, found: Sequence[Heading]) -> tuple[Place, ...]:
    """For each block, the section and the topic it stands in (a heading stands in its own)."""
    by_block = {one.block: one for one in found}
    section: SectionKind | None = None
    topic: TopicKind | None = None
    made = []
    for n in range(len(document.blocks)):
        heading = by_block.get(n)
        if heading and heading.level == 1:
            section, topic = _section_of(heading), None
        elif heading and (heading.level == 2 or heading.kind):
            topic = _topic_of(heading)
        made.append((section, topic))
    return tuple(made)


def sections(document: Document, found: Sequence[Heading]) -> tuple[Section, ...]:
    """Each heading with what stands under it."""
    made = []
    begins: dict[int, int] = {}  # by level: the block of the nearest heading below the one looked at
    for one in reversed(found):
        below = [block for level, block in begins.items() if level <= one.level]
        until = min(below, default=len(document.blocks))
        begins[one.level] = one.block
        end = max(document.blocks[until - 1].span.end, one.span.end)
        span, body = Span(one.span.start, end), Span(min(one.span.end, end), end)
        made.append(
            Section(span, one.level, one.span, one.mark, one.number, one.words, body, one.run_in, one.kind)
        )
    return tuple(reversed(made))


def text_after(block: Block, heading: Heading | None) -> Span | None:
    """What of a block is running text: all of a paragraph, or what follows a heading that runs into it."""
    if isinstance(block, Table):
        return None
    if heading is None:
        return block.span
    return (
        Span(heading.span.end, block.span.end)
        if heading.run_in and heading.span.end < block.span.end
        else None
    )
