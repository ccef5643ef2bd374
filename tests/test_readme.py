"""The output that the README shows is what nianbao says: `pytest --update` (`make docs`) writes it anew."""

import io
from pathlib import Path

import pytest

from linter.cli import main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
OPEN, CLOSE = "<!-- output -->", "<!-- /output -->"
COMMAND = ["check", "tests/samples/wrapped-township.txt"]


def test_the_readme_shows_real_output(update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NIANBAO_LANG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(ROOT)
    out = io.BytesIO()
    main(COMMAND, out, io.StringIO())
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(OPEN)
    _, _, after = rest.partition(CLOSE)
    shown = (
        f"{before}{OPEN}\n```\n$ nianbao {' '.join(COMMAND)}\n{out.getvalue().decode()}```\n{CLOSE}{after}"
    )
    if update:
        README.write_text(shown, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == shown
