"""A paragraph that stops without saying so."""

import re
from collections.abc import Iterator

import msgspec

from linter.language.marks import LINE_MARK, is_finished
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Enumeration, Prose, Report

_CLAUSE = re.compile(r"[，。；]")
_HAN = re.compile(r"[一-鿿]")
_PAUSES = "，、,"  # behind which a text is missing: a full stop would not mend it
_ADDRESS = re.compile(r"(?:https?:|www\.|@|[A-Za-z0-9./_-]{6})\S*$")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`ending`: what is put after an unfinished text. `shortest`: characters a text without any stop must
    have to be taken for a sentence. `tables`: sections that hold tables, in which only a text with a stop
    inside is taken for one."""

    ending: str = "。"
    shortest: int = 12
    tables: tuple[str, ...] = ("disclosure", "requests", "disputes")


def check(report: Report, options: Options) -> Iterator[Hit]:
    """Point at the last character of running text that ends unfinished before a heading, a list mark, a
    table or the end; no fix where a comma shows that text is missing. Before more prose it may be a wrap; a
    list none of whose items is finished is a list of names."""
    names = _lists_of_names(report)
    for part in report.prose:
        text = report[part.span]
        if not part.last or is_finished(text) or not _is_sentence(text, part, options):
            continue
        if any(part.span.start <= start < part.span.end for start in names):
            continue
        if any(spoilt.overlaps(Span(part.span.end - 3, part.span.end)) for spoilt in report.document.damaged):
            continue
        last = Span(part.span.end - 1, part.span.end)
        values = {"ending": text[-12:], "mark": options.ending}
        fix = None if text[-1] in _PAUSES else Fix(True, (Edit(Span(last.end, last.end), options.ending),))
        yield Hit(last, values, fix=fix)


def _is_sentence(text: str, part: Prose, options: Options) -> bool:
    body = LINE_MARK.sub("", text, count=1)
    if not _HAN.search(body) or _ADDRESS.search(body[-60:]):
        return False
    if part.section in options.tables:
        return bool(_CLAUSE.search(body)) and len(body) >= options.shortest
    return len(body) >= options.shortest or (bool(_CLAUSE.search(body)) and len(body) >= 6)


def _lists_of_names(report: Report) -> frozenset[int]:
    """Where items begin of lists that stand one item a line and of which none is finished."""
    return frozenset(
        item.mark.start
        for one in report.lists
        if not one.inline and _unfinished_throughout(report, one)
        for item in one.items
    )


def _unfinished_throughout(report: Report, one: Enumeration) -> bool:
    texts = [report[item.span].rstrip() for item in one.items]
    return (
        len(texts) > 1
        and not any(is_finished(text) for text in texts)
        and not any(_CLAUSE.search(text) for text in texts)
    )
