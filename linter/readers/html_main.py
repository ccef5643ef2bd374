"""Which part of a web page is the report: not the navigation, the lists of other reports, the footer.

The headings of the form and the statutory tables tell: the innermost element around them all is the text (with one
of them alone it is the whole page). Its title may stand outside; what a site puts between the title and the text,
or behind the text, is set aside."""

import re
from collections.abc import Iterable, Iterator, Sequence

from linter.language.asides import is_signature
from linter.language.headings import is_bare_heading, section_kind
from linter.language.labels import fold, tables_in
from linter.language.late import late
from linter.language.marks import SECTION_MARK
from linter.readers.flow import Grid, Written
from linter.readers.html_text import Found, Page, lines
from linter.readers.html_tree import Element
from linter.readers.title_parts import is_title

_ABOUT = late(
    r"(?:发布|公开|生成|成文|更新)?(?:时间|日期)[:：]|来源[:：]|发布(?:机构|单位|人|者)[:：]|作者[:：]|(?:责任)?编辑[:：]|索引号|主题分类|文号[:：]"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]?|(?:字体|字号)[:：]|【?打印|分享到?|收藏|信息名称[:：]|有效性[:：]|语音播报|朗读"
)
_DATE = late(r"20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?")
_BEHIND = late(
    r"(?:上|下)一?[篇条页](?:[:：]|$)|相关(?:链接|文档|阅读|信息|新闻|解读|稿件|附件)|分享(?:到|至|$)|扫一扫|(?:【|\[)?(?:打印|关闭|返回顶部|返回列表|收藏)"
    r"|版权所有|主办(?:单位)?[:：]|承办(?:单位)?[:：]|技术支持|网站(?:地图|标识码|声明)|关于我们|联系我们|友情链接|.{0,12}ICP备|.{0,12}公网安备"
    r"|您(?:是|访问)|浏览次数|责任编辑|附件下载|(?:中国)?政府网站(?:找错|标识码)"
)
_WAY = late(r"[>＞»›]")  # 首页>政府信息公开>…
_LONG = 40  # characters of a line that is certainly prose


def report(page: Page) -> tuple[Found, ...]:
    """The paragraphs and tables that are the report."""
    texts = lines(page.found, page.shown)
    signs = _signs(page, texts)
    if not signs:
        return page.found
    around = _around(
        [page.found[n].element for n in signs] if len(signs) > 1 else [one.element for one in page.found]
    )
    inside = [n for n, one in enumerate(page.found) if around.number <= one.element.number <= around.last]
    title = _title(page.found, texts, signs[0])
    within, after = frozenset(inside), title[-1] + 1 if title else 0
    head = [n for n in range(after, signs[0]) if n in within or _is_prose(page.found[n], texts[n])]
    if title:  # a table there has the page's index number and date
        head = [n for n in head if isinstance(page.found[n].part, Written)]
    tail = _until_site([n for n in inside if n >= signs[0]], signs[-1], page.found, texts)
    return tuple(page.found[n] for n in (*title, *(n for n in head if not _is_about(texts[n])), *tail))


def _signs(page: Page, texts: Sequence[str]) -> list[int]:
    """What only a report has: headings of the form and its tables. Where there are less than two of them, headings
    without marks count too, and then paragraphs of prose."""
    numbered = list(enumerate(page.found))
    found = [n for n, one in numbered if _is_table(one, page) or _is_heading(one, texts[n])]
    if len(found) < 2:
        found = sorted(
            {*found, *(n for n, one in numbered if one.linked < 0.5 and is_bare_heading(texts[n]))}
        )
    if len(found) < 2:
        found = sorted({*found, *(n for n, one in numbered if _is_prose(one, texts[n]))})
    return found


def _is_table(one: Found, page: Page) -> bool:
    return isinstance(one.part, Grid) and bool(
        tables_in(fold(page.shown.text[one.part.start : one.part.end]))
    )


def _is_heading(one: Found, text: str) -> bool:
    mark = SECTION_MARK.match(text) if one.linked < 0.5 and len(text) <= _LONG else None
    return bool(mark and section_kind(text[mark.end() :]))


def _is_prose(one: Found, text: str) -> bool:
    return len(text) >= _LONG and "。" in text and one.linked < 0.5


def _around(elements: Iterable[Element]) -> Element:
    """The innermost element that holds them all."""
    common: list[Element] | None = None
    for one in elements:
        way = list(one.up())[::-1]
        if common is None:
            common = way
            continue
        same = next((n for n, (a, b) in enumerate(zip(common, way, strict=False)) if a is not b), None)
        common = common[: min(len(common), len(way)) if same is None else same]
    assert common, "the root is around everything"
    return common[-1]


def _title(found: Sequence[Found], texts: Sequence[str], before: int) -> tuple[int, ...]:
    """The last title before the text, both of its lines where it has two; titles of other reports are links."""
    for n in range(before - 1, -1, -1):
        if found[n].linked > 0.5 or not is_title(texts[n]) or _WAY.search(texts[n]):
            continue
        if n and found[n - 1].linked <= 0.5 and _begins_title(texts[n - 1], texts[n]):
            return (n - 1, n)
        return (n,)
    return ()


def _begins_title(text: str, title: str) -> bool:
    """Whether a line is the first half of the title below it: the body's name, or a title that is cut."""
    if is_signature(text):
        return "年" in title[:6] or not is_signature(title[: len(text)])
    return (
        bool(re.search(r"20\d{2}年", text))
        and not is_title(text)
        and is_title(text + title)
        and len(text) < 60
    )


def _is_about(text: str) -> bool:
    """Whether a line says something about the page: when and by whom it was published, how often read."""
    return bool(len(text) < 120 and "。" not in text and (_ABOUT.search(text) or _DATE.fullmatch(text)))


def _until_site(
    inside: Sequence[int], last: int, found: Sequence[Found], texts: Sequence[str]
) -> Iterator[int]:
    """The text up to what the site puts behind it. Links behind the last heading are the site's as well."""
    for n in inside:
        written = isinstance(found[n].part, Written)
        if n > last and written and _BEHIND.match(texts[n]):
            return
        if n > last and written and found[n].linked > 0.8:
            continue
        yield n
