"""A report's own township under another kind: 青禾乡 in the report of 青禾镇."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from linter.language.anchors import holding
from linter.language.places import own_places
from linter.language.quotes import covered, quoted
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, NotAssessed, Words
from linter.model.report import Report

_KINDS = ("乡", "镇", "街道")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`lacking`: words of a sentence in which another unit, or the former name, may be meant. `before`: what may
    stand before the name, beside a mark, the start and the names above it."""

    lacking: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each word for another kind behind the own name."""
    own = own_places(report.title)
    if not own or own[-1].kind != "township" or len(own[-1].root) < 2:
        yield NotAssessed(Words("标题里看不出是哪个乡镇、街道", "the title names no township"))
        return
    root, unit = own[-1].root, report.title.unit or ""
    kind = next((one for one in _KINDS if root + one in unit), None)
    wrong = tuple(root + one for one in _KINDS if one != kind)
    if kind is None or not any(one in report.document.text for one in wrong):
        return
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
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
