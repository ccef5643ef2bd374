"""Zip archives and the XML in them, from anyone: what is declared, read and parsed is bounded.

A document of some pages has a few hundred kilobytes of XML. What is far beyond is refused before it is unpacked
(by the sizes the archive declares) and while it is (no member gives more than it declared)."""

import io
import zipfile
import zlib

from lxml import etree

from linter.model.errors import UnreadableReport

MEMBER = 32 * 1024 * 1024
"""Bytes that one part may have, unpacked."""

PARTS = 64 * 1024 * 1024
"""Bytes that all parts of XML may have together, unpacked. Pictures and fonts are never unpacked."""

MEMBERS = 20_000
MARKS = 1_000_000
"""Tags, and attributes, that one part may have: a parsed element takes fifty times the room of a short tag."""

_XML = (".xml", ".rels")
_KEPT_AS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DOCTYPE = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


def opened(data: bytes, path: str) -> zipfile.ZipFile:
    """The archive in `data`. Raises UnreadableReport (`damaged`, `too-large`)."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
        raise damaged(path, "压缩结构不完整", "its zip structure is incomplete") from None
    members = archive.infolist()
    declared = sum(one.file_size for one in members if one.filename.lower().endswith(_XML))
    if len(members) > MEMBERS or declared > PARTS:
        raise too_large(path)
    return archive


def names(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The members by name, in lower case and with `/`: names in documents are not always spelt as in the archive."""
    return {one.filename.replace("\\", "/").lstrip("/").lower(): one for one in archive.infolist()}


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str) -> bytes:
    """What the member holds. Raises UnreadableReport (`damaged`, `encrypted`, `too-large`)."""
    if info.flag_bits & 0x1:
        raise encrypted(path)
    if info.file_size > MEMBER:
        raise too_large(path)
    if info.compress_type not in _KEPT_AS:
        raise damaged(
            path, "压缩方法不是 OOXML、OFD 所用的", "its way of compression is not used in documents"
        )
    try:
        with archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise damaged(
            path, f"其中的 {info.filename} 读不出来", f"{info.filename} in it cannot be read"
        ) from None
    if len(data) != info.file_size:
        raise damaged(path, "其中的大小与声明不符", "a part of it is not as large as declared")
    return data


def parsed(data: bytes, path: str) -> etree._Element:
    """The root of the XML in `data`; nothing outside it is fetched, no entity is expanded. Raises UnreadableReport
    (`damaged`, `too-large`)."""
    if any(one in data for one in _DOCTYPE):
        raise damaged(
            path,
            "XML 里有 DOCTYPE（实体声明），公文文档不会有",
            "its XML has a DOCTYPE, which no document has",
        )
    if data.count(b"<") > MARKS or data.count(b"=") > MARKS:
        raise too_large(path)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(path, "其中的 XML 不完整", "its XML is incomplete") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(
            path, "XML 里有实体声明，公文文档不会有", "its XML declares entities, which no document does"
        )
    return root


def local(element: etree._Element) -> str:
    """The element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """The attribute of that local name, in whatever namespace."""
    for key, value in element.attrib.items():
        if key == name or (key[-1:] == name[-1:] and str(key).rpartition("}")[2] == name):
            return str(value)
    return None


def damaged(path: str, zh: str, en: str) -> UnreadableReport:
    """The failure of a file that is broken."""
    return UnreadableReport(
        "damaged",
        f"{path}：文件已损坏，{zh}；请重新下载或另存一份",
        f"{path}: the file is damaged: {en}; download it again or save it anew",
    )


def encrypted(path: str) -> UnreadableReport:
    """The failure of a file that asks for a password."""
    return UnreadableReport(
        "encrypted",
        f"{path}：文件加了密码，打不开；请去掉密码另存后再检查",
        f"{path}: the file is protected by a password; save it without one",
    )


def too_large(path: str) -> UnreadableReport:
    """The failure of a file that unpacks to more than any report holds."""
    return UnreadableReport(
        "too-large",
        f"{path}：解开后大得不像一份年报（可能是压缩炸弹），没有读取；请核对文件",
        f"{path}: unpacked it is far larger than any report (a zip bomb?), so it was not read",
    )


def without_text(path: str, pictures: int) -> UnreadableReport:
    """The failure of a document that has pictures only, or nothing."""
    if pictures:
        return UnreadableReport(
            "scanned",
            f"{path}：里面只有图片，没有文字（可能是扫描件），无法检查；请换成带文字的文件",
            f"{path}: it holds pictures only and no text (a scan?); give a file with text",
        )
    return UnreadableReport(
        "empty", f"{path}：文件里没有文字，没有可检查的内容", f"{path}: there is no text in the file"
    )
