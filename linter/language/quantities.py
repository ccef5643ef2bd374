"""Quantities in running text: a number with its unit (12件, １２ 条, 1.2万元, 十二份). What only looks like one
is none: dates, document and article numbers (第二十条), ordinals (第3次), rates (每季度1次, 100元/件), ranges
(3—5件), durations (20个工作日), set phrases (一次性, 三审三校, 一件事)."""

import re
from dataclasses import dataclass
from decimal import Decimal

from linter.language.numerals import FULL_WIDTH, number
from linter.model.document import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. `span` holds both (12余件), `number` the numeral alone. `value` counts in `unit`:
    件, 件次, 元 (万元 are made 元), %. `approximate`: the text itself says that it is not exact."""

    span: Span
    value: Decimal
    unit: str
    number: Span
    approximate: bool = False


_SPACE = "[ \u00a0\u3000]*"
_QUANTITY = re.compile(
    rf"""(?<![0-9０-９A-Za-z_@#&=+])
    (?P<number>
        (?:[0-9０-９]{{1,3}}(?:[,，][0-9０-９]{{3}})+(?![0-9０-９])|[0-9０-９]+)(?:[.．][0-9０-９]+)?
        |[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*
    ){_SPACE}
    (?P<scale>[百千]?[万亿千百]?)(?P<about>[余多几来]?)(?P<more>[万亿]?){_SPACE}
    (?P<unit>
        [件条人场份篇批项](?:次(?![性数日月年要])|[（(]次[）)])
        |件(?![套事])|条(?![例款目理线龙])|人(?![民大员才事力口工文居社均])|份(?![额内子量])|宗(?![旨教])|起(?![草来诉止点源到步效])
        |次(?![性数级日月年要])|篇(?![章幅])|项(?!目)
        |个(?!月|小时|季度|工作日|自然日|百分点|[人体性]|案)
        |名(?![称单录下义词额优列])|家(?![庭园长校])|期(?![间限末初内满待货])|场(?![所地景合馆])|则|部(?![门分署委级队位件])|张
        |处(?![理罚置室级长于分])|户(?![籍外])|例(?![如会行外])|幅(?!度)|册|页(?!面)|元(?![素旦件老首宵])|[%％]
    )(?!{_SPACE}[/／每])""",
    re.VERBOSE,
)
_BEFORE_ABOUT = re.compile(r"(?:近|约|大约|超|超过|逾|突破|不到|不足|至少|不少于|不低于|多达|将近|接近)[ \u00a0\u3000]*$")
_AFTER_ABOUT = re.compile(rf"{_SPACE}(?:以[上内下]|左右|上下|有余)")
_NO_QUANTITY = re.compile(
    r"""(?:
        [第几数〔之]
        |[0-9０-９][ ]*[-－–—~～至到:：./]{1,2}
        |第[零〇一二两三四五六七八九十百0-9０-９]{1,6}[条项款次期批]?[、和及至]
        |每[^，。；、：:,;]{0,4}
    )[ \u00a0\u3000]*$""",
    re.VERBOSE,
)
_PHRASE = re.compile(r"一(?:次性|条龙|起(?!行政|诉讼|复议)|部[分门]|家人|件事)")
_LISTED = ("分别", "依次", "各")
_WINDOW = 12


def quantities(text: str, start: int = 0) -> tuple[Quantity, ...]:
    """The quantities of `text`, in order; `start` is where it stands in the text that the spans count in."""
    found = (_read(text, match, start) for match in _QUANTITY.finditer(text))
    return tuple(one for one in found if one is not None)


def _read(text: str, match: re.Match[str], start: int) -> Quantity | None:
    numeral = match["number"]
    before = text[max(0, match.start() - _WINDOW) : match.start()]
    if _NO_QUANTITY.search(before) or _PHRASE.match(text, match.start()):
        return None
    if "，" in numeral and ("," in numeral or any(word in before for word in _LISTED)):
        return None  # 2，300 may be two numbers of a list
    value = number(numeral + match["scale"] + match["more"])
    if value is None:
        return None
    unit = match["unit"].translate(FULL_WIDTH).replace("（", "").replace("）", "").replace("(", "").replace(")", "")
    about = match["about"] or _BEFORE_ABOUT.search(before) or _AFTER_ABOUT.match(text, match.end())
    return Quantity(
        span=Span(start + match.start(), start + match.end()),
        value=value,
        unit=unit,
        number=Span(start + match.start("number"), start + match.end("number")),
        approximate=bool(about),
    )
