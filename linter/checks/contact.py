"""Contact data that cannot be right: telephone numbers, postcodes, addresses of mail."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from linter.language.contacts import mails, phones, postcodes
from linter.language.late import late
from linter.language.quotes import covered
from linter.model.finding import Edit, Fix, Hit, Words
from linter.model.report import Report

_AREA_CODE = late(r"(?<!\d)[（(]?0(?:10|2\d|[3-9]\d\d)[）)]?[ ]?[-—－–]?[ ]?[2-9]\d{6,7}(?!\d)")
_DOMAIN = late(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,40}\.){1,5}[A-Za-z]{2,6}")
_WORDS = {
    "phone": ("电话", "传真", "热线", "手机", "致电", "拨打"),
    "area": ("电话", "致电", "拨打"),
    "postcode": ("邮编", "邮政编码"),
    "mail": ("@", "＠", "邮箱", "电子邮件", "mail"),
}
_MARKS = str.maketrans({"＠": "@", "，": ".", ",": ".", "。": ".", "．": "."})
_GOES_ON = late(r"\n[A-Za-z0-9０-９.＠@_-]")
"""A line that ends within a number or an address: what stands there is not the whole of it."""
_CODE = 6


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`of`: what is judged; `area` is telephone numbers without area code in a report that gives none.
    `domains`: misspelt ends of domains of mail → the right ones."""

    of: Literal["phone", "area", "postcode", "mail"]
    domains: dict[str, str] = {}


def anchors(options: Options) -> tuple[str, ...]:
    """The labels, or the sign, without which there are no such data."""
    return _WORDS[options.of]


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each datum that cannot be used as it stands."""
    text = report.document.text
    if not any(word in text for word in anchors(options)):
        return
    damaged = report.document.damaged
    for hit in _hits(text, options):
        if not covered(damaged, *hit.span) and not _GOES_ON.match(text, hit.span.end):
            yield hit


def _hits(text: str, options: Options) -> Iterator[Hit]:
    match options.of:
        case "phone":
            for one in phones(text):
                if one.shape == "wrong":
                    count = sum(char.isdigit() for char in text[slice(*one.span)])
                    yield Hit(one.span, {"found": text[slice(*one.span)], "count": count})
        case "area":
            yield from _without_area(text)
        case "postcode":
            for span, digits in postcodes(text):
                if len(digits) != _CODE or not digits.strip("0"):
                    yield Hit(span, {"found": text[slice(*span)], "count": len(digits)})
        case "mail":
            yield from _mails(text, options)


def _without_area(text: str) -> Iterator[Hit]:
    """The first number without area code, where the text has none anywhere."""
    local = next((one for one in phones(text) if one.shape == "local"), None)
    if local and not _AREA_CODE.search(text):
        yield Hit(local.span, {"found": text[slice(*local.span)]})


def _mails(text: str, options: Options) -> Iterator[Hit]:
    for span, found in mails(text):
        fault = _fault(found, options)
        if fault:
            words, right = fault
            fix = Fix(False, (Edit(span, right),)) if right else None
            yield Hit(span, {"found": found, "fault": words}, fix=fix)


def _fault(found: str, options: Options) -> tuple[Words, str | None] | None:
    """What is wrong with an address, and the right one where it is plain."""
    plain = found.translate(_MARKS)
    name, sign, domain = plain.partition("@")
    if not name:  # an account's name: @云溪发布
        return None
    if not sign:
        return Words("没有“@”", "has no @"), None
    if "@" in domain:
        return Words("“@”不止一个", "has more than one @"), None
    for wrong, right in options.domains.items():
        if domain.lower() == wrong or domain.lower().endswith(f".{wrong}"):
            words = Words(f"域名“{wrong}”应为“{right}”", f"the domain {wrong} should be {right}")
            return words, plain[: len(plain) - len(wrong)] + right
    if plain != found:
        words = Words("符号应当用半角的“@”“.”", "its @ and dots must be half-width ones")
        return words, plain if _DOMAIN.fullmatch(domain) else None
    if not _DOMAIN.fullmatch(domain):
        return Words("不是完整的邮箱地址", "is no complete address"), None
    return None
