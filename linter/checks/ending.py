"""A paragraph that stops without saying so."""

from collections.abc import Iterator

import msgspec

from linter.language.headings import is_bare_heading
from linter.language.late import late
from linter.language.marks import LINE_MARK, is_finished, style_and_number, without_mark
from linter.language.signature import signature
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit
from linter.model.report import Enumeration, Prose, Report

_CLAUSE = late(r"[，。；]")
_PAUSE = late(r"[，。；、,;]")
_HAN = late(r"[一-鿿]")
_PAUSES = "，、,"  # behind which a text is missing: a full stop would not mend it
_ADDRESS = late(r"(?:(?:https?:|www\.)[^\s，。；、]{1,60}|[!-~]{6,60}[^\s，。；、]?)$")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`ending`: what is put after an unfinished text; `opening`: in its place before a list, where one of `leads`
    stands in the last clause. `shortest`: characters a text without any stop must
    have to be taken for a sentence. `tables`: sections that hold tables, in which only a text with a stop
    inside is taken for one."""

    ending: str = "。"
    opening: str = "："
    leads: tuple[str, ...] = ("以下", "如下", "下列")
    shortest: int = 12
    tables: tuple[str, ...] = ("disclosure", "requests", "disputes")


def check(report: Report, options: Options) -> Iterator[Hit]:
    """Point at the last character of running text that ends unfinished before a heading, a list mark, a
    table or the end; no fix where a comma shows that text is missing. Before more prose it may be a wrap; a
    list none of whose items is finished is a list of names, the title no sentence."""
    names = _lists_of_names(report)
    for part in report.prose:
        text = report[part.span]
        if not part.last or is_finished(text) or not _is_sentence(text, part, options):
            continue
        if part.span == report.title.span or any(part.span.start <= at < part.span.end for at in names):
            continue
        if (signed := signature(report.document).unit) and signed.end == part.span.end:
            continue  # a signature joined with the contact line above it
        if is_bare_heading(without_mark(text[text.rfind("。") + 1 :].strip())):
            continue  # a heading whose line break is lost
        if any(spoilt.overlaps(Span(part.span.end - 3, part.span.end)) for spoilt in report.document.damaged):
            continue
        last = Span(part.span.end - 1, part.span.end)
        leads = _leads_to_list(report, text, part.span.end, options)
        mark = options.opening if leads else options.ending
        edit = Edit(last if text[-1] in _PAUSES else Span(last.end, last.end), mark)
        fix = None if text[-1] in _PAUSES and not leads else Fix(True, (edit,))
        yield Hit(last, {"ending": text[-12:], "mark": mark}, fix=fix)


def _leads_to_list(report: Report, text: str, end: int, options: Options) -> bool:
    """Whether the last clause announces a list (存在以下问题，) and the next line begins it."""
    following = LINE_MARK.match(report.document.text, end + 1)
    styled = style_and_number(following) if following else None
    clause = _PAUSE.split(text.rstrip(_PAUSES))[-1]
    return styled is not None and styled[2] == 1 and any(word in clause for word in options.leads)


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
