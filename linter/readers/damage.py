"""Stretches that a conversion has spoilt: characters lost so that nothing may be concluded from what is left."""

from collections.abc import Iterator

from linter.language.late import late
from linter.model.document import Span

_YEAR = late(
    r"20\d{2}(?:(?:1[0-2]|[1-9])[1-3]?\d日"  # 202511日: 2025年1月1日 without 年 and 月
    r"|1?\d月[1-3]?\d日"  # 20241月1日
    r"|(?<=[函发字办规令政]20\d\d)第?\d{1,3}号)"  # 国办函2020109号: 〔〕 lost
)
_UNTIL = late(r"日至1?\d[1-3]\d日")  # 至1231日
_UNKNOWN = late(r"[\ufffd\u25a1]+")  # characters no font had
_MASKED = late(r"\*{2,}\d*")  # digits masked by a republisher
_OPEN = late(r"《(?P<lost>[^》《。；\n]{1,60})(?=[。；])")  # 》 lost
_SIGNS = (("日至", _UNTIL), ("\ufffd", _UNKNOWN), ("\u25a1", _UNKNOWN), ("**", _MASKED), ("《", _OPEN))
"""What a text must hold for the pattern to be worth a search."""


def damaged(text: str) -> tuple[Span, ...]:
    """The damaged stretches of `text`, in order, without overlap."""
    made: list[Span] = []
    for span in sorted(_found(text)):
        if made and span.start < made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def _found(text: str) -> Iterator[Span]:
    patterns = [_YEAR, *dict.fromkeys(pattern for sign, pattern in _SIGNS if sign in text)]
    return (
        Span(*match.span(match.lastgroup or 0)) for pattern in patterns for match in pattern.finditer(text)
    )
