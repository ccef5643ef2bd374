"""nianbao runs from a wheel outside the checkout, and from a plain checkout that is not installed."""

import os
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path

import pytest

from linter import __version__
from linter.rulebook import load_rules

ROOT = Path(__file__).parent.parent
REPORT = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n青禾镇主动公开信息3条。\n"


def run(*command: str | Path, cwd: Path) -> str:
    """What the command says, which must succeed and complain of nothing."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "NIANBAO"))
    }
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (0, ""), done.stdout.decode()
    return done.stdout.decode()


def scripts(venv: Path) -> Path:
    """Where the programs of a virtual environment lie."""
    return venv / ("Scripts" if os.name == "nt" else "bin")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment that holds what nianbao depends on, but not nianbao."""
    venv = tmp_path_factory.mktemp("empty") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=venv.parent)
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(run(scripts(venv) / "python", "-c", code, cwd=venv.parent).strip())
    # A folder that a .pth names is searched, but its own .pth files (an editable nianbao) are not heeded.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return venv


@pytest.fixture(scope="module")
def installed(empty: Path) -> Path:
    """The same with nianbao installed from a wheel."""
    folder = empty.parent / "wheel"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--no-input"]
    isolation = ["--no-build-isolation"] if find_spec("hatchling") else []
    run(*pip, "wheel", "--no-deps", *isolation, "--wheel-dir", folder, ROOT, cwd=empty.parent)
    (wheel,) = folder.glob("nianbao_lint-*.whl")
    python = scripts(empty) / "python"
    run(*pip, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=empty.parent)
    return empty


def test_a_plain_checkout_runs(empty: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    python = scripts(empty) / "python"
    listed = run(python, "-m", "linter", "rules", cwd=ROOT)
    checked = run(python, "-m", "linter", "check", "--exit-zero", "-q", tmp_path / "report.txt", cwd=ROOT)
    assert (listed.count("\n"), "missing-section" in checked) == (len(load_rules()), True)


def test_a_wheel_runs_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    nianbao = scripts(installed) / "nianbao"
    where = run(scripts(installed) / "python", "-c", "import linter; print(linter.__file__)", cwd=tmp_path)
    told = (
        str(installed) in where,
        run(nianbao, "--version", cwd=tmp_path),
        run(nianbao, "rules", "list", cwd=tmp_path).count("\n"),
        "missing-section" in run(nianbao, "check", "--exit-zero", "report.txt", cwd=tmp_path),
        run(nianbao, "rules", "test", cwd=tmp_path).endswith("全部相符\n"),
    )
    assert told == (True, f"nianbao {__version__}\n", len(load_rules()), True, True)
