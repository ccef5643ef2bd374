"""Files of Word and WPS before .docx (and RTF, ODT): LibreOffice makes a .docx of them, which is then read.

LibreOffice runs with a profile of its own, without a window, for a limited time. Its exit status says nothing
(it is 0 on failure), so what it wrote is looked at instead."""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from linter.model.document import Document
from linter.model.errors import UnreadableReport, cause
from linter.readers import from_docx
from linter.readers.archives import damaged
from linter.readers.content import Content, content_of

SECONDS = 60
"""A first start takes some five seconds, a long document one more."""

_NAMES = ("soffice", "libreoffice")
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_SUFFIXES = {"doc": ".doc", "rtf": ".rtf", "odt": ".odt"}


def read(path: Path, data: bytes, encoding: str | None = None, seconds: float = SECONDS) -> Document:
    """The document in `data`. Raises UnreadableReport: `needs-tool` where there is no LibreOffice, `too-slow` where
    it takes longer than `seconds`."""
    name = path.as_posix()
    program = libreoffice()
    if program is None:
        raise UnreadableReport(
            "needs-tool",
            f"{name}：老式 Word/WPS 文件要借助 LibreOffice 读取，本机没有安装；请安装 LibreOffice，或用 Word、WPS 另存为 .docx",
            f"{name}: files of this kind are read through LibreOffice, which is not installed; install it or save as .docx",
        )
    content = content_of(data)
    made = _converted(program, data, _SUFFIXES.get(content, ".doc"), name, seconds)
    document = from_docx.read(path, made, encoding)
    return replace(document, format=_format(path, content))


def libreoffice() -> str | None:
    """The program, if it is installed. `NIANBAO_SOFFICE` names another; empty, there is none."""
    named = os.environ.get("NIANBAO_SOFFICE")
    if named is not None:
        return named or None
    found = (shutil.which(name) for name in _NAMES)
    return next((one for one in found if one), next((one for one in _USUAL if Path(one).exists()), None))


def _converted(program: str, data: bytes, suffix: str, name: str, seconds: float) -> bytes:
    """The .docx that LibreOffice makes of `data`."""
    with TemporaryDirectory(prefix="nianbao-") as folder:
        place = Path(folder)
        (place / f"report{suffix}").write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(place / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"),
            *("--outdir", str(place / "out"), str(place / f"report{suffix}")),
        ]
        try:
            _run(command, place, seconds)
        except subprocess.TimeoutExpired:
            zh = f"{name}：LibreOffice 在 {seconds:g} 秒内没有转换完；请用 Word 或 WPS 另存为 .docx"
            en = f"{name}: LibreOffice did not finish within {seconds:g} seconds; save it as .docx"
            raise UnreadableReport("too-slow", zh, en) from None
        except OSError as error:
            why, reason = cause(error)
            zh = f"{name}：LibreOffice 启动不了（{why}）；请检查安装，或另存为 .docx"
            en = f"{name}: LibreOffice cannot be started ({reason}); check it, or save as .docx"
            raise UnreadableReport("needs-tool", zh, en) from None
        made = place / "out" / "report.docx"
        if not made.is_file() or content_of(made.read_bytes()) != "docx":
            raise damaged(name, "LibreOffice 打不开", "LibreOffice cannot open it")
        return made.read_bytes()


def _run(command: list[str], place: Path, seconds: float) -> None:
    """Run to the end, or end it and all it started when time is up."""
    with subprocess.Popen(
        command,
        cwd=place,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, 9)
    else:
        process.kill()


def _format(path: Path, content: Content) -> str:
    return path.suffix.lower().lstrip(".") if path.suffix.lower() in (".doc", ".wps") else str(content)
