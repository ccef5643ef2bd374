"""Neovim and Emacs without a window, with the settings of docs/editors.md: findings at the right characters, hover, and a fix that ends in the file."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.reports import FAULTS, faulty

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "editors.md"


def settings(language: str) -> str:
    """The settings for an editor that the page shows."""
    found = re.search(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def neovim() -> list[str]:
    program = shutil.which("nvim")
    if program is None:
        pytest.skip("no Neovim on this machine (apt install neovim)")
    return [program, "--headless", "--clean", "-S", str(HERE / "neovim.lua")]


def emacs() -> list[str]:
    program = shutil.which("emacs")
    if program is None:
        pytest.skip("no Emacs on this machine (apt install emacs-nox elpa-eglot)")
    eglot = [program, "-Q", "--batch", "--eval", '(kill-emacs (if (locate-library "eglot") 0 1))']
    package = Path("/usr/share/emacs/site-lisp/elpa").glob("eglot-*")
    if subprocess.run(eglot, capture_output=True, check=False).returncode and not any(package):
        pytest.skip("this Emacs has no eglot (apt install elpa-eglot)")
    return [program, "-Q", "--batch", "-l", str(HERE / "emacs.el")]


@pytest.fixture(params=[(neovim, "lua"), (emacs, "elisp")], ids=["neovim", "emacs"])
def seen(request: Any, tmp_path: Path) -> dict[str, Any]:
    """What the editor showed of a report with faults, and the file after one of them was fixed."""
    start, language = request.param
    own = tmp_path / "settings"
    own.write_text(settings(language), encoding="utf-8")
    report, told = tmp_path / "青禾镇年报.txt", tmp_path / "told.json"
    report.write_bytes(faulty().encode())
    environment = {
        **os.environ,
        "REPORT": str(report),
        "TOLD": str(told),
        "SETTINGS": str(own),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
    }
    done = subprocess.run(
        start(), cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=150, check=False
    )
    assert told.exists(), done.stdout + done.stderr
    return {**json.loads(told.read_bytes()), "file": report.read_bytes().decode()}


def test_an_editor_shows_the_findings_and_makes_a_fix(seen: dict[str, Any]) -> None:
    assert "error" not in seen, seen["error"]
    assert tuple(one if isinstance(one, str) else one[1] for one in seen["found"]) == FAULTS
    assert all(word in seen["hover"] for word in ("说了两遍", "为什么", "依据"))
    assert any(title.startswith("把“，，”改为“，”") for title in seen["actions"])
    assert any(title.startswith("放过这一处") for title in seen["actions"])
    assert seen["file"] == faulty().replace("，，", "，")
