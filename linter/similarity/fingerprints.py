"""Winnowed fingerprints of many texts at once: the same stretch has the same fingerprints wherever it stands.

numpy is imported with this module; nothing on the way of `check` imports it."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

LENGTH = 12
"""Characters of a fingerprint: more than a word with what often stands beside it, so that few have it by chance, however
many texts there are."""

WINDOW = 8
"""Of as many stretches in a row one at least is kept: what two texts share in nineteen characters has a fingerprint in
common."""

TEXT_BITS = 24
"""Of a key: the number of its text; the rest is its hash."""

MOST_TEXTS = 1 << TEXT_BITS

Keys = NDArray[np.uint64]
_Array = TypeVar("_Array", NDArray[np.uint64], NDArray[np.bool_])

_BATCH = 200
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_LAST = np.uint64(0xFFFFFFFFFFFFFFFF)


def keys(texts: Iterable[str]) -> Keys:
    """The fingerprints of texts, each with the number of its text: hash in the upper bits, number in the lower;
    sorted, none twice."""
    numbered = enumerate(texts)
    parts = []
    while batch := list(islice(numbered, _BATCH)):
        parts.append(_keys([text for _, text in batch], batch[0][0]))
    every = np.concatenate(parts) if parts else np.empty(0, np.uint64)
    every.sort()
    return every[np.concatenate(([True], every[1:] != every[:-1]))] if len(every) else every


def _keys(texts: Sequence[str], first: int) -> Keys:
    """The fingerprints of texts, which have the numbers from `first` on."""
    gap = "\n" * (LENGTH + WINDOW)  # nothing crosses it
    codes = np.frombuffer(gap.join(texts).encode("utf-16-le", "replace"), np.uint16).astype(np.uint64)
    count = len(codes) - LENGTH + 1
    if count < WINDOW:
        return np.empty(0, np.uint64)
    hashes = np.zeros(count, np.uint64)
    for offset in range(LENGTH):
        hashes *= _MULTIPLIER
        hashes += codes[offset : offset + count] + np.uint64(1)
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MULTIPLIER
    hashes ^= hashes >> np.uint64(32)
    crossing = _sliding(codes == ord("\n"), np.logical_or, LENGTH)
    hashes[crossing] = _LAST
    kept = np.flatnonzero(_winnowed(hashes) & ~crossing)
    ends = np.cumsum([len(text) + len(gap) for text in texts])
    numbers = np.searchsorted(ends, kept, "right").astype(np.uint64) + np.uint64(first)
    return (hashes[kept] & ~np.uint64(MOST_TEXTS - 1)) | numbers


def _winnowed(hashes: Keys) -> NDArray[np.bool_]:
    """Which of them are the least of some window."""
    least = _sliding(hashes, np.minimum, WINDOW)
    padding = np.zeros(WINDOW - 1, np.uint64)
    most = _sliding(np.concatenate((padding, least, padding)), np.maximum, WINDOW)
    found: NDArray[np.bool_] = hashes == most
    return found


def _sliding(values: _Array, choose: np.ufunc, length: int) -> _Array:
    """What `choose` makes of every `length` values in a row."""
    width = 1
    while width < length:
        step = min(width, length - width)
        values = choose(values[:-step], values[step:])
        width += step
    return values
