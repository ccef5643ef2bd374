"""jieba's dictionary with the field's terms, packed into one file that is mapped into memory, not read.

The file holds a head, a trie (word → number), and by that number the words' frequencies and parts of speech.
"""

import mmap
import struct
import zlib
from array import array
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time

import marisa_trie

from linter.cache import cache_folder, write_atomically

_MAGIC = b"nianbao-words-1\n"
_HEAD = struct.Struct("<16sQ")  # magic and the sum of all that follows
_LENGTHS = struct.Struct(
    "<QQQ"
)  # total frequency, bytes of the trie, number of words; what follows lies at 48
_STALE = 30 * 24 * 3600  # seconds
_DAMAGE = (ValueError, RuntimeError, OSError, struct.error)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that can be found by the text they begin. `total` is the sum of all frequencies, as jieba counts it.
    `frequencies` and `tags` go by the number that `trie` gives a word; a tag is an index of `tag_names`."""

    trie: marisa_trie.Trie
    frequencies: "memoryview[float]"
    tags: "memoryview[int]"
    tag_names: tuple[str, ...]
    total: int

    def frequency(self, word: str) -> int | None:
        """How often jieba's corpus has `word`; 0 for the mere beginning of a word, None for neither."""
        number = self.trie.get(word)
        if number is not None:
            return int(self.frequencies[number])
        return 0 if next(self.trie.iterkeys(word), None) is not None else None

    def tag(self, word: str) -> str:
        """The part of speech in jieba's notation (`n` `v` `vn` `a` `d` `p` `c` `u` …); empty for an unknown word."""
        number = self.trie.get(word)
        return "" if number is None else self.tag_names[self.tags[number]]


def pack(frequencies: Mapping[str, int], tags: Mapping[str, str], total: int) -> bytes:
    """A file for `unpack`. Words without a frequency are left out."""
    trie = marisa_trie.Trie([word for word, frequency in frequencies.items() if frequency])
    names = tuple(sorted({tags.get(word, "") for word in frequencies}))
    numbers = {name: number for number, name in enumerate(names)}
    counts, kinds = array("d", bytes(8 * len(trie))), bytearray(len(trie))
    for word, number in trie.iteritems():
        counts[number] = frequencies[word]
        kinds[number] = numbers[tags.get(word, "")]
    body: bytes = trie.tobytes()
    body += bytes(-len(body) % 8)
    lengths = _LENGTHS.pack(int(total), len(body), len(trie))
    rest = lengths + body + counts.tobytes() + bytes(kinds) + "\n".join(names).encode()
    return _HEAD.pack(_MAGIC, zlib.crc32(rest)) + rest


def unpack(data: memoryview) -> Lexicon | None:
    """The lexicon in `data`, which it keeps; None if that is damaged or something else."""
    with suppress(*_DAMAGE):
        magic, checksum = _HEAD.unpack_from(data)
        rest = data[_HEAD.size :]
        # The trie's own library trusts what it maps: nothing is handed to it that has not been summed up.
        if magic != _MAGIC or zlib.crc32(rest) != checksum:
            return None
        total, trie_length, count = _LENGTHS.unpack_from(rest)
        frequencies_at = _LENGTHS.size + trie_length
        tags_at = frequencies_at + 8 * count
        trie = marisa_trie.Trie()
        trie.map(rest[_LENGTHS.size : frequencies_at])
        names = tuple(bytes(rest[tags_at + count :]).decode().split("\n"))
        frequencies = rest[frequencies_at:tags_at].cast("d")
        return Lexicon(trie, frequencies, rest[tags_at : tags_at + count], names, total)
    return None


def checksum(parts: Iterable[bytes]) -> str:
    """A short name for what the parts hold; it changes when they do."""
    return "-".join(f"{len(part):x}.{zlib.crc32(part):08x}" for part in parts)


def stored(key: str) -> Lexicon | None:
    """The lexicon kept under `key` in the user's cache folder, if there is one and it is sound."""
    folder = cache_folder()
    if folder is None:
        return None
    with suppress(*_DAMAGE), (folder / _name(key)).open("rb") as file:
        return unpack(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))
    return None


def store(key: str, data: bytes) -> None:
    """Keep `data` for the next run, if there is a place for it. Others may do the same at the same time.

    What has not been written for a month under other keys is of a version no longer in use: it goes."""
    folder = cache_folder()
    if folder is None:
        return
    with suppress(OSError):
        write_atomically(folder / _name(key), data)
        for other in folder.glob(_name("*")):
            if time() - other.stat().st_mtime > _STALE:
                other.unlink(missing_ok=True)


def terms_in(path: Path) -> tuple[str, ...]:
    """The terms of a list: one a line, `#` starts a remark."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def _name(key: str) -> str:
    return f"words-{key}.bin"
