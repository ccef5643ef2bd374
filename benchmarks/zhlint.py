"""zhlint, the linter for Chinese text in general that nianbao is measured against, from the npm registry."""

import os
import shutil
import subprocess
from pathlib import Path

VERSION = "0.8.2"


class Unavailable(Exception):
    """Why zhlint cannot be run here, in words."""


def command() -> list[str]:
    """How to start zhlint, installed into the user's cache folder the first time. Raises Unavailable."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise Unavailable("node and npm are not installed; zhlint needs both")
    folder = _folder()
    script = folder / "node_modules" / "zhlint" / "bin" / "index.js"
    if not script.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"name": "benchmark", "private": true}\n', encoding="utf-8")
        install = [npm, "install", "--no-audit", "--no-fund", f"zhlint@{VERSION}"]
        done = subprocess.run(install, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode or not script.is_file():
            raise Unavailable(f"npm could not install zhlint {VERSION}: {done.stderr.strip()[-200:]}")
    return [node, str(script)]


def _folder() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "nianbao-benchmarks" / f"zhlint-{VERSION}"
