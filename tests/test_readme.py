"""The output that the READMEs show is what nianbao says: `pytest --update` (`make docs`) writes it anew."""

import io
from pathlib import Path

import pytest

from linter.cli import main

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
OPEN, CLOSE = "<!-- output -->", "<!-- /output -->"
COMMAND = ["check", "tests/samples/wrapped-township.txt"]


@pytest.mark.parametrize("name", READMES)
def test_the_readme_shows_real_output(name: str, update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = ROOT / name
    for variable in ("NIANBAO_LANG", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(ROOT)
    out = io.BytesIO()
    main(COMMAND, out, io.StringIO())
    text = readme.read_text(encoding="utf-8")
    before, _, rest = text.partition(OPEN)
    _, _, after = rest.partition(CLOSE)
    shown = (
        f"{before}{OPEN}\n```\n$ nianbao {' '.join(COMMAND)}\n{out.getvalue().decode()}```\n{CLOSE}{after}"
    )
    if update:
        readme.write_text(shown, encoding="utf-8")
    assert readme.read_text(encoding="utf-8") == shown
