"""Files that are broken, locked, empty, huge or none of ours: each a sentence and its kind, the others still done,
within bounded memory and time."""

import io
import json
import sys
import zipfile
import zlib
from collections.abc import Mapping
from copy import copy
from pathlib import Path

import pytest

from benchmarks.processes import checkout, run
from tests.calling import call
from tests.composing import compose
from tests.readers.writing import docx, html, ofd, pdf

GOOD = compose(7, busy=True)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPE = '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_MEMORY, _SECONDS = 1024, 20  # MiB and seconds for all files together


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of those files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def bomb() -> bytes:
    """A Word file of some kilobytes that declares six gigabytes: one part, under two hundred names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
        for number in range(200):
            again = copy(archive.filelist[0])
            again.filename = f"word/part{number}.xml"
            archive.filelist.append(again)
    return made.getvalue()


def packed_page(size: int) -> bytes:
    """A PDF whose only page unpacks to `size` millions of bytes."""
    packing = zlib.compressobj(9)
    stream = b"".join(packing.compress(b" " * 1_000_000) for _ in range(size)) + packing.flush()
    whole = pdf.pdf([""])
    start, end = whole.rindex(b"stream\n", 0, whole.rindex(b"endstream")) + 7, whole.rindex(b"\nendstream")
    return whole[:start] + stream + whole[end:]


def entities(data: bytes, name: str) -> bytes:
    """The archive with an external entity declared in one of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    files[name] = files[name].replace(b"?>", b"?>" + _DOCTYPE.encode(), 1)
    return zipped(files)


BAD: Mapping[str, tuple[bytes, str]] = {
    "locked.docx": (_OLE + bytes(1024) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "locked.pdf": (pdf.pdf([pdf.text(60, 80, "一、总体情况")], encrypted=True), "encrypted"),
    "cut.docx": (docx.report(GOOD)[:-400], "damaged"),
    "cut.pdf": (pdf.pdf([pdf.text(60, 80, "一、总体情况")])[:300], "damaged"),
    "cut.ofd": (ofd.report(GOOD)[:-400], "damaged"),
    "empty.docx": (b"", "empty"),
    "empty.pdf": (b"", "empty"),
    "empty.html": (b"", "empty"),
    "empty.ofd": (b"", "empty"),
    "archive.docx": (zipped({"a.txt": b"text"}), "binary"),
    "archive.ofd": (zipped({}), "binary"),
    "sheet.xls": (zipped({"xl/workbook.xml": b"<a/>"}), "binary"),
    "bomb.docx": (bomb(), "too-large"),
    "bomb.pdf": (packed_page(1500), "too-large"),
    "entities.docx": (entities(docx.report(GOOD), "word/document.xml"), "damaged"),
    "entities.ofd": (entities(ofd.report(GOOD), "OFD.xml"), "damaged"),
    "long.pdf": (pdf.pdf([pdf.text(60, 80, "一、总体情况")] * 2000), "too-large"),
    "without-text.docx": (docx.docx(docx.paragraph("")), "empty"),
    "without-text.pdf": (pdf.pdf([""]), "empty"),
    "without-text.html": (b"<html><body><div></div></body></html>", "empty"),
    "without-text.ofd": (ofd.ofd([""]), "empty"),
    "scan.pdf": (pdf.pdf([pdf.picture()]), "scanned"),
    "scan.png": (b"\x89PNG\r\n\x1a\n" + bytes(64), "scanned"),
    "other.docx": (docx.docx(docx.paragraph("关于召开会议的通知")), "not-a-report"),
}
BROKEN_SPANS = {
    "spans.html": html.report(GOOD)
    .replace("<td rowspan=", '<td rowspan="100000000" data-was=')
    .replace("colspan=", "colspan='-7' data-was=")
    .encode(),
    "spans.docx": docx.docx(
        "".join(docx.paragraph(line.text) for line in GOOD.lines if line.role != "table")
        + "<w:tbl>"
        + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>' * 50
        + "</w:tbl>"
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all of them, and a good report whose name comes last."""
    monkeypatch.chdir(tmp_path)
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(GOOD.text, encoding="utf-8")
    return tmp_path


def checked(*names: str) -> tuple[int, dict[str, str], list[str], list[str]]:
    """Exit status, kinds by file, their sentences, and the files that were linted."""
    status, output, _ = call("check", *names, "-f", "json")
    data = json.loads(output)
    kinds = {one["path"]: one["kind"] for one in data["failed"]}
    return status, kinds, [one["reason"] for one in data["failed"]], [one["path"] for one in data["reports"]]


@pytest.mark.usefixtures("folder")
def test_every_bad_file_is_told_with_its_kind_and_the_others_are_done() -> None:
    status, kinds, reasons, linted = checked(*BAD, "z.txt")
    assert kinds == {name: kind for name, (_, kind) in BAD.items()}
    assert (status, linted) == (2, ["z.txt"])
    assert all(8 <= len(reason) <= 90 for reason in reasons)


def test_all_of_them_take_bounded_memory_and_time(folder: Path) -> None:
    cost = run([sys.executable, "-m", "linter", "check", *BAD, "z.txt"], folder, checkout())
    assert cost.status == 2
    assert cost.peak < _MEMORY
    assert cost.wall < _SECONDS


@pytest.mark.parametrize("name", BROKEN_SPANS)
def test_a_table_whose_merged_cells_make_no_sense_does_no_harm(name: str, folder: Path) -> None:
    (folder / name).write_bytes(BROKEN_SPANS[name])
    cost = run([sys.executable, "-m", "linter", "check", "--exit-zero", name], folder, checkout())
    assert cost.status == 0
    assert cost.peak < _MEMORY
    assert cost.wall < _SECONDS


def test_what_cannot_be_read_in_a_table_is_a_note_and_never_a_wrong_number(folder: Path) -> None:
    (folder / "spans.html").write_bytes(BROKEN_SPANS["spans.html"])
    findings = json.loads(call("check", "spans.html", "-f", "json")[1])["reports"][0]["findings"]
    assert {one["rule"] for one in findings if one["group"] == "tables"} == set()
