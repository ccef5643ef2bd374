"""What a file is by what it holds, whatever its name says: a .docx named .doc, a web page named .xls."""

import re
from collections.abc import Mapping
from typing import Literal

from linter.model.errors import FailureKind, UnreadableReport

Content = Literal[
    "text", "html", "docx", "ofd", "pdf", "doc", "rtf", "odt", "sheet", "slides", "mht", "picture", "zip",
    "encrypted", "other",
]  # fmt: skip
"""`text` is whatever is nothing else; `doc` a Word or WPS file of the old kind; `encrypted` a file of the Office
family that asks for a password; `sheet` and `slides` of whatever maker."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*")
_PICTURE_NAMES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
_OTHER = (b"Rar!\x1a", b"7z\xbc\xaf\x27", b"\x1f\x8b", b"\x7fELF", b"MZ")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(rb"<(?:meta|table|div|p|center|style|script|span|font|h[1-6])[\s>]", re.IGNORECASE)
_TAGS = re.compile(rb"</(?:p|div|td|span|table)>", re.IGNORECASE)
_MHT = re.compile(rb"(?:mime-version:|content-type:\s*multipart/related)", re.IGNORECASE)
_START = 4096  # bytes at the front that say what a text is

_STREAMS: Mapping[str, Content] = {
    "EncryptedPackage": "encrypted",
    "EncryptedSummary": "encrypted",
    "WordDocument": "doc",
    "WpsDocument": "doc",
    "Workbook": "sheet",
    "PowerPoint Document": "slides",
}
"""Names of streams in files of the old Office family, the most telling first."""

_PARTS: Mapping[str, Content] = {
    "ofd.xml": "ofd",
    "word/document.xml": "docx",
    "xl/workbook.xml": "sheet",
    "ppt/presentation.xml": "slides",
    "content.xml": "odt",
}


def content_of(data: bytes) -> Content:
    """What `data` is."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_archive(data)
    if data.startswith(_OLE):
        return _in_compound(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_PICTURES) and b"\x00" in data[:64]:
        return "picture"
    if data.startswith(_OTHER):
        return "other"
    return _in_text(data)


def _in_archive(data: bytes) -> Content:
    """By the names in the archive; one that is cut off still holds names."""
    import io
    import zipfile  # costs 5 ms, and most files are none

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = {name for name in _PARTS if name.encode() in data.lower()}
    found = next((_PARTS[name] for name in _PARTS if name in names), None)
    if found is None and "[content_types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    return found or "zip"


def _in_compound(data: bytes) -> Content:
    """By the names of its streams, which stand in UTF-16 in its directory. A Word file says in its first words
    whether it is encrypted."""
    found: Content | None = next(
        (kind for name, kind in _STREAMS.items() if name.encode("utf-16-le") in data), None
    )
    if found == "doc" and data[512:514] == b"\xec\xa5" and data[523] & 0x01:
        return "encrypted"
    return found or "other"


def _in_text(data: bytes) -> Content:
    start = data[:_START]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "ignore").encode("utf-8", "ignore")
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        if _HTML.search(start) or (_FRAGMENT.match(start) and _TAGS.search(data[:65536])):
            return "html"
        return "text"
    return "mht" if _MHT.match(start) else "text"


def refusal(content: Content, path: str) -> UnreadableReport | None:
    """Why a file of that content cannot be linted and what to do; None if there is a way to read it."""
    if content not in REFUSED:
        return None
    kind, zh, en = REFUSED[content]
    if content == "picture" and not path.lower().endswith(_PICTURE_NAMES):
        kind = "binary"  # no scan of a report, but something else under a wrong name
    return UnreadableReport(kind, f"{path}：{zh}", f"{path}: {en}")


REFUSED: Mapping[Content, tuple[FailureKind, str, str]] = {
    "encrypted": (
        "encrypted",
        "文件加了密码，打不开；请去掉密码另存后再检查",
        "the file is protected by a password; save it without one",
    ),
    "sheet": (
        "binary",
        "是电子表格（Excel、WPS 表格），不是报告正文；请给出 Word、PDF、网页或文本",
        "it is a spreadsheet, not the report itself; give a Word file, a PDF, a web page or text",
    ),
    "slides": (
        "binary",
        "是演示文稿，不是报告正文；请给出 Word、PDF、网页或文本",
        "it is a presentation, not the report itself; give a Word file, a PDF, a web page or text",
    ),
    "mht": (
        "binary",
        "是单个网页文件（MHT），读不了；请用 Word 或 WPS 打开，另存为 .docx",
        "it is a web archive (MHT); open it in Word or WPS and save it as .docx",
    ),
    "picture": (
        "scanned",
        "是图片，里面没有文字可查；请给出带文字的文件",
        "it is a picture and holds no text; give a file with text",
    ),
    "zip": (
        "binary",
        "是压缩包，里面不是 Word 或 OFD 文档；请解压后再检查",
        "it is an archive that holds no Word or OFD document; unpack it first",
    ),
    "other": (
        "binary",
        "不是文档，是压缩包、程序或其他二进制文件；请核对文件",
        "it is no document but an archive, a program or other binary data",
    ),
}
