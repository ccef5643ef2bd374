"""A corpus: stock phrases and reports as they are compared, in one packed file that is used as it lies there."""

from bisect import bisect_right
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

import msgspec

from linter.bundled import CORPORA
from linter.model.alike import Source
from linter.model.errors import UsageError, cause
from linter.similarity.index import Index, from_bytes, indexed, to_bytes

FORMAT = b"nianbao-corpus/1"
SHIPPED = CORPORA / "stock" / "stock.corpus"
SUFFIX = ".corpus"


class Held(msgspec.Struct, frozen=True):
    """A report that a corpus holds: whose it is, of which year, its file's name, and where it begins."""

    unit: str | None
    year: int | None
    path: str
    start: int


class About(msgspec.Struct, frozen=True):
    """What a corpus says of itself. `stock`: how many characters of its text are stock phrases, a line each; then
    come the `reports`. `made`: from what and how; `version` changes with the texts."""

    name: str
    title: dict[str, str]
    version: str
    licence: str
    made: str
    stock: int
    reports: tuple[Held, ...] = ()


class Corpus(msgspec.Struct, frozen=True):
    """A corpus as it is used. `checksum` is of all of it."""

    about: About
    index: Index
    checksum: str

    def report_at(self, place: int) -> int | None:
        """The number of the report to which a character belongs; None: it is in a stock phrase."""
        if place < self.about.stock:
            return None
        return bisect_right(self.about.reports, place, key=lambda one: one.start) - 1

    def text_of(self, number: int) -> str:
        """A report as it is compared."""
        start = self.about.reports[number].start
        end = self.index.text.find("\n", start)
        return self.index.text[start : end if end >= 0 else None]

    def source(self, number: int) -> Source:
        """Whose report that is."""
        held = self.about.reports[number]
        return Source("unit", held.unit, held.year, held.path)


def load(path: Path) -> Corpus:
    """The corpus of a file; UsageError if it is none, or damaged. It is read once, unless it changes."""
    try:
        known = path.stat()
        return _load(path, known.st_mtime_ns, known.st_size)
    except OSError as error:
        zh, en = cause(error)
        raise UsageError(f"读不了语料库 {path}：{zh}", f"cannot read the corpus {path}: {en}") from None


@lru_cache(maxsize=16)
def _load(path: Path, *_stamp: int) -> Corpus:
    data = path.read_bytes()
    head, _, body = data.partition(b"\n")
    known, _, sums = head.partition(b" ")
    if known != FORMAT:
        raise UsageError(
            f"{path} 不是语料库；用 nianbao corpus build 生成",
            f"{path} is no corpus; nianbao corpus build makes one",
        )
    checksum, _, quick = sums.partition(b" ")
    if quick != _quick(body):
        raise UsageError(f"语料库 {path} 已损坏，请重新生成", f"the corpus {path} is damaged; build it again")
    return _unpacked(body, checksum.decode())


def packed(about: About, text: str) -> bytes:
    """The file of a corpus with that text: lines of stock phrases, then a line for each report."""
    header, words = msgspec.json.encode(about), text.encode()
    table = to_bytes(indexed(text))
    sizes = b"".join(len(one).to_bytes(4, "little") for one in (header, words, table))
    body = sizes + table + header + words
    return b"%s %s %s\n" % (FORMAT, _sum(body), _quick(body)) + body


@lru_cache(maxsize=1)
def shipped() -> tuple[Corpus, ...]:
    """The corpora that come with nianbao. Their files are looked at once: they do not change under a program."""
    return (load(SHIPPED),) if SHIPPED.exists() else ()


def _unpacked(body: bytes, checksum: str) -> Corpus:
    header, words, table = (int.from_bytes(body[at : at + 4], "little") for at in (0, 4, 8))
    begins = 12 + table
    about = msgspec.json.decode(body[begins : begins + header], type=About)
    text = body[begins + header : begins + header + words].decode()
    return Corpus(about, from_bytes(text, body[12:begins]), checksum)


def _quick(body: bytes) -> bytes:
    """What tells a damaged file, in a fraction of the time of the checksum that names it."""
    return b"%08x" % crc32(body)


def _sum(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).hexdigest().encode()
