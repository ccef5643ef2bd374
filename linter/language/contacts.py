"""Contact data in running text: telephone numbers, postcodes, addresses of mail."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from linter.language.kept import kept
from linter.language.late import late
from linter.language.numerals import FULL_WIDTH
from linter.model.document import Span

Shape = Literal["area", "other", "local", "wrong"]

_FOLDED = str.maketrans("０１２３４５６７８９－—–―‐‑（）", "0123456789------()")
_PHONE_LABEL = late(
    r"(?:电话|传真|热线|手机|致电|拨打)(?:号码)?[ 　]?(?P<sign>[:：]|为)?[ 　]?(?P<run>[+(（]?[0-9０-９][0-9０-９()（）—－–\- 　]{1,26})(?P<next>[*＊xX×.．年月日:：%余多次件个人条起分秒元部台只条批宗路]?)"
)
_PHONE = late(
    r"(?:\+?86-?)?(?:(?P<area>\(?(?:010|02\d)\)?[- ]?\d{4} ?\d{4}|\(?0[3-9]\d\d\)?[- ]?\d{3,4} ?\d{4})"
    r"|(?P<other>1[3-9]\d[- ]?\d{4}[- ]?\d{4}|[48]00-?\d{3,4}-?\d{3,4}|(?:0\d{2,3}[- ]?)?(?:1\d{2,4}|9[56]\d{3,4}))"
    r"|(?P<local>[2-9]\d{2,3}-?\d{4}))(?:-\d{1,5})?(?:-\d{1,5})?(?=[ ()]|$)"
)
_DASH = late(r" {0,3}-[ -]{0,3}")
_POST_LABEL = late(
    r"(?:邮政编码|邮编)[ 　]?(?:[:：]|为)?[ 　]?(?P<code>[0-9０-９](?:[0-9０-９ 　]{0,10}[0-9０-９])?)(?![0-9０-９*＊xX×])"
)
_MAIL_CHAR = late(r"[A-Za-z0-9._%+＠@,，。．\-]")
_MAIL_WORD = late("邮箱|电子邮件|E-?[Mm][Aa][Ii][Ll]|e-?[Mm][Aa][Ii][Ll]")
_MAIL_LABEL = late(
    r"(?:邮箱(?:地址)?|电子邮件(?:地址)?|E-?mail)[ 　]?(?:[:：]|为)?[ 　]?(?!www|http)"
    r"(?P<run>[a-z0-9][a-z0-9._-]{2,60}\.(?:com|cn|net))(?![a-z0-9@＠/])",
    re.I,
)
_SIGN = late("[@＠]")
_PIECE = late("[^,，。]{1,80}")
"""What stands between commas; where several addresses follow one another these part them."""
_ANY = late(".{1,100}")
_MARKS = ".,，。．-_%+"
_LONGEST = 40
_SHORTEST = 7
"""Characters that a number has at least where no colon stands before it: 接听电话3600余次 has none."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number behind a word for telephone. `shape`: with its area code, another right one (mobile, hotline),
    without area code, or none of these."""

    span: Span
    shape: Shape


@kept(longest=20_000, most=64)
def phones(text: str) -> tuple[Phone, ...]:
    """The first number behind each 电话, 传真, 热线, 手机, 致电, 拨打; masked ones (0300-55***45) are left out. Several
    rules ask for those of one report."""
    return tuple(_phones(text))


def _phones(text: str) -> Iterator[Phone]:
    for label in _PHONE_LABEL.finditer(text):
        if label["next"] or (not label["sign"] and len(label["run"].strip()) < _SHORTEST):
            continue
        run = label["run"].translate(_FOLDED).replace("　", " ")
        start, compact = label.start("run"), _DASH.sub("-", run)
        found = _PHONE.match(compact) or _PHONE.match(compact.replace(" ", ""))
        yield Phone(Span(start, start + _length(run)), _shape(found) if found else "wrong")


def postcodes(text: str) -> Iterator[tuple[Span, str]]:
    """What stands behind 邮编 and 邮政编码: its place and its digits."""
    for match in _POST_LABEL.finditer(text):
        yield Span(*match.span("code")), "".join(match["code"].translate(FULL_WIDTH).split())


def mails(text: str) -> Iterator[tuple[Span, str]]:
    """What is meant as an address of mail: a run of its characters with an @, or behind 邮箱 one that ends like
    a domain. Marks at either end do not belong to it."""
    done = 0
    for at in sorted(at for sign in "@＠" for at in _places(text, sign)):
        if at < done:
            continue
        start = end = at
        while start > max(done, at - _LONGEST) and _MAIL_CHAR.match(text[start - 1]):
            start -= 1
        while end < min(len(text), at + _LONGEST) and _MAIL_CHAR.match(text[end]):
            end += 1
        done = end
        several = _SIGN.search(text, at + 1, end) is not None
        for piece in _PIECE.finditer(text, start, end) if several else _ANY.finditer(text, start, end):
            if _SIGN.search(piece[0]):
                yield _trimmed(piece[0], piece.start())
    done = 0
    for label in _MAIL_WORD.finditer(text):
        match = _MAIL_LABEL.match(text, label.start()) if label.start() >= done else None
        if match:
            done = match.end()
            yield Span(*match.span("run")), match["run"]


def _trimmed(run: str, start: int) -> tuple[Span, str]:
    """The run without the marks at either end, and where it stands."""
    left = len(run) - len(run.lstrip(_MARKS))
    plain = run.strip(_MARKS)
    return Span(start + left, start + left + len(plain)), plain


def _length(run: str) -> int:
    """How long the run is without the marks behind it; a bracket that it does not open is no part of it."""
    run = run.rstrip(" -(")
    while run.endswith(")") and "(" not in run:
        run = run[:-1].rstrip(" -")
    return len(run)


def _places(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def _shape(found: re.Match[str]) -> Shape:
    return "area" if found["area"] else "local" if found["local"] else "other"
