"""The words round a place in a text, and whether a phrase can begin or end there."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from linter.language.late import late
from linter.language.segmenter import tag, words

_LONGEST = 300  # characters without a mark; longer is no prose
_STRETCH = late(r"[一-鿕A-Za-z0-9+#&._%-]+")

_BEFORE = frozenset(
    "的地得着了过之所在和与及或并且而以为对向从由将把被给让使于至到按据依凭经因若如则即就才又再还也都均皆已曾正仍"
    "须需应当该可能会要想更最很较不未没无非是有称叫等先共常仅只约另年月日中上内里前后时外"
)
_AFTER = frozenset(
    "的地得着了过之所在和与及或并且而以为对向从由将把被给让使按据依凭经因若如则即就才又再还也都均皆已曾正仍"
    "须需应可能会要不未没无是有称等仅只共约自中上内里前后时外"
)
_DETERMINERS = frozenset(
    (
        "部分",
        "全部",
        "所有",
        "个别",
        "少数",
        "多数",
        "其余",
        "同类",
        "定期",
        "层层",
        "逐条",
        "没有",
        "累计",
        "重新",
    )
)
_COUNTS_TAGS = ("r", "m", "t")  # 各项 多数 目前
_OPENS_TAGS = (
    "d",
    "ad",
    "p",
    "c",
    "u",
)  # adverbs, prepositions, conjunctions, particles: 进一步 按照 以及 的


@dataclass(frozen=True, slots=True)
class Around:
    """The words of a stretch without punctuation, which begins at `base` of a text. `numbers`: offset in the
    stretch → number of the word that starts there; the end of the stretch has the number after the last."""

    base: int
    words: tuple[str, ...]
    numbers: Mapping[int, int]

    def cuts(self, *offsets: int) -> bool:
        """Whether a word ends or begins at each of `offsets` of the text."""
        return all(offset - self.base in self.numbers for offset in offsets)

    def count(self, start: int, end: int) -> int:
        """How many words stand from one cut to another."""
        return self.numbers[end - self.base] - self.numbers[start - self.base]

    def before(self, offset: int) -> str:
        """The word that ends at a cut; empty at the start of the stretch."""
        number = self.numbers[offset - self.base]
        return self.words[number - 1] if number else ""

    def after(self, offset: int) -> str:
        """The word that begins at a cut; empty at the end of the stretch."""
        number = self.numbers[offset - self.base]
        return self.words[number] if number < len(self.words) else ""


def around(text: str, start: int, end: int, names: frozenset[str] = frozenset()) -> Around | None:
    """The words of the stretch that `start` to `end` lies in; None where it is too long to be prose."""
    stretches = _stretches(text)
    number = bisect_right(stretches, (start, len(text))) - 1
    if number < 0:
        return None
    first, last = stretches[number]
    if end > last or last - first > _LONGEST:
        return None
    return Around(first, *_numbered(text[first:last], names))


@lru_cache(maxsize=4)
def _stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where the stretches without punctuation of `text` begin and end."""
    return tuple(match.span() for match in _STRETCH.finditer(text))


@lru_cache(maxsize=64)
def _numbered(text: str, names: frozenset[str]) -> tuple[tuple[str, ...], Mapping[int, int]]:
    found = words(text, names)
    return found, {end: number for number, end in enumerate(accumulate(map(len, found), initial=0))}


def begins_after(word: str) -> bool:
    """Whether a phrase begins after `word` (empty: after a mark), rather than going on: 的 进一步 按照."""
    if not word or word in _BEFORE or word in _DETERMINERS or word[-1] == "是" or _opens(word):
        return True
    return word == "本机关" or word.strip(".").isdecimal() or (len(word) > 1 and tag(word) in _COUNTS_TAGS)


def ends_before(word: str) -> bool:
    """Whether a phrase ends before `word` (empty: before a mark), rather than going on: 的 已 以及 按照."""
    return not word or word in _AFTER or _opens(word)


def _opens(word: str) -> bool:
    return len(word) > 1 and tag(word) in _OPENS_TAGS
