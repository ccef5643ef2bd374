"""Words of a stretch of text with the part of speech that each has there, as jieba sees them.

Costs about 10 µs a character and, the first time, 0.1 s: ask for the clause in doubt, not for a report.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from linter.language.with_posseg import Tagger

LONGEST = 400
"""Characters. No longer text is tagged: where no mark parts so many, there is no clause to look at."""


class Tagged(NamedTuple):
    """A word and its part of speech in jieba's notation: `n` `v` `vn` `a` `ad` `d` `p` `c` `uj` (的) `uv` (地)
    `ud` (得) `ul` (了) `x` (marks, and what is unknown) …"""

    word: str
    tag: str


@lru_cache(maxsize=256)
def tagged(text: str, names: frozenset[str] = frozenset()) -> tuple[Tagged, ...]:
    """The words of `text`, which joined give `text` again; nothing for a text longer than `LONGEST`. `names` are
    words in it that no dictionary knows. What was asked last is remembered, whoever asks again."""
    if len(text) > LONGEST:
        return ()
    return tuple(Tagged(one.word, one.flag) for one in _tagger(names).cut(text))


@lru_cache(maxsize=8)
def _tagger(names: frozenset[str]) -> "Tagger":
    from linter.language.with_jieba import Segmenter, lexicon
    from linter.language.with_posseg import Tagger

    return Tagger(Segmenter(lexicon(), (name for name in names if len(name) > 1)))
