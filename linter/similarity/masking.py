"""The text of a report as it is compared: without marks, numbers and own names as one sign each."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import msgspec

from linter.language.places import own_places
from linter.model.document import Span
from linter.model.report import Report, Title
from linter.similarity.skeleton import Place, compared_spans

NUMBER, NAME = "#", "@"
"""What stands for a number, and for the unit itself and what is above it."""

_REST = "\ue001"  # of private use, in no report: the rest of what one sign stands for, and what is left out
KEPT = re.compile(r"[\u4e00-\u9fef\w#@]+")  # the range is in \w, and looked at first
"""What stands between marks."""
_NUMBER = re.compile(
    r"[0-9０-９〇一二两三四五六七八九十百千万]"
    r"(?:(?<=[0-9０-９])[0-9０-９]*(?:[.．,，][0-9]+)*[%％]?"
    r"|[〇零一二三四五六七八九]{3}(?=年)"
    r"|[一二两三四五六七八九十百千万]*(?=余?[次项个条件篇场期人类处名份家户]))"
)
_SELF = re.compile(r"[我本全](?:民族乡|[乡镇县区市旗州局]|街道|办事处|单位|机关|部门)")
_BODY = re.compile(r"(?:人民政府|街道办事处|办事处|管理委员会|管委会|委员会|政府)$")
_TITLES = re.compile(r"《[^》\n]{2,60}》")
_MARKS = (
    *(f"{one}是" for one in "一二三四五六七八九十"),
    *("首先，", "其次，", "再次，", "最后，", "第一，", "第二，", "第三，"),
)
_PHRASES = (
    "公民、法人和其他组织",
    "公民、法人或者其他组织",
    "公民、法人或其他组织",
    "公民、法人及其他组织",
    "国家秘密、商业秘密和个人隐私",
    "国家秘密、商业秘密、个人隐私",
    "国家秘密、商业秘密或个人隐私",
    "公开为常态、不公开为例外",
    "公开为常态，不公开为例外",
    "习近平新时代中国特色社会主义思想",
    "党的二十大",
    "二十届二中全会",
    "二十届三中全会",
    "二十届四中全会",
    "党中央、国务院",
)
"""What the law calls by one name, and formulas that nobody may change."""
_SET = re.compile("|".join((*_MARKS, *_PHRASES)))


class Masked(msgspec.Struct, frozen=True):
    """`text`: what is compared of a report. `laid`: the stretches that are compared, a line each, as long as they
    were and with the same signs at their places (empty where places are not wanted); `spans`: where these
    stretches stand in the logical text; `places`: the section and topic of each."""

    text: str
    laid: str = ""
    spans: tuple[Span, ...] = ()
    places: tuple[Place, ...] = ()

    def located(self, stretches: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """Where stretches of the compared text (none of them empty) stand in the logical text."""
        pieces = [one.span() for one in KEPT.finditer(self.laid)]
        begins = list(accumulate((end - start for start, end in pieces), initial=0))
        starts = self.lines()

        def laid(at: int) -> int:
            number = bisect_right(begins, at) - 1
            return pieces[number][0] + at - begins[number]

        return tuple(
            Span(self._logical(laid(start), starts), self._logical(self._last(laid(end - 1)), starts) + 1)
            for start, end in stretches
        )

    def pieces(self) -> tuple[tuple[int, int], ...]:
        """Where the stretches of `spans` stand in the compared text."""
        found, at = [], 0
        for line in self.laid.split("\n") if self.spans else ():
            length = sum(map(len, KEPT.findall(line)))
            found.append((at, at + length))
            at += length
        return tuple(found)

    def borders(self) -> tuple[int, ...]:
        """Where the stretches of `spans` end in the compared text."""
        return tuple(end for _, end in self.pieces())

    def lines(self) -> list[int]:
        """Where each line of `laid` begins."""
        return list(accumulate((len(one) + 1 for one in self.spans), initial=0))

    def _logical(self, at: int, starts: Sequence[int]) -> int:
        """Where the character at `at` of `laid` stands in the logical text."""
        number = bisect_right(starts, at) - 1
        return self.spans[number].start + at - starts[number]

    def _last(self, at: int) -> int:
        """The last character of what the sign at `at` stands for."""
        if self.laid[at] in (NUMBER, NAME):
            while self.laid.startswith(_REST, at + 1):
                at += 1
        return at


def masked(report: Report) -> Masked:
    """What is compared of a report."""
    spans, places = compared_spans(report)
    return mask(report.document.text, own_names(report.title, report.names), spans, places)


def mask(text: str, names: Sequence[str], spans: Sequence[Span], places: Sequence[Place] = ()) -> Masked:
    """The same for `spans` of any text, of which `names` (longest first) are the own ones."""
    laid = _laid("\n".join([text[start:end] for start, end in spans]), names)
    return Masked("".join(clauses(laid)), laid, tuple(spans), tuple(places))


@lru_cache(maxsize=1)
def clauses(laid: str) -> tuple[str, ...]:
    """What stands between the marks of a laid text: it is looked at when that is made, and soon after."""
    return tuple(KEPT.findall(laid))


def without_places(one: Masked) -> Masked:
    """The same without what is only needed to find it again in the report: a third of the memory."""
    return Masked(one.text)


@lru_cache(maxsize=64)
def own_names(title: Title, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """What the unit and its upper levels are called (by the title, and all that is `known`), with and without the
    words for what they are, longest first; nothing shorter than two characters."""
    names = {name for name in (title.unit, *title.parents, *known) if name}
    names |= {_BODY.sub("", name) for name in names}
    names |= {one.root for one in own_places(title)}
    return tuple(sorted((name for name in names if len(name) > 1), key=lambda one: (-len(one), one)))


def _laid(text: str, names: Sequence[str]) -> str:
    """The text with signs, as long as it was."""
    text = text.replace(NUMBER, _REST).replace(NAME, _REST)
    for name in names:
        text = text.replace(name, NAME + _REST * (len(name) - 1))
    text = _SET.sub(_left_out, text)
    if "《" in text:
        text = _TITLES.sub(_left_out, text)
    text = _SELF.sub(_own, text)
    return _NUMBER.sub(_number, text)


def _left_out(match: re.Match[str]) -> str:
    return _REST * len(match[0])


def _own(match: re.Match[str]) -> str:
    return NAME + _REST * (len(match[0]) - 1)


def _number(match: re.Match[str]) -> str:
    return NUMBER + _REST * (len(match[0]) - 1)
