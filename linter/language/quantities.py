"""Quantities in running text: a number with its unit (12件, １２ 条, 1.2万元, 十二份). What only looks like one
is none: dates, document and article numbers (第二十条), ordinals (第3次), rates (每季度1次, 100元/件), ranges
(3—5件), durations (20个工作日), set phrases (一次性, 三审三校, 一件事)."""

import re
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from linter.language.kept import kept
from linter.language.late import late
from linter.language.numerals import number
from linter.model.document import Span


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number with its unit. `span` holds both (12余件), `number` the numeral alone. `value` counts in `unit`:
    件, 件次, 元 (万元 are made 元), %. `approximate`: the text itself says that it is not exact."""

    span: Span
    value: Decimal
    unit: str
    number: Span
    approximate: bool = False


_SPACE = "[ \u00a0\u3000]{0,3}"
_D = "[0-9０-９]"
_HAN = "零〇一二两三四五六七八九十百千万亿"
_QUANTITY = late(  # looking behind only where a digit stands is five times as fast
    rf"(?P<number>[0-9０-９{_HAN}](?<![0-9０-９A-Za-z_@#&=+{_HAN}].)"
    rf"(?:(?<={_D})(?:{_D}{{0,2}}(?:[,，]{_D}{{3}}){{1,4}}(?!{_D})|{_D}{{0,11}})(?:[.．]{_D}{{1,6}})?|(?<=[{_HAN}])[{_HAN}]{{0,11}}))"
    rf"{_SPACE}(?P<scale>[百千]?[万亿千百]?)(?P<about>[余多几来]?)(?P<myriad>[万亿]?){_SPACE}"
    rf"(?P<unit>[件条人场份篇批](?:次|[（(]次[）)])|[件条份宗起次篇个项人名家期场则部张处户例幅册页元%％])(?!{_SPACE}[/／每])"
)
_BEFORE_ABOUT = late(rf"(?:近|约|超过?|逾|突破|不到|不足|至少|不少于|不低于|多达){_SPACE}$")
_AFTER_ABOUT = late(rf"{_SPACE}(?:以[上内下]|左右|上下|有余)")
_NO_QUANTITY = late(
    rf"(?:[第几数〔之]|{_D} ?[-－–—~～至到:：./]{{1,2}}|{_D} |第[{_HAN}0-9０-９]{{1,6}}[条项款次期]?[、和及至]|每[^，。；、：:,;]{{0,4}})"
    rf"{_SPACE}$"
)
_LEADING = frozenset("第几数〔之-－–—~～至到:：./、和及0123456789０１２３４５６７８９")
"""What a front that makes no quantity of a number ends with; a front with 每 ends with anything."""
_ABOUT_ENDS = frozenset("近约超过逾破到足少于达")
_WORDS = {
    "次": "性 数 级 日 月 年 要",
    "件": "套 事",
    "条": "例 款 目 理 线 龙",
    "人": "民 大 员 才 事 力 口 工 文 居 社 均",
    "份": "额 内 子 量",
    "宗": "旨 教",
    "起": "草 来 诉 止 点 源 到 步 效",
    "篇": "章 幅",
    "项": "目",
    "个": "月 小时 季度 工作日 自然日 百分点 人 体 性 案",
    "名": "称 单 录 下 义 词 额 优 列",
    "家": "庭 园 长 校",
    "期": "间 限 末 初 内 满 待 货",
    "场": "所 地 景 合 馆",
    "部": "门 分 署 委 级 队 位 件",
    "处": "理 罚 置 室 级 长 于 分",
    "户": "籍 外",
    "例": "如 会 行 外",
    "幅": "度",
    "页": "面",
    "元": "素 旦 件 老 首 宵",
}
_GOES_ON = {unit: tuple(words.split()) for unit, words in _WORDS.items()}
"""What makes another word of a unit: 一次性, 三部门."""
_IDIOMS = ("一起", "一家人")
_LISTED = ("分别", "依次", "各")
_WINDOW = 12


def quantities(text: str, start: int = 0) -> tuple[Quantity, ...]:
    """The quantities of `text`, in order; `start` is where it stands in the text that the spans count in."""
    found = _quantities(text)
    if not start:
        return found
    return tuple(
        Quantity(_moved(one.span, start), one.value, one.unit, _moved(one.number, start), one.approximate)
        for one in found
    )


def levelled(text: str, counted: Sequence[Quantity]) -> str:
    """The text with other numbers of as many digits in the place of those of `counted`, its quantities: the same for
    texts that differ in their numbers only. Equal numbers stay equal and others different, zero stays; a text with
    other than plain whole numbers stays as it is."""
    made: dict[str, str] = {}
    sizes: dict[int, int] = {}
    parts: list[str] = []
    at = 0
    for one in counted:
        start, end = one.number
        numeral = text[start:end]
        if not one.value:
            continue
        if numeral[0] == "0" or not (numeral.isascii() and numeral.isdecimal()) or one.value != int(numeral):
            return text
        if numeral not in made:
            size = end - start
            made[numeral] = str(10 ** (size - 1) + sizes.get(size, 0))
            sizes[size] = sizes.get(size, 0) + 1
        parts += (text[at:start], made[numeral])
        at = end
    return "".join((*parts, text[at:])) if parts else text


@kept(longest=300, most=2048)
def _quantities(text: str) -> tuple[Quantity, ...]:
    """Kept, for several readers ask for those of one sentence, and reports share many sentences."""
    found = [_read(text, match) for match in _QUANTITY.finditer(text)]
    return tuple([one for one in found if one is not None])


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    numeral, scale, about, myriad, unit = match.groups()
    start, end = match.span()
    if text.startswith(_GOES_ON.get(unit, "\0"), end) or text.startswith(_IDIOMS, start):
        return None
    before = text[max(0, start - _WINDOW) : start]
    last = before.rstrip()[-1:]
    if (last in _LEADING or "每" in before) and _NO_QUANTITY.search(before):
        return None
    if "，" in numeral and ("," in numeral or any(word in before for word in _LISTED)):
        return None  # 2，300 may be two numbers of a list
    value = number(numeral + scale + myriad)
    if value is None:
        return None
    behind = last in _ABOUT_ENDS and _BEFORE_ABOUT.search(before)
    return Quantity(
        span=Span(start, end),
        value=value,
        unit="%" if unit == "％" else unit if len(unit) == 1 else f"{unit[0]}次",
        number=Span(*match.span("number")),
        approximate=bool(about or behind or _AFTER_ABOUT.match(text, end)),
    )
