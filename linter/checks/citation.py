"""Laws and documents that a report cites under a wrong name or with a wrong number."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import msgspec

from linter.language.citations import Citation, DocumentNumber, citations, number_of, numbers, plain_title
from linter.language.kept import kept
from linter.language.late import late
from linter.language.quotes import covered
from linter.language.spelling import distance
from linter.model.document import Span
from linter.model.finding import Confidence, Edit, Fix, Hit, Words
from linter.model.report import Report

_NUMERAL = late(r"[0-9一二三四五六七八九十〇零]")
_SHORTEST = 8
_LONG = 14
_CENTRAL = ("国", "中办", "中共中央")
_NATIONAL = ("中华人民共和国", "国务院")
"""How names begin that no local body's document can have; others have local ones much like them (…实施意见)."""


class Law(msgspec.Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """A document: its full `name`; other right names it is cited by (`also`); names that are certainly wrong
    (`wrong`, of any length); its `number`; `former`: numbers that were right once, of which another rule speaks.
    `sure`: name and number have been seen in the official text; otherwise findings are only likely."""

    name: str
    number: str | None = None
    also: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    sure: bool = True


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """`laws`: the documents that are known. A title of eight characters or more that differs from one of their
    names in a single character (two, from fourteen on), numerals apart, is that name misspelt (of `also` only those that begin with 国务院 or
    中华人民共和国).
    `right`: names that are like one of these and belong to other documents.
    `issuers`: the abbreviations that central bodies number their documents with; a number of a known document
    with an issuer that is none of them, but nearly its own, is misspelt."""

    laws: tuple[Law, ...]
    right: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()


def anchors(options: Options) -> tuple[str, ...]:
    """Without a title or a number nothing is cited."""
    return ("《", *{f"{one.serial}号" for law in options.laws if (one := _number(law))})


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each wrong name, and on each wrong number."""
    text = report.document.text
    damaged = report.document.damaged
    told = set[Span]()
    for hit in (*_titles(text, options), *_numbers(text, options)):
        if hit.span not in told and not covered(damaged, *hit.span):
            told.add(hit.span)
            yield hit


def _titles(text: str, options: Options) -> Iterator[Hit]:
    named = _named(options)
    for one in citations(text):
        law, meant = named(one.title)
        if law and one.number:
            yield from _number_beside(one.number, law)
        elif meant:
            yield _misnamed(one, *meant)


@lru_cache(maxsize=4)
def _named(options: Options) -> Callable[[str], tuple[Law | None, tuple[Law, str] | None]]:
    """Tells the document of a title, else the one whose name is misspelt so, and that name."""
    names, right = _by_name(options.laws), frozenset(map(plain_title, options.right))

    @kept(longest=120, most=2048)
    def named(title: str) -> tuple[Law | None, tuple[Law, str] | None]:
        plain = plain_title(title)
        law = names.get(plain)
        return law, None if law or plain in right else _meant(plain, options.laws)

    return named


def _number_beside(stated: DocumentNumber, law: Law) -> Iterator[Hit]:
    """A number behind a known name that is not the document's. One of a local body may be its own notice."""
    own = _number(law)
    if own is None or _same(stated, own) or not stated.issuer.startswith(_CENTRAL):
        return
    if any(_same(stated, former) for text in law.former if (former := number_of(text))):
        return
    fault = Words(f"文号应为{own.plain}", f"its number is {own.plain}")
    yield _hit(stated.span, stated.plain, fault, own.plain, law)


def _misnamed(one: Citation, law: Law, name: str) -> Hit:
    fault = Words(f"名称应为《{name}》", f"its name is 《{name}》")
    return _hit(one.span, one.title, fault, name, law)


def _numbers(text: str, options: Options) -> Iterator[Hit]:
    """Numbers whose issuer is misspelt: 国办公开函〔2021〕30号."""
    for one in numbers(text) if options.issuers else ():
        own, law = _by_number(options).get((one.year, one.serial), (None, None))
        if own is None or law is None or one.issuer.endswith((*options.issuers, own.issuer)):
            continue
        at = one.issuer.rfind("国办")
        issuer = one.issuer[at:]
        if at >= 0 and 0 < distance(issuer, own.issuer, 2) <= 2:
            span = Span(one.span.start + at, one.span.end)
            found = DocumentNumber(span, issuer, one.year, one.serial).plain
            fault = Words(f"文号应为{own.plain}", f"the number is {own.plain}")
            yield _hit(span, found, fault, own.plain, law)


def _hit(span: Span, found: str, fault: Words, right: str, law: Law) -> Hit:
    confidence: Confidence | None = None if law.sure else "likely"
    return Hit(
        span, {"found": found, "fault": fault}, fix=Fix(False, (Edit(span, right),)), confidence=confidence
    )


def _same(one: DocumentNumber, other: DocumentNumber) -> bool:
    return (one.issuer, one.year, one.serial) == (other.issuer, other.year, other.serial)


@lru_cache(maxsize=64)
def _number(law: Law) -> DocumentNumber | None:
    return number_of(law.number) if law.number else None


@lru_cache(maxsize=4)
def _by_number(options: Options) -> Mapping[tuple[int | None, int], tuple[DocumentNumber, Law]]:
    """The documents by year and number."""
    return {(own.year, own.serial): (own, law) for law in options.laws if (own := _number(law))}


def _by_name(laws: tuple[Law, ...]) -> Mapping[str, Law]:
    """The documents by all their right names."""
    return {plain_title(name): law for law in laws for name in (law.name, *law.also)}


def _meant(title: str, laws: tuple[Law, ...]) -> tuple[Law, str] | None:
    """The document whose name is misspelt as `title`, and that name."""
    for law in laws:
        if title in law.wrong:
            return law, law.name
        for name in (law.name, *law.also):
            if (name.startswith(_NATIONAL) or name == law.name) and _is_misspelt(title, plain_title(name)):
                return law, name
    return None


def _is_misspelt(title: str, name: str) -> bool:
    """Whether `title` is `name` but for a character or two, and what differs is no number."""
    most = 2 if len(name) >= _LONG else 1
    if min(len(title), len(name)) < _SHORTEST or abs(len(title) - len(name)) > most:
        return False
    if _NUMERAL.findall(title) != _NUMERAL.findall(name):
        return False
    return 0 < distance(title, name, most) <= most
