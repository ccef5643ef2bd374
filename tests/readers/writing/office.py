"""LibreOffice, where it is installed, as another maker of files."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from linter.readers.from_doc import libreoffice

SECONDS = 120


def converted(files: Mapping[str, bytes], to: str, folder: Path) -> dict[str, bytes]:
    """Each file of those (by name, with suffix), converted: `to` is a suffix, with the name of a filter where that
    leaves a choice (`docx:MS Word 2007 XML`). Skips the test where there is no LibreOffice."""
    program = libreoffice()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    given, made = folder / "given", folder / "made"
    given.mkdir()
    for name, data in files.items():
        (given / name).write_bytes(data)
    options = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    names = [str(given / name) for name in files]
    command = [program, *options, "--convert-to", to, "--outdir", str(made), *names]
    subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)
    suffix = to.partition(":")[0]
    return {name: (made / f"{Path(name).stem}.{suffix}").read_bytes() for name in files}
