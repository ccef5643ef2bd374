"""The physical lines of a text file: where each stands, what it says once trimmed, and which are page furniture."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

import msgspec

from linter.language.asides import is_contact
from linter.language.kept import kept
from linter.language.late import late

_UNSEEN_CHARS = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
BLANKS = late(f"[\\s{_UNSEEN_CHARS}]+")
_SKIP = late(f"[\\s{_UNSEEN_CHARS}]*")
_BREAK = late(r"\r\n|\n|\r")
_LOOKALIKE = late("[\u2e80-\u2fdf\uf900-\ufaff]")
_ODD = late(f"[\u2e80-\u2fdf\uf900-\ufaff{_UNSEEN_CHARS}]")

_DASHES = "-—–―－─~～·•"
_DASH = f"[{_DASHES}]"
_PAGE_MARK = late(
    rf"{_DASH}{{1,3}}\d{{1,4}}{_DASH}{{1,3}}"
    r"|第\d{1,4}页(?:[,，、/]?共\d{1,4}页)?|共\d{1,4}页第\d{1,4}页|\d{1,4}/\d{1,4}(?:页)?|[Pp]age\d{1,4}(?:of\d{1,4})?"
)
_PAGE_MARK_STARTS = frozenset(f"{_DASHES}第共Pp")
"""What a page mark begins with, if it holds no slash."""
_LONGEST_PAGE_MARK = 20  # characters
_DATE = r"20\d\d(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})(?:\d{1,2}:\d\d(?::\d\d)?)?"
_COUNTER = r"(?:点击|浏览|访问|阅读)(?:次?数|量|率)?[:：]"
_WEB = late(
    rf"(?:{_DATE}|(?:发布|审核|录入|供稿)[人者]?[:：])[^。，；]{{0,60}}{_COUNTER}[^。，；]{{0,20}}|{_DATE}(?:作者|(?:信息|文章)?来源)[:：][^。，；]{{0,60}}"
    r"|[>＞»›][^>＞»›。，；]{1,40}[>＞»›].{0,80}"
    r"|(?:(?:信息|文章)?来源|发布(?:时间|日期|机构|单位)|发文(?:机关|日期)|成文日期|生成日期|(?:(?:公开|更新)(?:时间|日期)|日期)(?=[:：]20\d\d)"
    r"|索引号|主题分类|浏览(?:次数|量)|阅读(?:次数|量)?|点击(?:数|量)?|访问量"
    r"|责任编辑|编辑|作者|信息名称|分享到?|字体|字号|文号|(?:字体|文字)大小|(?:选择)?阅读字号)[:：].{0,60}"
    r"|时间[:：]20\d\d(?:年\d{1,2}月\d{1,2}日|-\d\d-\d\d)|全文共?计?\d{1,6}字.{0,30}|(?:当前|您现在(?:所在)?)的?位置.{0,80}"
    r"|(?:首页|网站首页)[>＞»/-].{0,80}|(?:【|\[)?(?:打印(?:本页)?|关闭(?:窗口)?|返回顶部|收藏|语音播报|点击关闭.{0,20}|大中小|分享|扫一扫.{0,20})(?:】|\])?"
    r"|上一[篇条][:：].{0,80}|下一[篇条][:：].{0,80}|无障碍(?:浏览)?|关怀版|长者(?:模式|助手)|\|"
)
_WEB_STARTS = frozenset(
    "<>＞»›|2审录供信来发成生索主浏阅点访责编作分字文当首网【[打关返收大扫上下无长公更选语您全日时"
)
"""What comments begin with, and all that `_WEB` matches."""
_COMMENT = late(r"<!--[^>]*-->")


class Line(msgspec.Struct, frozen=True, gc=False):
    """A physical line: `text` is what stands in `source[start:end]` with white space trimmed off both ends
    and look-alikes (⼀ U+2F00) folded one to one; `bare` the same without any white space; `indent` the
    characters trimmed in front; `width` the length up to the last character that shows."""

    start: int
    end: int
    text: str
    bare: str
    indent: int
    width: int
    page_break: bool = False


def fold(text: str) -> str:
    """`text` with radicals and compatibility ideographs as the characters they look like; same length."""
    if not _LOOKALIKE.search(text):
        return text
    return _LOOKALIKE.sub(lambda match: _one(match[0]), text)


def _one(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


def physical_lines(source: str) -> tuple[Line, ...]:
    """The lines of `source`, ended by CRLF, LF or CR only."""
    odd = _ODD.search(source) is not None
    shown = fold(source) if odd else source
    comments, pages, returns = "-->" in source, "\f" in source, "\r" in source
    lines, at = [], 0
    for raw in _BREAK.split(shown) if returns else shown.split("\n"):
        left = raw[_SKIP.match(raw).end() :] if odd else raw.lstrip()  # type: ignore[union-attr]
        text = _without_unseen_end(left) if odd else left.rstrip()
        if comments and text.endswith("-->"):
            text = _without_comments(text)
        bare = BLANKS.sub("", text) if odd else "".join(text.split())
        indent, size = len(raw) - len(left), len(text)
        start = at + indent
        lines.append(Line(start, start + size, text, bare, indent, indent + size, pages and "\f" in raw))
        at += len(raw) + 1
        if returns and source.startswith("\r\n", at - 1):
            at += 1
    return tuple(lines)


def _without_unseen_end(text: str) -> str:
    """`text` without the white space and the unseen characters at its end."""
    text = text.rstrip()
    while text and text[-1] in _UNSEEN_CHARS:
        text = text.rstrip(_UNSEEN_CHARS).rstrip()
    return text


def _without_comments(text: str) -> str:
    """`text` without the comments at its end; a comment that is all there is stays (see `furniture`)."""
    end = len(text)
    while text.endswith("-->", 0, end) and (start := text.rfind("<!--", 0, end)) > 0:
        if text.find("-->", start) < end - 3:
            break
        end = start
        while text[end - 1].isspace():
            end -= 1
    return text[:end]


def furniture(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of lines that are certainly no part of the report: page numbers with dashes or words,
    titles that run along with them, what a web page puts round its text, comments. Bare numbers are not
    certain (they may be cells) and stay: see `bare_numbers`."""
    bare = [line.bare for line in lines]
    filled = [(n, text) for n, text in enumerate(bare) if text]
    marks = {n for n, text in filled if (text[0] in _PAGE_MARK_STARTS or "/" in text) and _is_page_mark(text)}
    web = {n for n, text in filled if text[0] in _WEB_STARTS and _is_of_web(text)}
    return frozenset(marks | web | _running_titles(lines, bare, marks))


def _is_page_mark(bare: str) -> bool:
    """Whether a line, its white space taken out, is the number of a page."""
    return len(bare) <= _LONGEST_PAGE_MARK and bool(_PAGE_MARK.fullmatch(bare))


def is_bare_number(bare: str) -> bool:
    """Whether a line, its white space taken out, may be the number of a page with nothing to show it."""
    return len(bare) <= 3 and bare.isdecimal()


@kept(longest=90)
def _is_of_web(bare: str) -> bool:
    """Whether a line is a comment, or what a web page puts round its text."""
    return bool(_COMMENT.fullmatch(bare) if bare[0] == "<" else len(bare) < 90 and _WEB.fullmatch(bare))


def _running_titles(lines: Sequence[Line], bare: Sequence[str], marks: set[int]) -> set[int]:
    """Lines that come again beside page breaks: at least twice, each time next to a page number or form feed."""
    numbers = {n for n, text in enumerate(bare) if len(text) <= 3 and text.isdecimal()}
    if not (marks or numbers or [line for line in lines if line.page_break]):
        return set()
    counts = Counter(text for text in bare if 5 <= len(text) <= 60 and not text[-1].isdigit())
    repeated = {text for text, count in counts.items() if count >= 2}
    if not repeated:
        return set()
    filled = [n for n, text in enumerate(bare) if text]
    found: dict[str, list[int]] = {}
    for place, n in enumerate(filled):
        if bare[n] not in repeated:
            continue
        around = [*filled[max(place - 1, 0) : place], *filled[place + 1 : place + 2]]
        beside = any(m in marks or m in numbers for m in around)
        breaks = lines[n].page_break or (n + 1 < len(lines) and lines[n + 1].page_break)
        if beside or breaks:
            found.setdefault(bare[n], []).append(n)
    return {
        n
        for text, places in found.items()
        if len(places) >= counts[text] - 1
        for n in places
        if n != bare.index(text)
    }


def bare_numbers(lines: Sequence[Line], kept: Sequence[int], finished: Sequence[bool]) -> frozenset[int]:
    """Of the lines `kept` as prose, those that are bare page numbers: a number alone between blocks, that is
    beside a blank line, or after a line that is finished; `finished` says so for each of `kept`. The rest of a
    telephone number is none."""
    found = set()
    width = max((lines[n].width for n in kept), default=0)
    position = {n: place for place, n in enumerate(kept)}
    for n in kept:
        if not is_bare_number(lines[n].bare):
            continue
        place = position[n]
        if place and kept[place - 1] == n - 1 and _breaks_off(lines[n - 1], width):
            continue
        set_off = n == 0 or n + 1 >= len(lines) or not lines[n - 1].text or not lines[n + 1].text
        if set_off or place == 0 or finished[place - 1]:
            found.add(n)
    return frozenset(found)


def _breaks_off(line: Line, width: int) -> bool:
    """Whether a contact line is as wide as the page, about `width`, and may stop within a number."""
    return line.width >= width * 0.9 and line.bare[-1:] in tuple("0123456789-—:：") and is_contact(line.bare)
