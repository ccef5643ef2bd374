"""A headless Chromium for tests, without a network; found, not fetched."""

import os
import shutil
import subprocess
from pathlib import Path

CHROMIUM = next(
    (one for name in ("chromium", "chromium-browser", "google-chrome") if (one := shutil.which(name))), None
)
MISSING = "no Chromium on this machine (apt install chromium)"

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--enable-logging=stderr",
)


def opened(page: Path, profile: Path, *more: str) -> tuple[str, list[str]]:
    """The page's elements once it is loaded, and what it said on the console."""
    command = [str(CHROMIUM), *_FLAGS, f"--user-data-dir={profile}", *more, page.as_uri()]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, "LANG": "C.UTF-8"},
    )
    return done.stdout, [line for line in done.stderr.splitlines() if ":CONSOLE" in line]
