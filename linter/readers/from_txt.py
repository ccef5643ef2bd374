"""Plain text and Markdown, as typed or as a PDF was copied out: wraps undone, tables kept line by line."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from pathlib import Path

import msgspec

from linter.language.late import late
from linter.language.marks import is_finished
from linter.model.document import Block, Document, Paragraph, Span, Table
from linter.readers.builder import Builder
from linter.readers.decoding import decode
from linter.readers.lines import BLANKS, Line, bare_numbers, furniture, is_bare_number, physical_lines
from linter.readers.own_tables import own_tables
from linter.readers.reflow import paragraphs
from linter.readers.text_tables import regions

_MARKDOWN = late(r"^(?P<hashes>#{1,6})\s*|^>\s?|^[-*+]\s+(?=\S)|\*\*|__|\s*#+$|<br\s*/?>")


def read(path: Path, data: bytes, encoding: str | None = None) -> Document:
    """The document in `data`, which was read from `path`."""
    text, name = decode(data, path.as_posix(), encoding)
    return parse(text, path.as_posix(), name, "md" if path.suffix.lower() in (".md", ".markdown") else "txt")


def parse(source: str, path: str = "<text>", encoding: str | None = None, format: str = "txt") -> Document:
    """The document in the decoded text `source`. Offsets are those of `source`."""
    lines = physical_lines(source)
    if format == "md":
        lines = tuple(msgspec.structs.replace(line, bare=_MARKDOWN.sub("", line.bare)) for line in lines)
    aside = furniture(lines)
    texts = ["" if n in aside else line.text for n, line in enumerate(lines)]
    tables = regions(texts)
    own = own_tables(texts, tables) if "|" in source or "\t" in source else ()
    tables = tuple(sorted((*tables, *own), key=lambda one: one.start)) if own else tables
    left_out = aside.union(*tables)
    kept = _without_numbers(lines, [n for n, line in enumerate(lines) if line.bare and n not in left_out])
    behind = [bisect_left(kept, region.stop) for region in tables]
    barriers = frozenset(kept[place] for place in behind if place < len(kept))
    builder = Builder(source)
    blocks: list[Block] = []
    parts: list[tuple[int, ...] | range] = [*paragraphs(lines, kept, barriers), *tables]
    last = 0
    for part in sorted(parts, key=itemgetter(0)):
        if builder.offset:
            builder.line_break(lines[last].end)
        last = part[-1]
        if isinstance(part, range):
            blocks.append(_table(builder, lines, [n for n in part if lines[n].text and n not in aside]))
        else:
            blocks.append(_paragraph(builder, lines, part, format))
    return builder.document(path, format, encoding, blocks)


def _without_numbers(lines: Sequence[Line], kept: Sequence[int]) -> tuple[int, ...]:
    if not [n for n in kept if is_bare_number(lines[n].bare)]:
        return tuple(kept)
    numbers = bare_numbers(lines, kept, [is_finished(lines[n].bare) for n in kept])
    return tuple(n for n in kept if n not in numbers)


def _paragraph(builder: Builder, lines: Sequence[Line], indices: Sequence[int], format: str) -> Paragraph:
    """Add lines as one, without the white space that a wrap or a converter left between Chinese characters."""
    start, style = builder.offset, None
    for n in indices:
        line = lines[n]
        if len(line.bare) == len(line.text) and format != "md":
            builder.put(line.start, line.end, line.text)
            continue
        skipped = []
        if len(line.bare) < len(line.text):
            skipped = [
                match.span() for match in BLANKS.finditer(line.text) if not _between_latin(line.text, match)
            ]
        if format == "md":
            marks = list(_MARKDOWN.finditer(line.text))
            style = next((f"heading-{len(mark['hashes'])}" for mark in marks if mark["hashes"]), style)
            skipped = sorted({*skipped, *(mark.span() for mark in marks)})
        at = 0
        for begin, end in skipped:
            if begin >= at:
                builder.put(line.start + at, line.start + begin, line.text[at:begin])
            at = max(at, end)
        builder.put(line.start + at, line.end, line.text[at:])
    return Paragraph(Span(start, builder.offset), style)


def _between_latin(text: str, blank: re.Match[str]) -> bool:
    """Whether white space stands between two words of Latin letters, where it separates."""
    before, after = text[blank.start() - 1 : blank.start()], text[blank.end() : blank.end() + 1]
    return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()


def _table(builder: Builder, lines: Sequence[Line], indices: Sequence[int]) -> Table:
    """Add lines as they are; what stands on each is for those to say who know the labels."""
    start = builder.offset
    first, last = lines[indices[0]].start, lines[indices[-1]].end
    text = "\n".join([lines[n].text for n in indices])
    if text == builder.shown(first, last):  # nothing was left out between them
        builder.put(first, last, text)
        return Table(Span(start, builder.offset), ())
    for place, n in enumerate(indices):
        if place:
            builder.line_break(lines[indices[place - 1]].end)
        builder.put(lines[n].start, lines[n].end, lines[n].text)
    return Table(Span(start, builder.offset), ())
