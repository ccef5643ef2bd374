"""Documents as reports cite them: a title in 《》 and the number in brackets behind it, numbers on their own."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from linter.language.late import late
from linter.model.document import Span

_GAP = "[ \u00a0\u3000]?"
_ORDER = (
    rf"(?:中华人民共和国)?(?:国务院令|国令|国务院){_GAP}[（(]?第?{_GAP}(?P<order>\d{{2,4}}){_GAP}号令?"
    rf"|第(?P<back>\d{{2,4}})号国务院令"
)
_YEAR = rf"[〔\[［（(【﹝]{_GAP}(?P<year>(?:19|20)\d\d){_GAP}年?[〕\]］）)】﹞]{_GAP}第?{_GAP}0{{0,3}}(?P<serial>[1-9]\d{{0,3}}){_GAP}号"
_BEHIND = late(rf"{_GAP}[（(]{_GAP}(?P<number>{_ORDER}|(?P<issuer>[一-鿿]{{2,16}}){_GAP}{_YEAR})")
_ALONE = late(_YEAR)
_PLAIN = late(r"《[^《》\n]{0,118}》")
_ISSUER = late(r"[一-鿿]{2,16}$")
_MARKS = str.maketrans(dict.fromkeys('《》〈〉<>＜＞“”"‘’ \u00a0\u3000'))
_LONGEST = 120
_STATE_COUNCIL = "国务院令"


class DocumentNumber(NamedTuple):
    """国办函〔2020〕109号, or an order of the State Council, which has no year. On its own (`numbers`) the issuer
    may begin with words that stand before it."""

    span: Span
    issuer: str
    year: int | None
    serial: int

    @property
    def plain(self) -> str:
        """The number as it should be written."""
        return (
            f"{self.issuer}第{self.serial}号"
            if self.year is None
            else f"{self.issuer}〔{self.year}〕{self.serial}号"
        )


class Citation(NamedTuple):
    """A title without the outer 《》, and the number in brackets right behind it, if there is one."""

    span: Span
    title: str
    number: DocumentNumber | None


def citations(text: str) -> Iterator[Citation]:
    """All titles in 《》, the outermost ones, with their numbers; none that goes on beyond its line."""
    at = text.find("《")
    while at >= 0:
        end = _closing(text, at)
        if end is not None:
            span = Span(at + 1, end)
            yield Citation(span, text[at + 1 : end], _behind(text, end + 1))
        at = text.find("《", (end or at) + 1)


def numbers(text: str) -> Iterator[DocumentNumber]:
    """All numbers of documents with a year, wherever they stand."""
    for match in _ALONE.finditer(text) if _has_number(text) else ():
        issuer = _ISSUER.search(text, max(0, match.start() - 16), match.start())
        if issuer:
            span = Span(issuer.start(), match.end())
            yield DocumentNumber(span, issuer[0], int(match["year"]), int(match["serial"]))


def _has_number(text: str) -> bool:
    """Whether a 号 stands behind a digit: a quick look."""
    at = text.find("号")
    while at >= 0:
        if text[max(0, at - 2) : at].rstrip(" \u00a0\u3000")[-1:].isdecimal():
            return True
        at = text.find("号", at + 1)
    return False


def number_of(text: str) -> DocumentNumber | None:
    """The number that `text` is: 国务院令第711号, 国办函〔2020〕109号."""
    return _behind(f"（{text}", 0)


@lru_cache(maxsize=512)
def plain_title(title: str) -> str:
    """A title (of no more than 120 characters) without its marks, white space and a remark at its end, for
    comparing."""
    plain = title.translate(_MARKS)
    if plain.endswith(("）", ")")):
        opened = max(plain.rfind("（"), plain.rfind("("))
        plain = plain[:opened] if opened > 4 else plain
    return plain


def _closing(text: str, start: int) -> int | None:
    """Where the 》 to the 《 at `start` stands; 《》 within count. A stray inner mark does no harm: what is next to
    a bracket closes the whole."""
    if plain := _PLAIN.match(text, start):
        return plain.end() - 1
    depth = 0
    for at in range(start, min(len(text), start + _LONGEST)):
        char = text[at]
        if char == "\n":
            return None
        if char == "《":
            depth += 1
        elif char == "》":
            depth -= 1
            if not depth:
                return at
    return None


def _behind(text: str, at: int) -> DocumentNumber | None:
    match = _BEHIND.match(text, at)
    if match is None:
        return None
    span = Span(*match.span("number"))
    if match["issuer"]:
        return DocumentNumber(span, match["issuer"], int(match["year"]), int(match["serial"]))
    return DocumentNumber(span, _STATE_COUNCIL, None, int(match["order"] or match["back"]))
