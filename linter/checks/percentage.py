"""Shares and rates against the numbers that they are made of."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from itertools import pairwise

import msgspec

from linter.language.anchors import holding
from linter.language.late import late
from linter.language.quantities import Quantity, quantities
from linter.model.document import Span
from linter.model.finding import Confidence, Edit, Fix, Hit, Note, Words
from linter.model.report import Report, Sentence

_SIGNS = ("%", "％")
_SHARE = late(
    r"[ \u3000]?[，,、（(]?[^，。；、（(\d]{0,4}占(?:比例?|(?:全部|总|申请|公开|信息|发布){0,2}(?:总?数|总?量|件数|条数|申请|信息)?的?(?:比例|比重)?)"
    r"(?:的|为|达到?|是)?[ \u3000]?"
)
_WHOLE = late(
    r"[^。；，,：:\d]{0,8}[，,：:（(。；]?[ \u3000]?(?:其中|包括|分别|按|从)|[^。；，,\d]{0,6}中[，,]?"
)
_OTHER_WHOLE = late(r"。|(?<!其)中[，,]")
_RATE = late(r"(?:办结率|答复率|办复率)[均都为达到是]{0,3}[ \u3000]?$")
_JUDGED = ("占", "办结率", "答复率", "办复率")
"""What a share or a rate is called that is compared with the numbers around it."""
_RECEIVED = late(r"(?:收到|受理|新收|接收|收件)[^，。；\d]{0,20}(\d{1,6})[ \u3000]?件")
_DONE = late(r"(?:办结|答复|办复)[^，。；\d率]{0,8}(\d{1,6})[ \u3000]?件")
_APIECE = late(
    r"分别占[^，。；\d]{0,10}((?:\d{1,3}(?:\.\d{1,2})?[%％][、，和及]{0,2}){1,11}\d{1,3}(?:\.\d{1,2})?[%％])"
)
_ONE = late(r"(\d{1,3}(?:\.\d{1,2})?)[%％]")
_NAMED = late(
    r"(?P<whole>\d{1,7})(?P<unit>[件条份个人次项期场])[^。；\d%]{0,14}?(?P<verb>满意|合格|回复|整改|达标)[^。；，\d]{0,4}"
    r"(?P<part>\d{1,7})(?P=unit)[，,、（]?[^，。；\d]{0,4}(?P=verb)率[均都为达到是]{0,3}(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％]"
)
_CHANGED = late(
    r"(?P<now>\d{1,7})(?P<unit>[件条份个人次项期场])[，,（]?(?:比|较)(?:上年度?|去年|上一年度?|20\d\d年度?)"
    r"(?P<word>增加|减少|多|少)了?(?P<part>\d{1,7})(?P=unit)[，,]?(?:同比)?(?:增长|下降|上升|增幅|降幅)[为达了]{0,2}"
    r"(?P<rate>\d{1,4}(?:\.\d{1,2})?)[%％]"
)
_NEAR = 300  # characters before a sentence in which its total may stand
_MOST = 120  # numbers; longer is no sentence


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`doubtful`: words beside which a share of requests done is not compared: some were pending or withdrawn."""

    doubtful: tuple[str, ...] = (
        "结转",
        "在办",
        "正在",
        "撤回",
        "撤销",
        "未到期",
        "补正",
        "期限内",
        "转办",
        "上年",
    )


def anchors(_: Options) -> tuple[str, ...]:
    """The signs without which there is no percentage."""
    return _SIGNS


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each percentage that no pair of the numbers beside it makes, within rounding."""
    for sentence in holding(report, _SIGNS):
        if any(bad.overlaps(sentence.span) for bad in report.document.damaged):
            continue
        yield from _apiece(report, sentence)
        yield from _written_out(report, sentence, options)
        start = _start(report, sentence)
        text = report.document.text[start : sentence.span.end]
        if not any(word in text for word in _JUDGED):
            continue
        counted = quantities(text, start)
        for one in counted if len(counted) <= _MOST else ():
            if one.unit == "%" and one.span.start >= sentence.span.start and not one.approximate:
                hit = _of_share(report, one, counted) or _of_rate(text, one, start, options)
                if hit:
                    yield hit


def _start(report: Report, sentence: Sentence) -> int:
    """Where the stretch begins in which a sentence's totals may stand: its paragraph, or a little before it."""
    paragraph = report.document.text.rfind("\n", 0, sentence.span.start) + 1
    return max(paragraph, sentence.span.start - _NEAR)


def _of_share(report: Report, share: Quantity, counted: Sequence[Quantity]) -> Hit | None:
    """The hit on a share of which the part stands right before and the whole is announced (其中)."""
    text = report.document.text
    place = counted.index(share)
    part = counted[place - 1] if place else None
    if part is None or part.unit == "%" or not _SHARE.fullmatch(text, part.span.end, share.span.start):
        return None
    same = [one for one in counted if one.unit == part.unit and one is not part]
    before = [one for one in same if one.span.end <= part.span.start]
    whole = next((one for one in reversed(before) if _is_whole(text, one, part)), None)
    if whole is None or not whole.value or part.approximate or any(one.approximate for one in same):
        return None
    shared = [one for one, next_one in pairwise(counted) if next_one.unit == "%" and one.unit == part.unit]
    totals = {one.value for one in same} | {sum((one.value for one in shared), Decimal(0))}
    if any(_makes(part.value, total, share, text) for total in totals):
        return None
    return _hit(share, part, whole, text)


def _is_whole(text: str, whole: Quantity, part: Quantity) -> bool:
    """Whether a number is announced as the whole of the part: with 其中 behind it, and no other whole between."""
    opener = _WHOLE.match(text, whole.span.end, part.span.start)
    return opener is not None and not _OTHER_WHOLE.search(text, opener.end(), part.span.start)


def _makes(part: Decimal, whole: Decimal, share: Quantity, text: str) -> bool:
    """Whether the part of the whole is the share, rounded or cut off."""
    return whole > 0 and abs(part * 100 / whole - share.value) < Decimal(1).scaleb(-_places(share, text))


def _rounded(value: Decimal, places: int) -> str:
    """The number with so many places, as everybody rounds: 1.25 to 1.3."""
    with localcontext(rounding=ROUND_HALF_UP):
        return f"{value:.{places}f}"


def _places(share: Quantity, text: str) -> int:
    return len(text[share.number.start : share.number.end].replace("．", ".").partition(".")[2])


def _hit(share: Quantity, part: Quantity, whole: Quantity, text: str) -> Hit:
    places = _places(share, text)
    right = _rounded(part.value * 100 / whole.value, places)
    values = {
        "stated": text[share.span.start : share.span.end],
        "part": f"{part.value:f}",
        "whole": f"{whole.value:f}",
        "right": f"{right}%",
    }
    notes = (
        Note(Words(f"总数 {whole.value:f}", f"the whole: {whole.value:f}"), whole.span),
        Note(Words(f"其中 {part.value:f}", f"the part: {part.value:f}"), part.span),
    )
    return Hit(share.span, values, notes, fix=Fix(safe=False, edits=(Edit(share.number, right),)))


def _of_rate(text: str, rate: Quantity, start: int, options: Options) -> Hit | None:
    """The hit on a rate of requests answered, where the text gives one number received and one answered."""
    at = rate.span.start - start
    if not _RATE.search(text, max(0, at - 8), at) or any(word in text for word in options.doubtful):
        return None
    received, done = (list(pattern.finditer(text, 0, at)) for pattern in (_RECEIVED, _DONE))
    if len(received) != 1 or len(done) != 1 or not int(received[0][1]):
        return None
    whole, part = Decimal(received[0][1]), Decimal(done[0][1])
    exact = part * 100 / whole
    if abs(exact - rate.value) < 1:
        return None
    values = {
        "stated": text[at : rate.span.end - start],
        "part": f"{part:f}",
        "whole": f"{whole:f}",
        "right": f"{_rounded(exact, 1)}%",
    }
    confidence: Confidence = "likely"
    return Hit(rate.span, values, confidence=confidence)


def _apiece(report: Report, sentence: Sentence) -> Iterator[Hit]:
    """The hit on shares of one whole, named one after another, that together exceed it."""
    text = report[sentence.span]
    for match in _APIECE.finditer(text) if "分别占" in text else ():
        shares = [Decimal(one[1]) for one in _ONE.finditer(match[1])]
        total = sum(shares, Decimal(0))
        if total > 100 + len(shares):
            span = Span(sentence.span.start + match.start(1), sentence.span.start + match.end(1))
            said = "+".join(f"{one:f}" for one in shares)
            yield Hit(span, {"stated": match[1], "part": said, "whole": "100", "right": f"{total:f}%"})


def _written_out(report: Report, sentence: Sentence, options: Options) -> Iterator[Hit]:
    """The hits on rates and changes of which both numbers stand right before: 收回50份，满意40份，满意率70%."""
    text = report[sentence.span]
    found = [] if any(word in text for word in options.doubtful) else list(_NAMED.finditer(text))
    for match in (*found, *_CHANGED.finditer(text)):
        part, rate = Decimal(match["part"]), Decimal(match["rate"])
        named = "verb" in match.groupdict()
        whole = Decimal(match["whole"]) if named else _before(match, part)
        places = len(match["rate"].partition(".")[2])
        if whole <= 0 or abs(part * 100 / whole - rate) < Decimal(1).scaleb(-places):
            continue
        start = sentence.span.start + match.start("rate")
        span = Span(start, sentence.span.start + match.end())
        right = _rounded(part * 100 / whole, places)
        values = {"stated": report[span], "part": f"{part:f}", "whole": f"{whole:f}", "right": f"{right}%"}
        edit = Edit(Span(start, start + len(match["rate"])), right)
        yield Hit(span, values, fix=Fix(safe=False, edits=(edit,)))


def _before(match: re.Match[str], change: Decimal) -> Decimal:
    """The number of the year before: what is now without the rise, or with the fall."""
    now = Decimal(match["now"])
    return now - change if match["word"] in ("增加", "多") else now + change
