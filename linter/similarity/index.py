"""Where every stretch of eight characters stands in a text: a table that is used as it lies in a file."""

import sys
from array import array
from collections.abc import Iterator
from zlib import crc32

import msgspec

from linter.similarity.pairing import SEED

STEP = 6
"""Every sixth stretch of a text is looked up, so that no run of `SEED` + 5 characters goes unseen."""

_OFTEN = 6
_CHUNK = 16
"""Characters that are compared at once."""
_WIDE = 2
"""Bytes of a character as it is hashed."""


class Index(msgspec.Struct, frozen=True):
    """`text` and, open-addressed by the hash of eight characters, where they stand in it, plus one (0: nothing
    there). The number of slots is a power of two."""

    text: str
    slots: "memoryview[int]"  # not subscriptable before Python 3.14

    def runs(self, text: str) -> Iterator[tuple[int, int, int]]:
        """What stands in the index of a text, from left to right, the longest where several begin: start, end,
        and where it stands there. Runs of thirteen characters or more are all found, none overlaps the next."""
        coded, slots, known, mask = _coded(text), self.slots, self.text, len(self.slots) - 1
        wide, hashed, done = _WIDE * SEED, crc32, 0
        likely = [  # most are not there, and this look at a slot is what costs
            (at // _WIDE, slot)
            for at in range(0, _WIDE * len(text) - wide + 1, _WIDE * STEP)
            if slots[slot := hashed(coded[at : at + wide]) & mask]
        ]
        for at, slot in likely:
            if at < done:
                continue
            best, seed = (0, 0, 0), text[at : at + SEED]
            while place := slots[slot]:
                if known.startswith(seed, place - 1):
                    start, end = self._grown(text, at, place - 1, done)
                    if end - start > best[1] - best[0]:
                        best = (start, end, place - 1 - (at - start))
                slot = (slot + 1) & mask
            if best[1]:
                yield best
                done = best[1]

    def places(self, text: str, step: int = STEP) -> Iterator[tuple[int, int]]:
        """For every `step`-th stretch of eight characters, the places where it stands in the index."""
        coded, slots, mask = _coded(text), self.slots, len(self.slots) - 1
        for at in range(0, len(text) - SEED + 1, step):
            slot = crc32(coded[at * _WIDE : (at + SEED) * _WIDE]) & mask
            while place := slots[slot]:
                if self.text.startswith(text[at : at + SEED], place - 1):
                    yield at, place - 1
                slot = (slot + 1) & mask

    def _grown(self, text: str, at: int, place: int, done: int) -> tuple[int, int]:
        """As far as both go on alike, not back beyond `done`."""
        known, start, end, ahead = self.text, at, at + SEED, place - at
        least = max(done, -ahead)
        while start > least and text[start - 1] == known[start - 1 + ahead]:
            start -= 1
        size = min(len(text), len(known) - ahead)
        while end + _CHUNK <= size and text[end : end + _CHUNK] == known[end + ahead : end + ahead + _CHUNK]:
            end += _CHUNK
        while end < size and text[end] == known[end + ahead]:
            end += 1
        return start, end


def indexed(text: str) -> Index:
    """The index of a text; nothing that crosses a line break is in it. A stretch that stands there often is known
    by the first six places."""
    size = 1 << max(len(text) * 2, 16).bit_length()
    slots, mask = array("I", bytes(size * 4)), size - 1
    coded = _coded(text)
    for at in range(len(text) - SEED + 1):
        seed = text[at : at + SEED]
        if "\n" in seed:
            continue
        slot, same = crc32(coded[at * _WIDE : (at + SEED) * _WIDE]) & mask, 0
        while slots[slot] and same < _OFTEN:
            same += text.startswith(seed, slots[slot] - 1)
            slot = (slot + 1) & mask
        if same < _OFTEN:
            slots[slot] = at + 1
    return Index(text, memoryview(slots))


def _coded(text: str) -> bytes:
    """The text as it is hashed, two bytes a character."""
    coded = text.encode("utf-16-le", "replace")
    if len(coded) == 2 * len(text):
        return coded
    return "".join(char if char <= "\uffff" else "\ufffd" for char in text).encode("utf-16-le", "replace")


def to_bytes(index: Index) -> bytes:
    """The table, lowest byte first."""
    return _little(array("I", index.slots)).tobytes()


def from_bytes(text: str, data: bytes) -> Index:
    """The index of `text`, from its table; nothing is copied."""
    if sys.byteorder == "little":
        return Index(text, memoryview(data).cast("I"))
    slots = array("I")
    slots.frombytes(data)
    return Index(text, memoryview(_little(slots)))


def _little(slots: "array[int]") -> "array[int]":
    if sys.byteorder != "little":
        slots.byteswap()
    return slots
