"""One document with two numbers, or two documents with one number, in the same report."""

from collections.abc import Iterator

import msgspec

from linter.language.citations import Citation, citations, plain_title
from linter.language.quotes import covered
from linter.model.finding import Hit, Note, Words
from linter.model.report import Report

_SHARED = 5
"""Characters in a row that two names of one document may well share: 政府信息公开 alone is too short."""


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`shortest`: characters that a title has at least; shorter ones may be short for different documents."""

    shortest: int = 8


def anchors(_options: Options) -> tuple[str, ...]:
    """Only titles with a number behind them are compared."""
    return ("》（", "》(")


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each number that the report contradicts elsewhere, the first place noted."""
    by_title: dict[str, Citation] = {}
    by_number: dict[str, Citation] = {}
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for one in citations(report.document.text):
        number, title = one.number, plain_title(one.title)
        if number is None or len(title) < options.shortest or covered(damaged, *number.span):
            continue
        same_title = by_title.setdefault(title, one)
        same_number = by_number.setdefault(number.plain, one)
        if same_title.number and same_title.number.plain != number.plain:
            yield _hit(one, same_title, Words("同一文件前面的文号是", "the same document has before"))
        elif _are_different(plain_title(same_number.title), title):
            yield _hit(
                one, same_number, Words("前面另一个文件也用这个文号，写的是", "another document has it too:")
            )


def _hit(one: Citation, before: Citation, said: Words) -> Hit:
    number, first = one.number, before.number
    assert number is not None and first is not None
    fault = Words(f"{said.zh}{first.plain}", f"{said.en} {first.plain}")
    note = Note(
        Words(f"前面写的是《{before.title}》{first.plain}", f"before: 《{before.title}》 {first.plain}"),
        first.span,
    )
    return Hit(number.span, {"found": number.plain, "title": one.title, "fault": fault}, notes=(note,))


def _are_different(one: str, other: str) -> bool:
    """Whether two titles share no part that both could be short for."""
    short, long = sorted((one, other), key=len)
    return not any(short[at : at + _SHARED] in long for at in range(len(short) - _SHARED + 1))
