"""The ladder of encodings, and what is refused."""

import codecs

import pytest

from linter.model.errors import LinterError, UnreadableReport
from linter.readers.decoding import decode

TEXT = "青禾镇人民政府2023年政府信息公开工作年度报告\r\n全年主动公开信息三十条，未收到申请。𠮷\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_the_encoding_is_found_and_named(data: bytes, name: str) -> None:
    assert decode(data, "a.txt") == (TEXT, name)


def test_a_named_encoding_is_used() -> None:
    text = "政府信息公開"
    assert decode(text.encode("big5"), "a.txt", "big5") == (text, "big5")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\u3000\u3000\n".encode(), "empty"),
        (b"PK\x03\x04rest", "binary"),
        (b"%PDF-1.7 rest", "binary"),
        (b"abc\x00\x01\x02\x03" * 30, "binary"),
        (TEXT.encode() + b"\x00", "binary"),
        (b"abc\x00def\n", "binary"),
        (TEXT.encode()[:-5] + b"\xff\xfe\xff", "encoding"),
        ("我們是一個報告書的內容與說明書".encode("big5") * 20, "encoding"),
        (b"\x81\x20\xff\xff", "encoding"),
        (codecs.BOM_UTF8 + b"\xff\xff", "encoding"),
    ],
)
def test_what_is_no_text_or_no_certain_text_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableReport) as caught:
        decode(data, "a.txt")
    assert (caught.value.kind, caught.value.zh[:5]) == (kind, "a.txt")


def test_an_unknown_encoding_is_a_bad_option() -> None:
    with pytest.raises(LinterError, match="utf-99"):
        decode(b"abc", "a.txt", "utf-99")
