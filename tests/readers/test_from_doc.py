"""Old Word files through LibreOffice: read as their .docx is, and every way in which it can fail is said."""

import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from linter.model.errors import UnreadableReport
from linter.readers import from_docx, read_bytes
from linter.readers.from_doc import libreoffice, read
from tests.composing import compose
from tests.readers.writing import docx
from tests.readers.writing.office import converted

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + "WordDocument".encode("utf-16-le")
"""What begins like an old Word file and holds nothing."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The same report as .docx and as .doc."""
    new = docx.report(compose(7))
    return new, converted({"a.docx": new}, "doc", tmp_path_factory.mktemp("office"))["a.docx"]


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a shell script stand in the place of LibreOffice."""
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("NIANBAO_SOFFICE", str(file))


def failure(seconds: float = 10) -> tuple[str, str]:
    """Kind and sentence of what reading an old file fails with."""
    with pytest.raises(UnreadableReport) as caught:
        read(Path("a.doc"), OLD, seconds=seconds)
    return caught.value.kind, caught.value.zh


def test_an_old_word_file_reads_as_its_docx_does(made: tuple[bytes, bytes]) -> None:
    new, old = made
    one = read_bytes(Path("a.doc"), old)
    assert (one.format, one.text) == ("doc", from_docx.read(Path("a.docx"), new).text)


def test_two_at_once_do_not_get_into_each_others_way(made: tuple[bytes, bytes]) -> None:
    with ThreadPoolExecutor(2) as pool:
        texts = [one.text for one in pool.map(lambda name: read(Path(name), made[1]), ("a.doc", "b.wps"))]
    assert texts[0] == texts[1] != ""


def test_a_file_of_wps_keeps_its_name(made: tuple[bytes, bytes]) -> None:
    assert read(Path("a.wps"), made[1]).format == "wps"


def test_a_file_that_libreoffice_cannot_open_is_damaged() -> None:
    if libreoffice() is None:
        pytest.skip("LibreOffice is not installed")
    assert failure(60)[0] == "damaged"


def test_without_libreoffice_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_SOFFICE", "")
    assert failure() == (
        "needs-tool",
        "a.doc：老式 Word/WPS 文件要借助 LibreOffice 读取，本机没有安装；"
        "请安装 LibreOffice，或用 Word、WPS 另存为 .docx",
    )


def test_a_program_that_cannot_be_started_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_SOFFICE", "/nowhere/soffice")
    assert failure() == (
        "needs-tool",
        "a.doc：LibreOffice 启动不了（没有这个文件或文件夹）；请检查安装，或另存为 .docx",
    )


def test_a_program_that_does_not_end_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, f"(sleep 3; touch {tmp_path / 'late'}) &\nsleep 60", monkeypatch)
    begun = time.monotonic()
    assert failure(0.5) == (
        "too-slow",
        "a.doc：LibreOffice 在 0.5 秒内没有转换完；请用 Word 或 WPS 另存为 .docx",
    )
    assert time.monotonic() - begun < 3
    time.sleep(max(0.0, begun + 4 - time.monotonic()))
    assert not (tmp_path / "late").exists()


@pytest.mark.parametrize("script", ["exit 0", "mkdir out && echo nothing > out/report.docx"])
def test_success_without_a_document_is_no_success(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, script, monkeypatch)
    assert failure() == (
        "damaged",
        "a.doc：文件已损坏，LibreOffice 打不开；请重新下载或另存一份",
    )
