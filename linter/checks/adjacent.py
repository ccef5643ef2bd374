"""Two marks where one belongs: 。。 ，， ；。 、等."""

from collections.abc import Iterator

import msgspec

from linter.language.late import late
from linter.language.paragraphs import paragraphs
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Words
from linter.model.report import Report

_RUN = late(r"[。，、；：！？．,;:!?.](?:[ \u3000]?[。，、；：！？．,;:!?.])+")
_FULL = str.maketrans(",;:!?．.", "，；：！？。。")
_HALF = frozenset(",;:!?.")
_EMPHASIS = frozenset("！？!?")
_ENDS = frozenset("。！？")
_PAUSES = frozenset("，、；：")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`before`: words before which 、 is one mark too many. `unless`: longer words that begin like one of
    those and may follow 、 (等级)."""

    before: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each run of marks that must be a single one; ！！ ？！ …… —— are none."""
    text = report.document.text
    runs = [
        match.span()
        for match in _RUN.finditer(text)
        if _is_fault(match[0], text[match.start() - 1 : match.start()])
    ]
    found = sorted([*runs, *(one for word in options.before for one in _before(text, word, options))])
    if not found:
        return
    written = tuple(span for span, _ in paragraphs(report))
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    last = 0
    for start, end in found:
        if start >= last and covered(written, start, end) and not covered(damaged, start, end):
            last = end
            yield _hit(text, start, end)


def _before(text: str, word: str, options: Options) -> Iterator[tuple[int, int]]:
    """Where 、 stands before `word`, the two together."""
    at = text.find(f"、{word}")
    while at >= 0:
        if not text.startswith(options.unless, at + 1):
            yield at, at + 1 + len(word)
        at = text.find(f"、{word}", at + 1)


def _is_fault(run: str, before: str) -> bool:
    """Whether a run of marks after the character `before` is one too many: not emphasis (！！), not dots, and no
    mark of another language (etc.，)."""
    marks = set("".join(run.split()))
    if marks <= _EMPHASIS or "..." in run or (before.isascii() and before.isalnum() and run[0] in ".:"):
        return False
    return not marks <= _HALF or "一" <= before <= "鿿"


def _hit(text: str, start: int, end: int) -> Hit:
    run = text[start:end]
    kept = _kept(run)
    span = Span(start, end)
    if kept is None:
        advice = Words("请只留一个", "keep only one")
        return Hit(span, {"found": run, "advice": advice})
    advice = Words(f"应为“{kept}”", f"write “{kept}”")
    return Hit(span, {"found": run, "advice": advice}, fix=Fix(True, (Edit(span, kept),)))


def _kept(run: str) -> str | None:
    """What a run of marks (or 、 and a word) must become; None where more than one reading is left."""
    marks = "".join(run.split()).translate(_FULL)
    if marks[-1] not in _ENDS | _PAUSES:
        return marks[1:]
    if len(set(marks)) == 1:
        return marks[0] if len(marks) == 2 or marks[0] != "。" else None
    if marks[-1] == "。" and set(marks[:-1]) <= set("，、；"):
        return "。"
    return None
