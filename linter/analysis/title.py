"""The title: whose report it is, and of which year."""

import re
from collections.abc import Sequence
from dataclasses import replace

from linter.language.asides import is_signature
from linter.language.headings import TITLE_LABEL
from linter.language.late import late
from linter.language.units import unit_of
from linter.model.document import Document, Paragraph, Span
from linter.model.report import Title

_TITLE = late(
    r"(?=.*(?:信息公开|政务公开|政府信息(?:工作)?年度报告$))(?=.*(?:报告|公开(?:工作)?年报)).{6,90}"
)
_NOT_A_TITLE = late(
    r"[。；！？:：]|的?(?:通知|公告|函|批复|方案|通报|意见|制度|办法|解读|模板)(?:[（(].*)?$"
    r"|(?:自查|自评|评估|评价|测评|考核|检查|督查|调查|调研|审计|整改|述职)(?:工作|情况)?报告|公布|发布了?|《|^[>＞»›]|[>＞»›].*[>＞»›]|^[一二三四五六七八九十]{1,2}[、.]|^[（(]"
)
_YEAR = late(
    r"(?:(?P<arabic>(?:19|20)\d{2})|(?P<han>[二一][〇○零O0九][〇○零一二三四五六七八九][〇○零一二三四五六七八九]))年?度?"
)
_YEAR_LINE = late(r"[（(]?(?P<year>20\d\d)年度?[)）]?")
_TOPIC = late(r"(?:政府|政务)?(?:信息公开|政务公开)|政府信息(?=(?:工作)?年度报告)")
_ABOUT = late(r"^关于|关于$|的$|^年度?|年度?$")
_HAN_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_SEARCHED = 12


def title(document: Document) -> Title:
    """The document's title, from the first paragraphs: the first that names a body, else the first at all, with the body
    named in the line below; without one, an empty span at the start."""
    heads = [block.span for block in document.blocks[:_SEARCHED] if isinstance(block, Paragraph)]
    found: list[tuple[Title, int]] = []
    for n, head in enumerate(heads):
        span = _unlabelled(head, document)
        if is_title(document[span]):
            found.append((_read(document[span], span), n))
            if found[-1][0].unit:
                break
    if not found:
        first = heads[0] if heads else Span(0, 0)
        return Title(Span(first.start, min(first.end, first.start + 60)))
    one, at = found[-1]
    if one.unit is None:
        one, at = max(found, key=lambda pair: pair[0].year is not None)
    below = heads[at + 1] if at + 1 < len(heads) else None
    if below is None or (one.unit and one.year):
        return one
    return _with_year_below(one, document, below) if one.unit else _with_unit_below(one, document, below)


def _with_year_below(one: Title, document: Document, below: Span) -> Title:
    """The title with the year that the next paragraph consists of, if it does: （2019年度）"""
    year = _YEAR_LINE.fullmatch(document.text, below.start, below.end)
    if year is None:
        return one
    return replace(one, year=int(year["year"]), year_span=Span(*year.span("year")))


def _unlabelled(span: Span, document: Document) -> Span:
    """The paragraph without 标题： before it."""
    label = TITLE_LABEL.match(document.text, span.start, span.end)
    return Span(label.end(), span.end) if label else span


def _with_unit_below(one: Title, document: Document, below: Span) -> Title:
    """The title with the body that the next paragraph consists of, in brackets or not, if it does."""
    start, end = below.start, below.end
    if document.text[start:end].startswith(("（", "(")) and document.text[start:end].endswith(("）", ")")):
        start, end = start + 1, end - 1
    text = document.text[start:end]
    unit = unit_of(text) if is_signature(text) else None
    if unit is None:
        return one
    own = Span(end - len(unit.name), end)
    return replace(one, unit=unit.name, parents=unit.parents, level=unit.level, unit_span=own)


def is_title(text: str) -> bool:
    """Whether a paragraph is the title of an annual report on 政府信息公开."""
    return len(text) <= 90 and bool(_TITLE.fullmatch(text)) and not _NOT_A_TITLE.search(text)


def _read(text: str, span: Span) -> Title:
    topics = list(_TOPIC.finditer(text))
    cut = topics[-1].start()
    if text[:cut].endswith("人民") and text[cut:].startswith("政府"):
        cut += 2
    year = _YEAR.search(text)
    value = None if year is None else int(year["arabic"] or year["han"].translate(_HAN_DIGITS))
    name, at = _unit_part(text[:cut], year)
    unit = unit_of(name)
    if unit is None:
        return Title(span, year=value, year_span=_shifted(span, year))
    own = Span(span.start + at + len(name) - len(unit.name), span.start + at + len(name))
    return Title(span, unit.name, unit.parents, unit.level, value, own, _shifted(span, year))


def _unit_part(before: str, year: re.Match[str] | None) -> tuple[str, int]:
    """What names the body in the words before 政府信息公开: they stand before the year or after it."""
    pieces: Sequence[tuple[str, int]] = ((before, 0),)
    if year and year.start() < len(before):
        pieces = ((before[year.end() :], year.end()), (before[: year.start()], 0))
    for piece, at in pieces:
        name = piece
        while cut := _ABOUT.search(name):
            at += cut.end() if cut.start() == 0 else 0
            name = name[cut.end() :] if cut.start() == 0 else name[: cut.start()]
        if name:
            return name, at
    return "", 0


def _shifted(span: Span, match: re.Match[str] | None) -> Span | None:
    return match and Span(span.start + match.start(), span.start + match.end())
