"""Half-width marks, as typed with the wrong keyboard setting, between Chinese characters."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from linter.language.bracketed import uneven_marks
from linter.language.late import late
from linter.language.paragraphs import paragraphs
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Words
from linter.model.report import Report

_HALF = ",;:?!."
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_CLOSERS = frozenset("）》”〕】％")
_OPENERS = frozenset("（《“〔【")
_BRACKETS = late(r"\([^()（）\n]{0,60}[)）]|（[^()（）\n]{0,60}\)")
_HAN = late(r"[一-鿿]")
_ORDINAL = late(r"(?:\A|[。；：，;:,\s])(?:[一二三四五六七八九十]{1,3}|\d{1,2})\Z")
_NUMBERED = late(r"\d{1,2}[.．、]")  # 培训2次.1.制度…: the mark of the next item
_COUNT = late(r"[一-鿿]\d{1,7}\Z")
_LONGEST_ORDINAL = 4
_TABLED = ("disclosure", "requests", "disputes")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`most`: how many marks are pointed at one by one; of more, the first of each kind speaks for all."""

    most: int = 5


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each half-width mark between Chinese characters; one, a note, for all half-width brackets."""
    marks = tuple(_marks(report))
    if len(marks) <= options.most:
        for at in marks:
            yield _hit(report, (Span(at, at + 1),))
    else:
        for kind in sorted({report.document.text[at] for at in marks}):
            yield _hit(report, tuple(Span(at, at + 1) for at in marks if report.document.text[at] == kind))
    brackets = tuple(_brackets(report))
    if brackets:
        yield _hit(report, brackets)


def _hit(report: Report, spans: Sequence[Span]) -> Hit:
    """A hit on the first of `spans`; its fix is for all of them."""
    found = report[spans[0]]
    edits = tuple(edit for span in spans for edit in _edits(report, span))
    many = len(spans) > 1
    more = Words(f"；全文共 {len(spans)} 处", f"; there are {len(spans)} in all") if many else Words("", "")
    right = "".join(_FULL[char] if char in "()" or len(found) == 1 else char for char in found)
    values = {"found": found, "right": right, "more": more}
    return Hit(spans[0], values, fix=Fix(True, edits), severity="note" if len(found) > 1 else None)


def _edits(report: Report, span: Span) -> Iterator[Edit]:
    """A mark, or the half-width ones of two brackets."""
    found = report[span]
    if len(span) == 1:
        yield Edit(span, _FULL[found])
        return
    for n, char in ((0, found[0]), (len(found) - 1, found[-1])):
        if char in "()":
            yield Edit(Span(span.start + n, span.start + n + 1), _FULL[char])


def _marks(report: Report) -> Iterator[int]:
    """Where a half-width mark stands in running text or in a heading's words, outside quotes."""
    text = report.document.text
    at = sorted(place for mark in _HALF for place in _places(text, mark) if _is_chinese(text, place))
    if not at:
        return
    written = sorted([*(one.span for one in report.prose), *(one.title for one in report.sections)])
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    quotes: dict[Span, tuple[tuple[int, int], ...]] = {}
    for place in at:
        number = bisect_right(written, place, key=lambda one: one.start) - 1
        if number < 0 or place >= written[number].end or covered(damaged, place, place + 1):
            continue
        span = written[number]
        if span not in quotes:
            quotes[span] = quoted(report[span])
        if not covered(quotes[span], place - span.start, place - span.start + 1):
            yield place


def _places(text: str, mark: str) -> Iterator[int]:
    """Where the mark stands. Few texts have many, and each is found faster so than with an expression."""
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _is_chinese(text: str, at: int) -> bool:
    """Whether the mark at `at` ends or divides Chinese text: no decimal point, time, address or list mark."""
    before = text[at - 1 : at]
    counted = text[at] in ",;" and _COUNT.search(text, max(0, at - 8), at)
    if not (counted or _is_han(before) or before in _CLOSERS):
        return False
    rest = text[at + 1 : at + 4].lstrip(" \u3000")
    ends = not rest or rest[0] == "\n"
    if counted:
        after = "一" <= rest[:1] <= "鿿"
    else:
        numbered = rest[:1].isdecimal() and (text[at] in ",;?!" or _NUMBERED.match(rest) is not None)
        after = ends or numbered or _is_han(rest[0]) or rest[0] in _OPENERS
    return after and not _ORDINAL.search(text[max(0, at - _LONGEST_ORDINAL) : at])


def _is_han(char: str) -> bool:
    return "一" <= char <= "鿿"


def _brackets(report: Report) -> Iterator[Span]:
    """Bracketed Chinese text of which a bracket is half-width."""
    text = report.document.text
    if "(" not in text and ")" not in text:
        return
    if not any(_HAN.search(match[0]) for match in _BRACKETS.finditer(text)):
        return
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    marks = frozenset(uneven_marks(report))  # another rule's matter
    for span, section in paragraphs(report):
        part = report[span]
        if section in _TABLED and "。" not in part:
            continue
        matches = [match for match in _BRACKETS.finditer(part) if _HAN.search(match[0])]
        quotes = quoted(part) if matches else ()
        for match in matches:
            found = Span(span.start + match.start(), span.start + match.end())
            if found not in marks and not covered(quotes, *match.span()) and not covered(damaged, *found):
                yield found
