"""Web pages as they stand in the file: which encoding, which tags where.

A scanner of its own, because every character must keep its place in the file: lxml gives lines at best, and the
standard library's parser gives lines and columns at three times the cost and takes quadratic time on some input.
Each character is looked at once; what is not closed goes on to the end of the file, as in a browser."""

import codecs
import html
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter.language.late import late
from linter.model.errors import UnreadableReport
from linter.readers.decoding import decode

TAGS = 400_000
"""Tags of one page. A year of Word's own HTML has fewer."""

_CHARSET = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{2,20})")
_NAME = late(r"[A-Za-z][^\s/>]{0,40}")
_REFERENCE = late(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_LONGEST_VALUE = 2_000  # characters of an attribute that holds a >
_LOST = 0.002  # share of characters that may be broken in a page that says what its encoding is


class Token(NamedTuple):
    """A tag or the text between two. `inner` to `end` are the attributes of a tag, the characters of a text."""

    kind: Literal["text", "open", "close"]
    name: str
    start: int
    inner: int
    end: int


def decoded(data: bytes, path: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of a page and its encoding. What the page itself says about that is believed last: pages say gb2312
    and mean GBK or UTF-8. Raises UnreadableReport."""
    label = _label(data)
    try:
        if encoding is None and label.startswith("utf-8") and (text := _mostly(data, "utf-8")) is not None:
            return text, "utf-8"
        return decode(data, path, encoding)
    except UnreadableReport as error:
        if encoding is not None or error.kind != "encoding" or not label:
            raise
        text = _mostly(data, "gb18030" if label.startswith("gb") else label)
        if text is None:
            raise
        return text, codecs.lookup(label).name


def _label(data: bytes) -> str:
    """What the page says about its encoding; empty if nothing that is known."""
    match = _CHARSET.search(data, 0, 4096)
    try:
        return codecs.lookup(match[1].decode()).name if match else ""
    except LookupError:
        return ""


def _mostly(data: bytes, encoding: str) -> str | None:
    """The text, if next to all of it is in that encoding: pages are cut in the middle of a character."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00" in data:
        return None
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, ValueError):
        return None
    return text if text.strip() and text.count("\ufffd") <= 2 + _LOST * len(text) else None


def tokens(source: str) -> Iterator[Token]:
    """The tags and texts of a page in order. Comments, declarations, scripts and styles are passed over."""
    at, length = 0, len(source)
    while at < length:
        tag = source.find("<", at)
        if tag < 0:
            tag = length
        following = source[tag + 1 : tag + 2]
        if not following or not ((following.isascii() and following.isalpha()) or following in "/!?"):
            yield Token("text", "", at, at, min(tag + 1, length))
            at = tag + 1
            continue
        if tag > at:
            yield Token("text", "", at, at, tag)
        if following in "!?":
            at = _after_declaration(source, tag)
            continue
        token = _tag(source, tag)
        if token is None:
            return
        at = token.end + 1
        if token.name:
            yield token
        if token.kind == "open" and token.name in _RAW:
            end = _END[token.name].search(source, at)
            if end is None:
                return
            at = end.start()


def _after_declaration(source: str, tag: int) -> int:
    """The end of a comment, a doctype or a processing instruction; of one that is never closed, the end."""
    closing = "-->" if source.startswith("<!--", tag) else ">"
    end = source.find(closing, tag + 2)
    return len(source) if end < 0 else end + len(closing)


def _tag(source: str, tag: int) -> Token | None:
    """The tag that begins there; one without a name is </>; None if it is never closed."""
    closing = source[tag + 1] == "/"
    name = _NAME.match(source, tag + 1 + closing)
    inner = name.end() if name else tag + 1 + closing
    end = _tag_end(source, inner)
    if end < 0:
        return None
    return Token("close" if closing else "open", name[0].lower() if name else "", tag, inner, end)


def _tag_end(source: str, inner: int) -> int:
    """The > that closes a tag: not one between quotation marks, if those are closed soon."""
    end = source.find(">", inner)
    while end >= 0:
        quote = _open_quote(source, inner, end)
        if not quote:
            return end
        closed = source.find(quote, end, end + _LONGEST_VALUE)
        if closed < 0:
            return end
        end, inner = source.find(">", closed), closed + 1
    return end


def _open_quote(source: str, start: int, end: int) -> str:
    """The quotation mark that is open at `end`, if one is; a mark counts only as the beginning of a value."""
    at = start
    while True:
        equals = source.find("=", at, end)
        if equals < 0:
            return ""
        value = equals + 1
        while value < end and source[value].isspace():
            value += 1
        if value < end and source[value] in "\"'":
            closed = source.find(source[value], value + 1, end)
            if closed < 0:
                return source[value]
            at = closed + 1
        else:
            at = value


def references(source: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The character references in a text: where each begins and ends, and what it stands for."""
    for match in _REFERENCE.finditer(source, start, end):
        shown = html.unescape(match[0])
        if shown != match[0] and not (shown.startswith("&") and shown != "&"):
            yield match.start(), match.end(), shown
