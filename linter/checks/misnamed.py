"""A report's own township under another kind: 青禾乡 in the report of 青禾镇."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from linter.language.anchors import holding
from linter.language.late import late
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, NotAssessed, Words
from linter.model.report import Report

_KINDS = ("乡", "镇", "街道")
_LEVELS = (*_KINDS, "民族乡")
_OWN = late(
    r"(?P<root>.{2,8}?)(?:(?:回|土家|苗|侗|瑶|满|蒙古|壮|彝|藏|畲|布依|白|傣|哈尼|黎|傈僳|佤|纳西|维吾尔|哈萨克|朝鲜|羌|仡佬|水|东乡|撒拉"
    r"|达斡尔|鄂温克|锡伯|土|拉祜|仫佬|毛南|裕固|保安)族){0,3}(?P<kind>乡|镇|街道)(?:人民政府|政府|街道办事处|办事处|街道办|办)?"
)
"""A township's name: what stands before its kind, without the peoples of a 民族乡."""


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`lacking`: words of a sentence in which another unit, or the former name, may be meant. `before`: what may
    stand before the name, beside a mark, the start and the names above it."""

    lacking: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each word for another kind behind the own name."""
    unit = report.title.unit or ""
    own = _OWN.fullmatch(unit) if report.title.level in _LEVELS else None
    if own is None:
        yield NotAssessed(Words("标题里看不出是哪个乡镇、街道", "the title names no township"))
        return
    root, kind = own["root"], own["kind"]
    wrong = tuple(root + one for one in _KINDS if one != kind)
    if not any(one in report.document.text for one in wrong):
        return
    damaged = report.document.damaged
    before = (*options.before, *report.title.parents)
    for sentence in holding(report, wrong):
        text, offset = report[sentence.span], sentence.span.start
        if any(word in text for word in options.lacking):
            continue
        quotes = quoted(text)
        for match in _named(root).finditer(text):
            span = Span(offset + match.start(), offset + match.end())
            if match["kind"] == kind or covered(quotes, *match.span()) or covered(damaged, *span):
                continue
            if (
                not match.start()
                or not text[match.start() - 1].isalpha()
                or text.endswith(before, 0, match.start())
            ):
                values = {"found": report[span], "right": root + kind}
                yield Hit(span, values, fix=Fix(False, (Edit(span, root + kind),)))


@lru_cache(maxsize=8)
def _named(root: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(root)}(?P<kind>乡|镇|街道)(?![县区市村路巷])")
