"""Archives from anyone: what is declared, what is read and what is parsed is bounded."""

import io
import tracemalloc
import zipfile

import pytest

from linter.model.errors import UnreadableReport
from linter.readers import archives


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.xml", content)
    return made.getvalue()


def content(data: bytes) -> bytes:
    archive = archives.opened(data, "a.docx")
    return archives.member(archive, archives.names(archive)["a.xml"], "a.docx")


def kind(data: bytes) -> str:
    with pytest.raises(UnreadableReport) as caught:
        content(data)
    return caught.value.kind


def test_a_member_is_read_whole() -> None:
    assert content(zipped(a=b"<a/>")) == b"<a/>"


def test_what_declares_to_be_huge_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped(a=b" " * (archives.PARTS + 1))
    assert len(bomb) < 100_000
    tracemalloc.start()
    assert kind(bomb) == "too-large"
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()
    assert kind(zipped(a=b" " * (archives.MEMBER + 1))) == "too-large"


def test_what_declares_to_be_small_and_is_not_is_refused_after_that_many_bytes() -> None:
    honest = zipped(a=b" " * 10_000_000)
    size = (10_000_000).to_bytes(4, "little")
    bomb = honest.replace(size, (10).to_bytes(4, "little"))
    assert bomb.count((10).to_bytes(4, "little")) >= 2
    tracemalloc.start()
    assert kind(bomb) == "damaged"
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_truncated_encrypted_and_strangely_packed_members_are_refused() -> None:
    whole = zipped(a=b"<a>text</a>" * 20)
    flagged = bytearray(whole)
    flagged[6] |= 1
    flagged[whole.index(b"PK\x01\x02") + 8] |= 1
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.xml", "<a/>")
    broken = bytearray(whole)
    broken[40] ^= 0xFF
    kinds = [
        kind(whole[:-30]),
        kind(bytes(flagged)),
        kind(made.getvalue()),
        kind(bytes(broken)),
        kind(b"PK\x03\x04"),
    ]
    assert kinds == ["damaged", "encrypted", "damaged", "damaged", "damaged"]


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableReport) as caught:
        archives.parsed(data, "a.docx")
    return caught.value.kind


LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n + 1, b"&l%d;" % n * 10) for n in range(9))
DANGEROUS = {
    "external entity": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "external subset": b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    "billion laughs": b'<!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + b"]><a b='&l9;'>&l9;</a>",
    "in UTF-16": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(
        "utf-16"
    ),
    "cut": b"<a><b>",
    "nothing": b"",
    "no XML": b"\x00\x01\x02",
    "nested": b"<a>" * 5_000 + b"</a>" * 5_000,
    "one long text": b"<a>" + b"x" * 11_000_000 + b"</a>",
}


@pytest.mark.parametrize("data", DANGEROUS.values(), ids=DANGEROUS.keys())
def test_xml_that_is_broken_or_declares_entities_is_refused(data: bytes) -> None:
    assert refused(data) == "damaged"


def test_xml_of_more_elements_or_attributes_than_any_document_has_is_refused() -> None:
    assert refused(b"<a>" + b"<b/>" * archives.MARKS + b"</a>") == "too-large"
    assert refused(b"<a" + b" b=''" * (archives.MARKS + 1) + b"/>") == "too-large"


def test_names_and_attributes_are_known_without_their_namespaces() -> None:
    root = archives.parsed(b"<w:a xmlns:w='x' w:val='1' id='2'><!-- c --><w:b/></w:a>", "a")
    assert [archives.local(root), *map(archives.local, root)] == ["a", "b"]
    assert [archives.attribute(root, name) for name in ("val", "id", "al", "x")] == ["1", "2", None, None]
