"""Which physical lines belong to one paragraph: hard wraps undone, also over blank lines and page breaks."""

from collections.abc import Sequence
from enum import Enum, auto

from linter.language.asides import is_aside, is_signature
from linter.language.headings import is_bare_heading
from linter.language.kept import kept
from linter.language.late import late
from linter.language.marks import HAN, LINE_MARK, SECTION_MARK, is_finished, without_mark
from linter.readers.lines import Line
from linter.readers.title_parts import belonging, is_title

_LONGEST_TITLE = 70  # characters
_LONGEST_LOOKED_AT = 2000  # characters of a text that grows line by line: longer ones are not counted through
_HEADING_TAIL = late(r"(?:情况|方面|管理|建设|保障|公开|事项|问题|措施|机制|工作|打算|计划)$")
_IS_MARK = late(rf"[{HAN}]{{1,3}}是")
_STOPS = late(r"[。：；！？，,:;]")
_REFERS = late(rf"(?:[第和及]|[（(][{HAN}]{{1,3}}[）)]|[{HAN}0-9）)》项款条目]、)$")
"""What stands before （二） where it is no mark but a reference: 第（一）、（二）项."""
_MARKUP = late(r"#{1,6}[^#]|[-*+•●◆]\s+\S|\*\*[^*]+\*\*$")
_RUN_ON = late(r"^[0-9A-Za-z@.-]|[0-9A-Za-z@.-]$")
_REST = late(r"[^，。；：]{0,4}[:：][0-9A-Za-z]")  # 系电话：0300-6123456
_BREAKS_OFF = late(r"[。；;]")
_ANSWER = late(r"^[^，；]{0,16}(?:无|没有|未)[^，；]*$")
"""A whole answer without its full stop: 无, 本年度未收取信息处理费."""

_LONGEST_ANSWER = 30  # characters
_GOING_ON = "，、（(“《：；和与及的"
_LONGEST_MARK = 6  # characters
_SET_APART = late(r"#|\*\*[^*]+\*\*$")
_HEAD = 8  # paragraphs from the start among which the title is looked for
_WORD_BEFORE_IS = frozenset("统唯之第逐专同单万其每任某这那进不初高周期")


class Kind(Enum):
    """What a line can be, by itself."""

    MARKED = auto()  # begins with a mark: a heading, or an item of a list
    TITLE = auto()
    HEADING = auto()  # the usual name of a section or topic, without a mark
    ASIDE = auto()  # contact, date and signature lines: neither wrapped nor sentences
    PLAIN = auto()


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which the prose is wrapped, or None where each paragraph is one line."""
    widths = sorted(line.width for line in lines if line.text)
    if len(widths) < 4 or widths[-1] > 130:
        return None
    width = widths[int(len(widths) * 0.9)] if len(widths) >= 10 else widths[-1]
    full = [w for w in widths if w >= width * 0.9]
    return width if width >= 15 and len(full) >= max(3, len(widths) // 5) else None


def kind_of(line: Line, previous: str) -> Kind:
    """What the line is after a line that ended in `previous` (its text so far; empty at a block's start)."""
    finished = is_finished(previous)
    if not previous or (finished and len(previous) < _LONGEST_LOOKED_AT and not _is_open(previous)):
        return _kind_by_itself(line.bare, finished)
    return _kind(line.bare, previous, finished)


def _is_open(text: str) -> bool:
    return text.count("（") > text.count("）")


@kept(longest=40)
def _kind_by_itself(text: str, finished: bool) -> Kind:
    """What a line is at a block's start, or after what is `finished`: that it goes on is out of the question."""
    return _kind(text, "。" if finished else "", finished)


def _kind(text: str, previous: str, finished: bool) -> Kind:
    if _begins_marked(text, previous, finished or not previous):
        return Kind.MARKED
    if is_aside(text, previous):
        return Kind.ASIDE
    if len(text) > _LONGEST_TITLE:
        return Kind.PLAIN  # neither are the usual names of sections nor of bodies as long
    if is_title(text):
        return Kind.TITLE
    if (not previous or finished) and is_bare_heading(text):
        return Kind.HEADING
    if is_signature(text) and (finished or (len(previous) <= _LONGEST_ANSWER and _ANSWER.search(previous))):
        return Kind.ASIDE
    return Kind.PLAIN


def _begins_marked(text: str, previous: str, closed: bool) -> bool:
    open_before = not closed
    section = SECTION_MARK.match(text)
    refers = open_before and previous[-1] in f"第{HAN}0123456789"
    if section and len(text) > section.end() and not (refers and not is_bare_heading(text[section.end() :])):
        return section["part"] is not None or text[section.end() - 1] in "、.．，,"
    mark = LINE_MARK.match(text)
    if mark is None:
        return False
    after = text[mark.end() : mark.end() + 1]
    if mark["is"] or mark["nth"]:
        return not (open_before and previous[-1] in _WORD_BEFORE_IS)
    if mark["arabic"]:
        return not (open_before and (previous[-1].isascii() or not after))
    if open_before and (
        _REFERS.search(previous, len(previous) - 5) or after in tuple("项款条目、和及与或至到，。；")
    ):
        return False
    return bool(after) or not open_before


def own_line_heading(line: Line, following: Line | None, width: int | None) -> bool:
    """Whether a marked line is a heading that stands alone, rather than the beginning of its text or of a
    heading that goes on in the next line."""
    text = line.bare
    if len(text) > 40 or is_finished(text):
        return False
    if width is None or line.width < width * 0.85:
        return not _BREAKS_OFF.search(text) and (
            width is None or not _STOPS.search(text) or following is None
        )
    if _STOPS.search(text):
        return False
    if following is None or is_bare_heading(without_mark(text)):
        return True
    return bool(_HEADING_TAIL.search(text)) and not is_bare_heading(without_mark(text + following.bare))


def _completes_heading(text: str, line: Line, width: int | None) -> bool:
    """Whether `text`, which ends with `line`, is a heading broken over two lines."""
    if width is None or line.width >= width * 0.85 or len(text) > 40:
        return False
    marked = SECTION_MARK.match(text) or LINE_MARK.match(text)
    return bool(marked) and not _STOPS.search(text) and bool(_HEADING_TAIL.search(text))


def _is_mark(text: str) -> bool:
    """Whether a line holds a mark and nothing else."""
    return len(text) <= _LONGEST_MARK and bool(LINE_MARK.fullmatch(text) or SECTION_MARK.fullmatch(text))


def paragraphs(
    lines: Sequence[Line], kept: Sequence[int], barriers: frozenset[int]
) -> tuple[tuple[int, ...], ...]:
    """The indices `kept` grouped into paragraphs. A line in `barriers` begins a block whatever it says (it
    follows a table). A line that stops in mid-sentence goes on in the next, also beyond blank lines, unless
    that begins with a mark or is a title, contact, date or signature."""
    width = wrap_width([lines[n] for n in kept])
    groups: list[list[int]] = []
    text, closed = "", True
    for place, n in enumerate(kept):
        line = lines[n]
        kind = kind_of(line, "" if closed else text)
        cut = closed and width is not None and kind is Kind.PLAIN and _is_cut(lines, groups, n, width)
        joins = cut or (
            not closed
            and _goes_on(lines, groups[-1][-1], n, text, width)
            and _may_continue(kind, line, text, len(groups))
            and not (n in barriers or _MARKUP.match(line.text))
        )
        if joins and kind is Kind.TITLE and "，" not in text:
            taken = belonging([lines[one].bare for one in groups[-1]], line.bare)
            joins = taken > 0
            if 0 < taken < len(groups[-1]):
                groups[-1:] = [groups[-1][:-taken], groups[-1][-taken:]]
                text = "".join([lines[one].bare for one in groups[-1]])
        alone = not closed and _is_mark(text)
        if joins:
            groups[-1].append(n)
            text += line.bare
            closed = cut or (is_title(text) and len(groups) <= _HEAD) or _completes_heading(text, line, width)
            closed = closed or (alone and is_bare_heading(line.bare))
        else:
            groups.append([n])
            text = line.bare
            if kind is Kind.MARKED and _is_mark(text):
                closed = False  # what it marks stands in the next line
            elif kind is Kind.MARKED:
                closed = own_line_heading(line, _following(lines, kept, place), width)
            else:
                closed = kind is not Kind.PLAIN
            closed = closed or bool(_SET_APART.match(line.text))
    return tuple(tuple(group) for group in groups)


def _is_cut(lines: Sequence[Line], groups: Sequence[Sequence[int]], n: int, width: int) -> bool:
    """Whether a contact line was broken within a number, an address or a label, which goes on in line `n`."""
    if not groups or groups[-1][-1] != n - 1:
        return False
    last, line = lines[n - 1], lines[n]
    within = bool(_RUN_ON.search(last.bare) and _RUN_ON.match(line.bare)) or _REST.match(line.bare)
    return bool(within) and last.width >= width * 0.9 and is_aside(lines[groups[-1][0]].bare)


def _may_continue(kind: Kind, line: Line, text: str, groups: int) -> bool:
    """Whether a line of that kind can be the middle of a paragraph: prose, the second line of a title, and
    一是 after a clause that asks for more (；一是)."""
    if kind is Kind.TITLE:
        return groups <= _HEAD and not is_finished(text)
    return kind is Kind.PLAIN or (
        kind is Kind.MARKED and text[-1] in "；，：" and bool(_IS_MARK.match(line.bare))
    )


def _following(lines: Sequence[Line], kept: Sequence[int], place: int) -> Line | None:
    """The next line of prose if no blank line stands between (page furniture may)."""
    if place + 1 >= len(kept):
        return None
    n, following = kept[place], kept[place + 1]
    return lines[following] if all(one.bare for one in lines[n + 1 : following]) else None


def _goes_on(lines: Sequence[Line], before: int, n: int, text: str, width: int | None) -> bool:
    """Whether line `n`, which begins with no mark, continues the paragraph `text` that ends in line `before`. Where each
    paragraph is one line, what stands beyond a blank line continues none but one that plainly goes on."""
    if not is_finished(text):
        apart = width is None and n > before + 1 and not lines[n].page_break
        apart = apart and not any(one.bare or one.page_break for one in lines[before + 1 : n])
        return not apart or text[-1] in _GOING_ON or is_title(lines[n].bare) or _is_mark(text)
    last, line = lines[before], lines[n]
    if width is None or n > before + 1 or line.indent >= 2 > last.indent:
        return False
    return last.width >= width * 0.9 and line.indent <= last.indent + 1
