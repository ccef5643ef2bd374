"""A stretch that stands under another topic of the same report already, in other sentences than whole ones."""

from collections.abc import Iterator

import msgspec

from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Hit, Note, Words
from linter.model.report import Report

_SHOWN = 24  # characters of the stretch in a message


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`chars`: so many compared characters must be the same."""

    chars: int


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on the second of both. Whole sentences that are the same word for word are another rule's matter."""
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for one in report.alike.matches if report.alike else ():
        if one.source.kind != "inside" or one.other is None or one.chars < options.chars:
            continue
        if covered(damaged, *one.span) or _is_whole(report, one.span, one.other):
            continue
        said = "".join(report[one.span].split())
        values = {"said": said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…", "chars": one.chars}
        yield Hit(one.span, values, (Note(Words("前面在这里已经写过", "it stands here already"), one.other),))


def _is_whole(report: Report, span: Span, other: Span) -> bool:
    """Whether both are the same, and made of whole sentences or items."""
    text = report.document.text
    if text[span.start : span.end] != text[other.start : other.end]:
        return False
    return all(_begins(text, one.start) and _ends(text, one.end) for one in (span, other))


def _begins(text: str, at: int) -> bool:
    return not at or text[at - 1] in "。！？；;\n" or text[at - 1] == "是"


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or text[at] in "。！？；;\n"
