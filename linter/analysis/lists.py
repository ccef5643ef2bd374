"""Lists as the author counts them: 一是 二是, （一） （二）, 1. 2., told apart where they nest, restart or go on."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from linter.analysis.marked import Heading
from linter.analysis.outline import Place
from linter.language.late import late
from linter.language.marks import HAN, INLINE_MARK, LINE_MARK, ordinal, style_and_number
from linter.model.document import Document, Paragraph, Span, Table
from linter.model.report import Enumeration, Item

_LOOSE = late(rf"(?<=[一-鿿])(?<![{HAN}第统唯之逐专同单万其每任某这那进不初高周期])(?P<i>[{HAN}]{{1,3}})是")
_CONTINUING = "；;，,"


class _Mark(msgspec.Struct, frozen=True):
    """A mark as found: `end` is where its paragraph ends, `inline` whether text stands before it there; `comma`:
    where its sentence begins, if a comma is before it."""

    style: str
    number: int
    span: Span
    end: int
    inline: bool
    continuing: bool
    comma: int | None = None


class _Open(msgspec.Struct):
    """A list that may still go on."""

    style: str
    marks: list[_Mark]
    place: Place


_WITHOUT_TABLES = ("overview", "problems", "other")
"""Sections for which the form has no table."""


def lists(document: Document, found: Sequence[Heading], places: Sequence[Place]) -> tuple[Enumeration, ...]:
    """All lists, in the order of their first marks; a list of one mark too. A mark numbered 1 begins a new
    list, unless it continues the sentence of an open one (…；一是); so does a 2 within another paragraph
    (一要…；二是). A mark of an outer list closes the inner."""
    at_block = {one.block: one for one in found}
    closed: list[_Open] = []
    stack: list[_Open] = []
    for n, block in enumerate(document.blocks):
        heading = at_block.get(n)
        if isinstance(block, Table) and places[n][0] in _WITHOUT_TABLES:
            continue  # one of the report's own, amid its text
        if not isinstance(block, Paragraph) or (heading and (heading.level == 1 or heading.mark is None)):
            closed += stack
            stack = []
            if not isinstance(block, Paragraph):
                continue
        for mark in _marks(document[block.span], block.span.start, heading):
            _take(mark, places[n], stack, closed)
    return tuple(sorted([_enumeration(one) for one in closed + stack], key=lambda one: one.items[0].mark))


def _take(mark: _Mark, place: Place, stack: list[_Open], closed: list[_Open]) -> None:
    """Put a mark where it belongs: into the open list of its style, or into a new one."""
    styles = [one.style for one in stack]
    if mark.style not in styles:
        stack.append(_Open(mark.style, [mark], place))
        return
    depth = styles.index(mark.style)
    closed.extend(stack[depth + 1 :])
    del stack[depth + 1 :]
    last = stack[depth].marks[-1]
    apart = last.end != mark.end
    anew = mark.number == 1 or (mark.number == 2 and apart and mark.inline and last.number > 1)
    other = mark.comma is not None and mark.comma > last.span.start
    goes_on = not anew or (mark.continuing and not apart and not other)
    if goes_on:
        stack[depth].marks.append(mark)
    else:
        closed.append(stack[depth])
        stack[depth] = _Open(mark.style, [mark], place)


def _marks(text: str, offset: int, heading: Heading | None) -> Iterator[_Mark]:
    """The marks of one paragraph, in reading order."""
    end = offset + len(text)
    at = 0
    first = LINE_MARK.match(text) if heading is None or heading.level > 1 else None
    if first and (styled := style_and_number(first)):
        style, group, number = styled
        at = first.end()
        yield _Mark(style, number, _span(first, group, offset), end, False, False)
    elif heading is not None:
        at = heading.words.start - offset
    expected = 2 if first and first["is"] else 1
    follows = at > 0 or first is not None
    for match in INLINE_MARK.finditer(text, max(at - 1, 0)):
        begins, before = match.end(), match[0]
        styled = style_and_number(match)
        if styled is None:
            follows = True
            continue
        style, group, number = styled
        if style == "一是":
            if number > expected:
                yield from _overlooked(text, offset, at, begins, range(expected, number))
            expected, at = number + 1, match.end(group)
            follows = True
        continuing = before in _CONTINUING and follows
        comma = offset + text.rfind("。", 0, begins) if before in "，," else None
        yield _Mark(style, number, _span(match, group, offset), end, True, continuing, comma)
        follows = True


def _overlooked(text: str, offset: int, start: int, stop: int, wanted: range) -> Iterator[_Mark]:
    """Marks with no stop before them (主要原因一是…，二是…), taken only where a later mark asks for them."""
    needed = list(wanted)
    for match in _LOOSE.finditer(text, start, stop):
        if needed and ordinal(match["i"]) == needed[0]:
            number = needed.pop(0)
            yield _Mark(
                "一是",
                number,
                Span(offset + match.start(), offset + match.end()),
                offset + len(text),
                True,
                False,
            )


def _span(match: re.Match[str], group: str, offset: int) -> Span:
    start, end = match.span(group)
    return Span(offset + start, offset + end)


def _enumeration(one: _Open) -> Enumeration:
    stops = [*(mark.span.start for mark in one.marks[1:]), one.marks[-1].end]
    items = [
        Item(mark.span, mark.number, Span(mark.span.start, max(stop, mark.span.end)))
        for mark, stop in zip(one.marks, stops, strict=True)
    ]
    return Enumeration(one.style, tuple(items), *one.place, inline=any(mark.inline for mark in one.marks))
