"""jieba's tokenizer on a packed lexicon. The only file that knows jieba: importing it costs 0.05 s, its own way
of loading a dictionary 0.8 s, 70 MB and a file in the shared temporary folder, where anybody may plant one."""

import logging
import sys
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import log
from pathlib import Path
from types import ModuleType

from linter.bundled import RULES
from linter.language.lexicon import Lexicon, checksum, pack, store, stored, terms_in, unpack

TERMS = RULES / "wordlists" / "terms.txt"
_Starts = dict[int, list[tuple[int, float]]]
_Route = dict[int, tuple[float, int]]
_LONGEST = 32  # characters; jieba's longest word has 16, and no term or name comes near this


def _import_jieba() -> ModuleType:
    """jieba, without a warning or a log line on the user's terminal, and without `pkg_resources`, which it does
    not need and which costs 0.1 s and gives a warning of its own."""
    loaded = "pkg_resources" in sys.modules
    if not loaded:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # invalid escapes in its patterns, told whenever it is compiled
            import jieba
    finally:
        if not loaded:
            sys.modules.pop("pkg_resources", None)
    jieba.setLogLevel(logging.CRITICAL + 1)
    return jieba  # type: ignore[no-any-return]


jieba = _import_jieba()
_model = jieba.finalseg


class _Frequencies:
    """A lexicon where jieba expects a dict of frequencies; words added later lie on top of it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.added: dict[str, int] = {}

    def get(self, word: str, default: int | None = None) -> int | None:
        """The frequency of `word`, 0 for the mere beginning of a word."""
        frequency = self.added[word] if word in self.added else self.lexicon.frequency(word)
        return default if frequency is None else frequency

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def __setitem__(self, word: str, frequency: int) -> None:
        self.added[word] = frequency


class Segmenter(jieba.Tokenizer):  # type: ignore[misc, name-defined]
    """jieba's tokenizer with the same output as jieba's own, in linear time, knowing `names` besides."""

    def __init__(self, lexicon: Lexicon, names: Iterable[str] = ()) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.FREQ = _Frequencies(lexicon)
        self.total = lexicon.total
        self.initialized = True
        self.names: dict[str, list[str]] = {}
        for name in sorted(names):
            self.add_word(name)
            self.names.setdefault(name[:1], []).append(name)

    def get_DAG(self, sentence: str) -> _Starts:  # noqa: N802
        """The words that start at each place: their last character, and the logarithm of their frequency."""
        prefixes, frequencies = self.lexicon.trie.iter_prefixes_with_ids, self.lexicon.frequencies
        starts: _Starts = {}
        for at, char in enumerate(sentence):
            found = [
                (at + len(word) - 1, log(frequencies[number]))
                for word, number in prefixes(sentence[at : at + _LONGEST])
            ]
            if char in self.names:
                found = self._with_names(sentence, at, found)
            starts[at] = found or [(at, 0.0)]
        return starts

    def calc(self, sentence: str, starts: _Starts, route: _Route) -> None:
        """Put the best way on from each place into `route`."""
        route[len(sentence)] = (0, 0)
        total = log(self.total)
        for at in range(len(sentence) - 1, -1, -1):
            route[at] = max((weight - total + route[end + 1][0], end) for end, weight in starts[at])

    def _with_names(self, sentence: str, at: int, found: list[tuple[int, float]]) -> list[tuple[int, float]]:
        """`found`, and the names that start there in the place of what the dictionary says of them."""
        here = [name for name in self.names[sentence[at]] if sentence.startswith(name, at)]
        ends = {at + len(name) - 1: log(self.FREQ.added[name]) for name in here}
        return [one for one in found if one[0] not in ends] + list(ends.items())

    def _Tokenizer__cut_DAG(self, sentence: str) -> Iterator[str]:  # noqa: N802
        """The words of a stretch without punctuation. jieba's own method under the name that Python gives it,
        but that what is in no dictionary is split in linear time."""
        route: _Route = {}
        self.calc(sentence, self.get_DAG(sentence), route)
        at, unknown_from = 0, 0
        while at < len(sentence):
            end = route[at][1] + 1
            if end - at > 1:
                yield from self._unknown(sentence[unknown_from:at])
                yield sentence[at:end]
                unknown_from = end
            at = end
        yield from self._unknown(sentence[unknown_from:])

    def _unknown(self, text: str) -> Iterable[str]:
        """The words of a run of characters that stand alone in the dictionary."""
        if len(text) < 2:
            return (text,) if text else ()
        return text if self.FREQ.get(text) else _split_unknown(text)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """jieba's dictionary and the field's terms; packed at first use, then mapped from the user's cache folder."""
    dictionary = Path(str(jieba.__file__)).with_name(jieba.DEFAULT_DICT_NAME)
    key = checksum((dictionary.read_bytes(), TERMS.read_bytes()))
    kept = stored(key)
    if kept is not None:
        return kept
    data = _packed(dictionary, terms_in(TERMS))
    store(key, data)
    made = stored(key) or unpack(memoryview(data))
    if made is None:
        raise AssertionError("a lexicon that was just packed cannot be read")
    return made


def _packed(dictionary: Path, terms: Iterable[str]) -> bytes:
    """jieba's dictionary as jieba itself reads it and adds words to it."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(dictionary.open("rb"))
    tokenizer.initialized = True
    tags = dict(line.rstrip().split(" ")[::2] for line in dictionary.read_text(encoding="utf-8").splitlines())
    for term in terms:
        tokenizer.add_word(term)
        tags.setdefault(term, "n")
    return pack(tokenizer.FREQ, tags, tokenizer.total)


def _split_unknown(text: str) -> Iterator[str]:
    """The words of a text that no dictionary knows, as jieba's `finalseg.cut` gives them."""
    for number, block in enumerate(_model.re_han.split(text)):
        if number % 2:
            yield from _split_han(block)
        else:
            yield from (part for part in _model.re_skip.split(block) if part)


def _split_han(text: str) -> Iterator[str]:
    """Words by the likeliest path through jieba's hidden Markov model."""
    start = 0
    for end, state in enumerate(_states(text), start=1):
        if state in "ES" or end == len(text):
            word = text[start:end]
            yield from word if word in _model.Force_Split_Words else (word,)
            start = end


def _states(text: str) -> str:
    """For each character whether it begins (B), continues (M), ends (E) or is (S) a word; ties as in jieba,
    which copies the path at each step and so takes the square of the length."""
    unlikely, enters, emits = _model.MIN_FLOAT, _model.trans_P, _model.emit_P
    best = {state: _model.start_P[state] + emits[state].get(text[0], unlikely) for state in "BMES"}
    origins = []
    for char in text[1:]:
        step = {
            state: max(
                (
                    best[before] + enters[before].get(state, unlikely) + emits[state].get(char, unlikely),
                    before,
                )
                for before in _model.PrevStatus[state]
            )
            for state in "BMES"
        }
        origins.append({state: before for state, (_, before) in step.items()})
        best = {state: likelihood for state, (likelihood, _) in step.items()}
    path = [max((best[state], state) for state in "ES")[1]]
    for origin in reversed(origins):
        path.append(origin[path[-1]])
    return "".join(reversed(path))
