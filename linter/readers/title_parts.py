"""The title of a report in the lines of a text: what is one, and which lines before one belong to it."""

from collections.abc import Sequence

from linter.language.headings import TITLE_LABEL
from linter.language.late import late

_LONGEST = 70  # characters
_END = late(r"(?:(?:年度?|工作|公开|情况|信息).{0,8}报告|公开(?:工作)?年报)(?:[（(][^）)]{1,20}[)）])?")
_WORD = late(r"信息公开|政务公开|年度")
_STOPS = late(r"[。；：！？，,:;]")
_YEAR = late(r"(?:20\d{2}|二[〇○零O0].{2})年?度?")
_TOPIC = late(r"(?:关于)?(?:政府|政务)?(?:信息公开|政务公开)")
_NO_NAME = late(
    r"[^\u4e00-\u9fff·（）()]|公开|年报|文件|网站|门户|首页|登录|注册|收藏|长者|无障碍|阅读|浏览|朗读|专栏|打印|字号|分享|来源"
    r"|发布|索引|日期|导航|栏目|正文|公告|通知|关闭"
)
"""What stands in no name of a body, but round the title of a page."""

_TWICE = late(r"([\u4e00-\u9fff]{2,4}[省市州盟县区旗乡镇]).*\1")
_MOST = 4
"""Lines of a title before its last."""


def is_title(text: str) -> bool:
    """Whether a text, white space taken out, is a complete title of a report (or notice of one), with or without a
    label (标题：)."""
    if len(text) > _LONGEST or not text.endswith(("报告", "年报", "）", ")")) or not _WORD.search(text):
        return False
    label = TITLE_LABEL.match(text)
    return bool(_END.search(text[-40:])) and not _STOPS.search(text, label.end() if label else 0)


def belonging(before: Sequence[str], text: str) -> int:
    """How many of the last of the lines `before`, which break off, belong to the title that the line `text` ends.
    Those that cannot be a part of the body's name do not."""
    if TITLE_LABEL.match(text):
        return 0
    counts = range(min(len(before), _MOST), 0, -1)
    return next((count for count in counts if _fits("".join(before[-count:]), text)), 0)


def _fits(front: str, text: str) -> bool:
    """Whether words can be what a title begins with, of which `text` is the rest: its year, topic and body are said
    once."""
    if len(front) > _LONGEST or any(one.search(front) and one.search(text) for one in (_YEAR, _TOPIC)):
        return False
    name = _TOPIC.sub("", _YEAR.sub("", front, 1), 1)
    own = _name(text)
    twice = _TWICE.search(name + own) or (own and name.endswith(own))
    return not (twice or _NO_NAME.search(name) or name.startswith(("（", "(")))


def _name(title: str) -> str:
    """What names the body in a title: before its year, or between that and the topic."""
    topic = _TOPIC.search(title)
    if topic is None:
        return ""
    front = title[: topic.start()]
    year = _YEAR.search(front)
    return front if year is None else front[: year.start()] or front[year.end() :]
