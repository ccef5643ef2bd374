"""Lines that are neither headings nor sentences: contact data, dates, signatures, captions."""

import re

from linter.language.late import late
from linter.language.marks import is_finished

_CONTACT = late(
    r"(?:(?:联系|办公|通[信讯])?(?:地址|电话)|联系(?:方式|人)|(?:咨询|监督|举报)?电话|邮政?编码?|邮编|传真|(?:电子)?邮箱"
    r"|电子邮件|网址|E-?mail|(?:办公|工作|受理|接待|上班|对外服务)时间|(?:联系|责任|承办|主办|受理|咨询)(?:单位|部门|科室|机构)|经办人|主持人?|出席|列席|记录人?)[:：]",
    re.I,
)
_OCCASION = late(r"(?:会议)?(?:时间|地点)[:：][^，。；]{1,30}")
_DATE = late(
    r"[（(]?(?:20\d{2}|[二2][〇○零O0].{2})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日[)）]?"
)
_CAPTION = late(
    r"(?:附件|附表|附|注|备注|说明|单位|统计时间)[:：\d].{0,60}|[（(][^。]{0,40}[)）]"
    r"|附?[表图](?:[一二三四五六七八九十]{1,2}|\d{1,2})(?:[-－]\d{1,2})?(?:[：:、 ].{0,40}|(?![为是中内里所显展反列的与和至到可])[一-鿿][^，。；：]{1,40})"
)
_CAPTION_STARTS = tuple("附注备说单统（(表图")
_LEADING = "，、（(《“和与及的至从自为"
_HALVES = (
    "联系",
    "办公",
    "通信",
    "通讯",
    "咨询",
    "监督",
    "举报",
    "电子",
    "受理",
    "接待",
    "责任",
    "承办",
    "主办",
)
"""What of a label may stand on the line before: 电子⏎邮箱：."""
_LONGEST = 25
_SIGNATURE = late(
    r".{2,30}(?:人民政府|办事处|委员会|管委会|办公室|局|中心)(?:办公室)?(?:[（(]盖?章[)）])?"
    r"(?P<date>20\d{2}年\d{1,2}月\d{1,2}日)?"
    r"|[一-鿿]{2,10}[省市州盟县区旗乡镇][一-鿿]{2,16}(?:署|厅|队|院|处|社|站|所|馆|部|公司|学校|大学)(?P<dated>20\d{2}年\d{1,2}月\d{1,2}日)?"
)


def is_aside(text: str, previous: str = "") -> bool:
    """Whether a line, white space taken out, is contact data, a date, or a caption. After `previous`, a text
    that stops in mid-sentence or within brackets, it is rather the rest of a wrapped sentence."""
    if previous and (
        previous.endswith(_HALVES) or previous[-1] in _LEADING or previous.count("（") > previous.count("）")
    ):
        return False
    if ("：" in text or ":" in text) and (_CONTACT.match(text) or _OCCASION.fullmatch(text)):
        return True
    if text.endswith(("日", ")", "）")) and _DATE.fullmatch(text):
        return True
    is_caption = text.startswith(_CAPTION_STARTS) and _CAPTION.fullmatch(text)
    return bool(is_caption) and (not previous or is_finished(previous))


def is_contact(text: str) -> bool:
    """Whether a line begins with a label of contact data."""
    return _CONTACT.match(text) is not None


def is_signature(text: str) -> bool:
    """Whether a line is nothing but the name of a body, as stands under a report, with or without a date."""
    found = _SIGNATURE.fullmatch(text) if len(text) <= _LONGEST + 11 else None
    return found is not None and len(text) - len(found["date"] or found["dated"] or "") <= _LONGEST
