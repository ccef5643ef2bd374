"""Stretches that a conversion has spoilt: characters lost so that nothing may be concluded from what is left."""

import re

from linter.model.document import Span

_DAMAGE = re.compile(
    r"20\d{2}(?:1[0-2]|[1-9])[1-3]?\d日"  # 202511日: 2025年1月1日 without 年 and 月
    r"|20\d{2}1?\d月[1-3]?\d日"  # 20241月1日
    r"|[1-3]?\d日至1?\d[1-3]\d日"  # 至1231日
    r"|(?:函|发|字|办|规|令|政)20\d{2}第?\d{1,3}号"  # 国办函2020109号: 〔〕 lost
    r"|[\ufffd\u25a1]+"  # characters no font had
    r"|\d{0,20}\*{2,}\d{0,20}"  # digits masked by a republisher
    r"|(?<=《)[^》《。；]{1,60}(?=[。；])"  # 》 lost
)


def damaged(text: str) -> tuple[Span, ...]:
    """The damaged stretches of `text`, in order, without overlap."""
    return tuple(Span(*match.span()) for match in _DAMAGE.finditer(text))
