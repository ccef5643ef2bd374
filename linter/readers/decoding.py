"""Bytes to text: BOM, then UTF-8, then GB18030; UTF-16 where NUL bytes betray it. Never a guess that yields mojibake."""

import codecs
import re
import unicodedata

from linter.language.late import late
from linter.model.errors import UnreadableReport, UsageError

LARGEST = 8 * 1024 * 1024
"""Bytes. The longest annual report of a province has some 200 kB of text."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"PK\x03\x04", "ZIP（docx、ofd、xlsx 等）"),
    (b"%PDF-", "PDF"),
    (b"\xd0\xcf\x11\xe0", "DOC/WPS/XLS"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
    (b"\x1f\x8b", "GZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
    (b"{\\rtf", "RTF"),
)
_CONTROL = late(r"[\x00-\x08\x0e-\x1b\x7f]")
_NO_CONTROL = bytes({*range(256)} - {*range(0x09), *range(0x0E, 0x1C), 0x7F})
_WIDE_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")


def decode(data: bytes, path: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of `data` without its BOM, and the name of the encoding it was in.

    Raises UnreadableReport (`empty`, `binary`, `encoding`) or, for an unknown `encoding`, UsageError."""
    if len(data) > LARGEST:
        raise too_large(path, len(data), LARGEST)
    if not data.strip():
        raise UnreadableReport("empty", f"{path}：文件是空的，没有可检查的内容", f"{path}: the file is empty")
    text, name = _with(data, path, encoding) if encoding else _ladder(data, path)
    if not text.strip():
        raise UnreadableReport(
            "empty", f"{path}：文件里只有空白，没有可检查的内容", f"{path}: nothing but white space"
        )
    controls = 0 if name == "utf-8" and not data.translate(None, _NO_CONTROL) else len(_CONTROL.findall(text))
    if "\x00" in text or controls > 8 + len(text) // 500:
        raise _binary(path, None)
    return text, name


def too_large(path: str, size: int, limit: int) -> UnreadableReport:
    """The failure of a file that is longer than any report."""
    zh = f"{path}：文件有 {size / 1048576:.1f} MB，超过上限 {limit // 1048576} MB；一份年报不会这样大，请核对"
    en = f"{path}: {size / 1048576:.1f} MB is over the limit of {limit // 1048576} MB; no report is that long"
    return UnreadableReport("too-large", zh, en)


def _with(data: bytes, path: str, encoding: str) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        raise UsageError(
            f"--encoding {encoding}：没有这种编码；常用的有 utf-8、gb18030、utf-16",
            f"--encoding {encoding}: no such encoding; try utf-8, gb18030 or utf-16",
        ) from None
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise _undecodable(path, encoding, error) from None
    return text.removeprefix("\ufeff"), name


def _ladder(data: bytes, path: str) -> tuple[str, str]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            try:
                return data[len(bom) :].decode(name), name
            except UnicodeDecodeError as error:
                raise _undecodable(path, name, error) from None
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise _binary(path, kind)
    if b"\x00" in data:
        return _utf16(data, path)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _gb18030(data, path, error)


def _utf16(data: bytes, path: str) -> tuple[str, str]:
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _is_chinese(text):
            return text, name
    raise _binary(path, None)


def _is_chinese(text: str) -> bool:
    """Whether a text taken from bytes that may be anything reads as Chinese: characters of the first level of
    GB 2312, with the breaks and stops that no text is without."""
    han = [char for char in text if "\u4e00" <= char <= "\u9fff"]
    plain = sum(
        1
        for char in text
        if char in "\r\n\t" or " " <= char <= "~" or "\u3000" <= char <= "\u303f" or char >= "\uff00"
    )
    common = sum(1 for char in han if b"\xb0" <= char.encode("gb2312", "ignore")[:1] <= b"\xd7")
    return bool(han) and plain > 0 and len(han) + plain >= 0.95 * len(text) and common >= 0.75 * len(han)


def _gb18030(data: bytes, path: str, utf8: UnicodeDecodeError) -> tuple[str, str]:
    """GB18030 decodes nearly anything, so what comes out must also look like Chinese: real text keeps to the
    first level of GB 2312 (lead bytes B0 to D7); broken UTF-8 and Big5 do not."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise _undecodable(path, "utf-8", utf8) from None
    han = [pair for pair in _WIDE_PAIR.findall(data) if not (0xA1 <= pair[0] <= 0xA9 and pair[1] >= 0xA1)]
    common = sum(1 for pair in han if 0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1)
    private = sum(1 for char in text[:20000] if unicodedata.category(char) in ("Co", "Cn"))
    if not han or common < 0.75 * len(han) or private > 5:
        raise _undecodable(path, "utf-8", utf8)
    return text, "gb18030"


def _undecodable(path: str, encoding: str, error: Exception) -> UnreadableReport:
    at = f"（第 {error.start + 1} 个字节处）" if isinstance(error, UnicodeDecodeError) else ""
    where = f" (at byte {error.start + 1})" if isinstance(error, UnicodeDecodeError) else ""
    return UnreadableReport(
        "encoding",
        f"{path}：按 {encoding} 读不出文字{at}；请另存为 UTF-8，或用 --encoding 指明编码（如 gb18030、utf-16、big5）",
        f"{path}: cannot be decoded as {encoding}{where}; save it as UTF-8 or name its encoding with --encoding",
    )


def _binary(path: str, kind: str | None) -> UnreadableReport:
    zh = f"像是 {kind} 文件" if kind else "含有文本里不会出现的字节"
    en = f"it looks like {kind}" if kind else "it holds bytes that no text has"
    return UnreadableReport(
        "binary",
        f"{path}：不是文本文件，{zh}；请换成文本，或改正文件的扩展名",
        f"{path}: not a text file: {en}",
    )
