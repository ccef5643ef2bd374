"""What a file is shows in its bytes, not in its name."""

import io
import zipfile

import pytest

from linter.readers.content import content_of, refusal
from tests.readers.writing import docx, ofd
from tests.readers.writing.html import site

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


def compound(stream: str, front: bytes = b"") -> bytes:
    """The beginning of a file of the old Office family, and the name of a stream as its directory has it."""
    return OLE.ljust(512, b"\x00") + front.ljust(512, b"\x00") + stream.encode("utf-16-le") + b"\x00" * 64


WORD = docx.docx(docx.paragraph("一、总体情况"))
FILES = {
    "text": ("一、总体情况\n".encode(), "text"),
    "nothing": (b"", "text"),
    "text in GB18030": ("一、总体情况\n".encode("gb18030"), "text"),
    "text with a bracket": (b"<1> \xe4\xb8\x80", "text"),
    "markdown with a comment": ("<!-- 草稿 -->\n# 一、总体情况\n".encode(), "text"),
    "page": (site("<p>一</p>").encode(), "html"),
    "page with a BOM": (b"\xef\xbb\xbf\r\n<HTML ><p>", "html"),
    "page in UTF-16": ("<!DOCTYPE HTML><html><p>一</p>".encode("utf-16"), "html"),
    "page as XML": (b'<?xml version="1.0"?>\n<!-- a -->\n<html xmlns="x"></html>', "html"),
    "part of a page": ("<p>一、总体情况</p>".encode(), "html"),
    "docx": (WORD, "docx"),
    "docx of another main part": (zipped("[Content_Types].xml", "word/main.xml"), "docx"),
    "docx cut off": (WORD[:-30], "docx"),
    "ofd": (ofd.ofd([ofd.text(28, 40, "一、总体情况")]), "ofd"),
    "xlsx": (zipped("[Content_Types].xml", "xl/workbook.xml"), "sheet"),
    "pptx": (zipped("[Content_Types].xml", "ppt/presentation.xml"), "slides"),
    "odt": (zipped("mimetype", "content.xml"), "odt"),
    "zip": (zipped("a.txt"), "zip"),
    "empty zip": (zipped(), "zip"),
    "zip cut off": (b"PK\x03\x04" + b"\x00" * 30, "zip"),
    "doc": (compound("WordDocument"), "doc"),
    "doc with a password": (compound("WordDocument", b"\xec\xa5" + b"\x00" * 9 + b"\x01"), "encrypted"),
    "wps": (compound("WpsDocument"), "doc"),
    "docx with a password": (compound("EncryptedPackage"), "encrypted"),
    "xls": (compound("Workbook"), "sheet"),
    "ppt": (compound("PowerPoint Document"), "slides"),
    "msi": (compound("Installer"), "other"),
    "pdf": (b"%PDF-1.7\n", "pdf"),
    "pdf behind something": (b"\r\n\r\n%PDF-1.4\n", "pdf"),
    "rtf": (b"{\\rtf1\\ansi", "rtf"),
    "mht": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;", "mht"),
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture"),
    "jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
    "text that begins like a bitmap": (b"BM is a name", "text"),
    "rar": (b"Rar!\x1a\x07\x00", "other"),
}


@pytest.mark.parametrize(("data", "expected"), FILES.values(), ids=FILES.keys())
def test_a_file_is_known_by_its_content(data: bytes, expected: str) -> None:
    assert content_of(data) == expected


def test_what_cannot_be_read_is_refused_with_what_to_do_and_the_rest_is_not() -> None:
    kinds = {data: refusal(content_of(data), "a.jpg") for data, _ in FILES.values()}
    refused = {content_of(data): error.kind for data, error in kinds.items() if error}
    assert refused == {
        "sheet": "binary",
        "slides": "binary",
        "zip": "binary",
        "mht": "binary",
        "other": "binary",
        "picture": "scanned",
        "encrypted": "encrypted",
    }
    assert all(error.zh.startswith("a.jpg：") for error in kinds.values() if error)
