"""jieba's parts of speech for words in a sentence, on the packed lexicon. Importing this costs 0.03 s: jieba's own
way of loading it reads the whole dictionary again, 0.3 s and 60 MB."""

import io
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

from linter.language.with_jieba import Segmenter, jieba

_LONGEST = 40  # characters; what no dictionary knows is a name or a slip, and those are short
_UNKNOWN = "x"


def _import_posseg() -> ModuleType:
    """`jieba.posseg`, whose ready-made tagger is given an empty dictionary: it is not used here."""
    jieba.dt.get_dict_file = io.BytesIO
    try:
        return import_module("jieba.posseg")
    finally:
        del jieba.dt.get_dict_file


_posseg = _import_posseg()


class _Tags:
    """A lexicon where jieba expects a dict of tags; the names of a report are nouns."""

    def __init__(self, segmenter: Segmenter) -> None:
        self.segmenter = segmenter

    def get(self, word: str, default: str) -> str:
        """The dictionary's tag of `word`."""
        tag = self.segmenter.lexicon.tag(word)
        return tag or ("nz" if word in self.segmenter.names.get(word[:1], ()) else default)


class Tagger(_posseg.POSTokenizer):  # type: ignore[misc, name-defined]
    """jieba's tagger on a segmenter of ours. What no dictionary knows is guessed as jieba does, but for long runs
    and characters that its model has not seen: for those it would try all states with all, 12 ms each."""

    def __init__(self, segmenter: Segmenter) -> None:  # not jieba's own, which reads a dictionary
        self.tokenizer = segmenter
        self.word_tag_tab = _Tags(segmenter)

    def _POSTokenizer__cut(self, text: str) -> Iterator[Any]:  # noqa: N802
        """The words of a run of characters that stand alone in the dictionary, with their tags."""
        if len(text) > _LONGEST or not all(char in _posseg.char_state_tab_P for char in text):
            return (_posseg.pair(char, _UNKNOWN) for char in text)
        return super()._POSTokenizer__cut(text)  # type: ignore[no-any-return]
