"""Words said twice running: 互动性和互动性, 的的, 进行进行, 可通过可以通过, a clause that comes again at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import msgspec

from linter.language.context import Around, around, begins_after, ends_before
from linter.language.doubling import Doubled, again, auxiliaries, clauses, letters, links, runs, suspected
from linter.language.identity import Same
from linter.language.kept import kept
from linter.language.late import late
from linter.language.quotes import covered
from linter.language.segmenter import tag
from linter.language.stutters import LISTING, closes, leads, meets, stands_alone, trails
from linter.model.document import Span
from linter.model.finding import Confidence, Edit, Fix, Hit, Words
from linter.model.report import Report

_PARTICLES = frozenset("的了和与及是在对将把被为由从以")
_ONE_BY_ONE = "一两几逐很最极老好"  # 一件一件 很多很多
_WORDS = ("d", "c", "b", "v", "n", "vn")
_SELF = "我本各全该此每其"  # 我乡我乡
_QUALITIES = ("性", "度", "率", "力", "化", "水平", "质量", "意识", "作用", "效果", "效能")
_NEGATIVES = ("不", "未", "没", "没有", "不能", "不得", "不予")
_WHO = frozenset("人长员者志记席导部民众家府委办局厅院会组科室站所队团校乡镇县市区村")  # bodies and people
_STOPS = frozenset("，。；：、！？”’）)》〉】,;:!?（( 　")
_PAIRING = frozenset(("和", "与", "及", "跟", "同"))
_AUXILIARIES = frozenset("可能应须需要")
_ADDRESSES = ("地址", "位于", "设在", "地点", "坐落", "邮编", "邮政编码")
_BODY = late(r"局局办公室|([市州县区旗乡镇])\1(?:人民)?政府")
"""A unit's name and what belongs to it, with the name's last character once too often: 审计局局办公室."""
_PLACES = frozenset("省市州盟县区旗乡镇村路街")
_WORDLETS = frozenset("各本该谁每较先更我全其此某")  # words of one character that begin no longer one here
_OF_OF = late(r"(?:(?<![项栏题科节条数账书细剧名])目|[标鹄打的])的的|的的[确士的]")  # 目的的 的的确确
_HANDLED = ("处理", "办理", "受理", "答复", "公开", "收到", "发布", "公布")
"""What is done to 政府信息 and ends the name of no body: after it, 政府政府 is none."""
_CLIMAX = late(r"“(?P<said>[^“”、，。]{2,8})、(?P=said)、[^“”、，。]{2,10}”")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`allow`: words that may be said twice (多少多少). `adjacent`: two words that only look like one said twice
    (人民政府政府). `never`: words that can never stand twice. `peers`: those that stand on both sides of 和 or 与
    for two of a kind (部门与部门). `heads`: nouns before which a doubled word may be the end of one phrase and the
    beginning of the next (信息公开公开 + 平台). `verbs`: verbs that never end a phrase as its noun. `both`: words
    that are noun and verb, so that the one may follow the other (基层组织组织). `agents`: those of them that name
    people. `tellers`: verbs whose object may be a term that begins with themselves (公开公开指南). `firsts`: words
    whose first character is no word before them (信信息). `lasts`: words whose last character is none after them
    (信息息)."""

    allow: tuple[str, ...] = ()
    adjacent: tuple[str, ...] = ()
    peers: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    tellers: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    firsts: tuple[str, ...] = ()
    lasts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is said twice from `start` to `end`; `cut` is the stretch to delete, `safe` whether that is all."""

    start: int
    end: int
    said: str
    cut: tuple[int, int]
    safe: bool
    confidence: Confidence = "certain"


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each doubled stretch within a sentence or a heading, both copies and what is between."""
    whole = report.document.text
    texts = [whole[start:end] for (start, end), _, _ in report.sentences]
    odd = suspected(texts)
    if not odd:
        return
    damaged = tuple((span.start, span.end) for span in report.document.damaged)
    for sentence, text in zip(report.sentences, texts, strict=True):
        if text not in odd:
            continue
        offset, last = sentence.span.start, 0
        for fault in _faults_of(text, report.names, options):
            if fault.start >= last and not covered(damaged, offset + fault.start, offset + fault.end):
                last = fault.end
                yield _hit(fault, text, offset)


def _hit(fault: _Fault, text: str, offset: int) -> Hit:
    cut = Span(offset + fault.cut[0], offset + fault.cut[1])
    advice = (
        Words("请删去多出的一处", "delete one of the two")
        if fault.safe
        else Words(
            "请删去一处；如果本想写别的词，请改成那个词",
            "delete one of the two, or write the word that was meant",
        )
    )
    return Hit(
        Span(offset + fault.start, offset + fault.end),
        {"said": fault.said, "doubled": _shown(fault, text), "advice": advice},
        fix=Fix(fault.safe, (Edit(cut, ""),)),
        confidence=fault.confidence,
    )


def _shown(fault: _Fault, text: str) -> str:
    """What is said twice as it stands there; where other clauses stand between, these left out."""
    stretch = text[fault.start : fault.end]
    return stretch if stretch != fault.said else f"{stretch}……{stretch}"


def _faults_of(text: str, names: frozenset[str], options: Options) -> Sequence[_Fault]:
    """The same as `_faults`, kept: of the unit's names only those count that stand in the text or may hold what is
    said twice, and sentences without any are the same in many reports."""
    near = [name for name in names if name in text or (_runs_on(text) and _shares(name, text))]
    return _finder(Same(options))(text, frozenset(near))


@kept()
def _runs_on(text: str) -> bool:
    return any(runs(text)) or _BODY.search(text) is not None


def _shares(name: str, text: str) -> bool:
    return any(name[at : at + 2] in text for at in range(len(name) - 1))


@lru_cache(maxsize=8)
def _finder(same: Same[Options]) -> Callable[[str, frozenset[str]], tuple[_Fault, ...]]:
    """Tells what is said twice in a sentence, in which such names stand."""
    return kept()(lambda text, names: tuple(_faults(text, names, same.one)))


def _faults(text: str, names: frozenset[str], options: Options) -> list[_Fault]:
    """What is said twice in a sentence, from left to right, the longer first."""
    found: list[_Fault | None] = [_stutter(text, one, names, options) for one in runs(text)]
    found += [_linked(text, one, names, options) for one in links(text)]
    found += [_clause(text, one) for one in clauses(text)]
    found += [
        _Fault(one.second, one.end, text[one.second : one.end], (one.second - 1, one.end), False)
        for one in again(text)
    ]
    found += [_letter(text, at, names, options) for at in letters(text)]
    found += [
        _Fault(one.start, one.end, text[one.second : one.end], (one.start, one.second), True)
        for one in auxiliaries(text)
    ]
    return sorted((one for one in found if one), key=lambda one: (one.start, -one.end))


def _stutter(text: str, one: Doubled, names: frozenset[str], options: Options) -> _Fault | None:
    """互动性互动性: the first place in the run from which the copies are words, if that is a slip."""
    length, edge = one.second - one.start, max(map(len, options.adjacent), default=0)
    near = text[max(0, one.start - edge) : one.end + edge]
    if any(stretch in near for stretch in options.adjacent):
        return None
    place = around(text, one.start, one.end, names)
    if place is None:
        return None
    for start in range(one.start, one.end - 2 * length + 1):
        middle, end = start + length, start + 2 * length
        if not place.cuts(middle) or not (
            place.cuts(start) or place.cuts(end) or meets(text[start:middle], place, middle, options)
        ):
            continue
        while place.cuts(start) and end + length <= one.end and place.cuts(end + length):
            end += length
        said = text[start:middle]
        if _may_repeat(said, options) or not _is_slip(
            said, text, (start, middle, end), place, names, options
        ):
            return None
        return _Fault(start, end, said, (middle, end), True)
    return None


def _may_repeat(said: str, options: Options) -> bool:
    """一件一件, 读着读着, 碧蓝碧蓝, a person's name, or what the rule allows."""
    kind = tag(said)
    return (
        said in options.allow
        or len(set(said)) == 1
        or (said[0] in _ONE_BY_ONE and kind not in _WORDS)
        or said[-1] == "着"
        or kind in ("nr", "z")
    )


def _is_slip(
    said: str, text: str, at: tuple[int, int, int], place: Around, names: frozenset[str], options: Options
) -> bool:
    """Whether two equal stretches running can be read only as a slip; `at`: where they start, meet and end."""
    start, middle, end = at
    if not place.cuts(start) and not place.cuts(end):
        return True
    if not place.cuts(start):
        return trails(said, place.before(middle), place.after(end), options)
    if not place.cuts(end):
        before = place.before(start)
        handled = said == "政府" and before.endswith(_HANDLED)
        return handled or said in options.never or leads(said, before, place.after(middle), options)
    before, after = place.before(start), place.after(end)
    if len(after) == 1 and not (ends_before(after) or after in _WORDLETS or after.isdigit()):
        return False  # the beginning of a longer word: 公开公开栏
    if said in options.never:
        return True
    if said[-1] in _PLACES or any(said in name for name in names):
        whole = said[-1] in _PLACES or said in names
        return whole and not any(word in text for word in _ADDRESSES)
    if place.count(start, middle) > 1 or len(said) > 3:
        return (len(said) > 2 and not (said[0] in _AUXILIARIES and after == "的")) or said[0] in _SELF
    return closes(after) or stands_alone(said, before, after, options)


def _linked(text: str, one: Doubled, names: frozenset[str], options: Options) -> _Fault | None:
    """互动性和互动性: both copies the whole of what 和 joins."""
    said = text[one.second : one.end]
    if said in options.allow or said[0] == "谁" or (one.link != "、" and said in options.peers):
        return None
    if one.link == "、" and _CLIMAX.match(text, max(0, one.start - 1)):
        return None  # “实干、实干、抓实干”
    first_end = one.start + len(said)
    first = around(text, one.start, first_end, names)
    second = around(text, one.second, one.end, names)
    if (
        first is None
        or second is None
        or not (first.cuts(one.start, first_end) and second.cuts(one.second, one.end))
    ):
        return None
    before, after = first.before(one.start), second.after(one.end)
    if (before in _PAIRING and after in _PAIRING) or text.startswith("再", one.end + 1):
        return None  # 部门与部门、部门与企业; 落实、落实、再落实
    known = before in options.verbs or tag(before) in ("m", "q") or before.isdigit()
    quality = said.endswith(_QUALITIES) and len(before) > 1  # 信息时效性和时效性
    stopped = after == "等" or (not after and (one.end == len(text) or text[one.end] in _STOPS))
    ends = after in LISTING or (tag(after) == "d" and after not in _NEGATIVES)
    ends |= after == "的" and said.endswith(_QUALITIES)  # 企业和企业的员工
    fault = _Fault(one.start, one.end, said, (first_end, one.end), False)
    if begins_after(before) or known or quality:
        return fault if stopped or ends else None
    # 乡镇长和镇长, 地方政府和政府; 基层政务公开、政务公开 are two members of a list
    other = len(before) < 2 or said[-1] in _WHO or one.link == "、"
    return replace(fault, confidence="likely") if stopped and not other else None


def _clause(text: str, one: Doubled) -> _Fault | None:
    """加强培训，加强培训。But not the figure 有了公开，有了公开，才有监督."""
    if text[one.end + 1 : one.end + 2] in tuple("便就才则也更还"):
        return None
    return _Fault(one.start, one.end, text[one.second : one.end], (one.second - 1, one.end), True)


def _letter(text: str, at: int, names: frozenset[str], options: Options) -> _Fault | None:
    """的的, 信信息, 信息息: one character once too often."""
    if text[at] == "的":
        return _of_of(text, at)
    if at > 1 and _BODY.match(text, at) and _is_named(text[at - 2 : at + 1], names):
        return _Fault(at, at + 2, text[at], (at + 1, at + 2), True)
    if text[at + 2 : at + 3] == text[at + 3 : at + 4] != "" or (at > 1 and text[at - 2] == text[at - 1]):
        return None  # 实实在在
    leads, trails = text.startswith(options.firsts, at + 1), text.endswith(options.lasts, 0, at + 1)
    particle = text[at] in _PARTICLES
    place = around(text, at, at + 2, names) if leads or trails or particle else None
    if place is None:
        return None
    fault = _Fault(at, at + 2, text[at], (at + 1, at + 2), True)
    if particle and place.cuts(at, at + 1, at + 2):
        return (
            fault if all(_is_known(word, names) for word in (place.before(at), place.after(at + 2))) else None
        )
    if leads and place.cuts(at):
        before = place.before(at)
        leads = len(before) != 1 or begins_after(before)  # 太和和谐村 is a name
    else:
        leads = False  # 办公公开
    return fault if leads or (trails and place.cuts(at + 2)) else None


def _is_named(end: str, names: frozenset[str]) -> bool:
    """Whether one of the unit's names has these last characters of a name, and not the very last twice: 湖镇镇."""
    return any(end in name for name in names) and not any(end + end[-1] in name for name in names)


def _of_of(text: str, at: int) -> _Fault | None:
    """的的, which stands in no word but 的的确确 and after none but 目的, 标的."""
    if not at or _OF_OF.search(text, max(0, at - 2), at + 3):
        return None
    return _Fault(at, at + 2, "的", (at + 1, at + 2), True)


def _is_known(word: str, names: frozenset[str]) -> bool:
    return not word or word in names or (len(word) > 1 and bool(tag(word)))
