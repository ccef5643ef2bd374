"""Token patterns matched by spaCy. The only file that knows spaCy: importing it costs 0.7 s, so it is imported
when a text holds the words of a pattern, and of spaCy no more than the matcher. No model is ever loaded."""

import json
import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from linter.language.tagging import Tagged

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of spaCy's own dependencies about one another
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_MOST_WORDS = 200_000  # what spaCy keeps of words is never given back: begin anew then


class Matched(NamedTuple):
    """A match of tokens from `start` up to `end`; `places` are the numbers of the pattern's tokens that each of
    them was matched by."""

    start: int
    end: int
    places: tuple[int, ...]


def matches(words: tuple[Tagged, ...], pattern: str) -> tuple[Matched, ...]:
    """All matches in a sentence of a pattern, given as the JSON of what spaCy's `Matcher` takes."""
    found = _matcher(pattern)(_doc(words), with_alignments=True)
    return tuple(Matched(start, end, tuple(places)) for _, start, end, places in found)


@lru_cache(maxsize=1)
def _vocab() -> Vocab:
    return Vocab()


@lru_cache(maxsize=64)
def _doc(words: tuple[Tagged, ...]) -> Doc:
    """The sentence as spaCy sees it; several rules ask for the same."""
    if len(_vocab().strings) > _MOST_WORDS:
        for kept in (_vocab, _matcher, _doc):
            kept.cache_clear()
    texts, tags = [one.word for one in words], [one.tag for one in words]
    return Doc(_vocab(), words=texts, spaces=[False] * len(texts), tags=tags)


@lru_cache(maxsize=1024)
def _matcher(pattern: str) -> Any:
    tokens: Sequence[dict[str, Any]] = json.loads(pattern)
    matcher = Matcher(_vocab(), validate=False)  # what can be wrong with it was said when the rule was loaded
    matcher.add("pattern", [list(tokens)])
    return matcher
