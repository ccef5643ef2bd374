"""Many words looked for in one pass."""

import re
from collections.abc import Iterable
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation


def matcher(words: Iterable[str]) -> AhoCorasick:
    """Finds every one of `words` wherever it stands. Made in 0.1 ms for a hundred words: the library's own choice
    for few words takes eight times as long to make, and finds no faster in a report."""
    return AhoCorasick(list(words), implementation=Implementation.ContiguousNFA)


@lru_cache(maxsize=256)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds one of a few words, of those that begin at one place the first named; of no words nothing."""
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")
