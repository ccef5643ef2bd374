"""The code keeps the shape that the architecture gives it."""

import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from linter.checks import CHECKS
from linter.readers import READERS
from linter.readers.content import REFUSED, Content
from linter.reporters import REPORTERS

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "linter").rglob("*.py"))
NAMELESS = {"utils", "util", "common", "helpers", "helper", "base", "core", "manager", "misc"}
HEAVY = [
    "jieba",
    "lxml",
    "numpy",
    "platformdirs",
    "pypdf",
    "pypdfium2",
    "rich",
    "scipy",
    "sklearn",
    "spacy",
    "yaml",
]


def stems(folder: str, pattern: str) -> set[str]:
    """The names of the modules in a folder of the package."""
    return {path.stem for path in (ROOT / "linter" / folder).glob(pattern) if path.stem != "__init__"}


@pytest.mark.parametrize("path", MODULES, ids=[path.relative_to(ROOT).as_posix() for path in MODULES])
def test_no_file_is_longer_than_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_module_is_a_drawer() -> None:
    parts = {part for path in MODULES for part in path.relative_to(ROOT).with_suffix("").parts}
    assert parts & NAMELESS == set()


def test_every_check_is_in_the_table_under_its_modules_name() -> None:
    modules = {name: f"linter.checks.{name}" for name in stems("checks", "*.py")}
    assert {name: check.__module__ for name, check in CHECKS.items()} == modules


def test_every_reader_is_in_the_table() -> None:
    source = (ROOT / "linter" / "readers" / "__init__.py").read_text(encoding="utf-8")
    imported = set(re.findall(r"from linter\.readers import (from_\w+)", source))
    assert imported == stems("readers", "from_*.py")
    assert set(READERS) == set(get_args(Content)) - set(REFUSED)


def test_every_reporter_is_in_the_table_under_its_modules_name() -> None:
    modules = {name.removeprefix("to_"): f"linter.reporters.{name}" for name in stems("reporters", "to_*.py")}
    assert {name: reporter.__module__ for name, reporter in REPORTERS.items()} == modules


def test_modules_import_only_what_stands_below_them() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
        "--no-cache",
    ]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_way_of_check_imports_nothing_heavy() -> None:
    script = f"import sys, linter.pipeline, linter.reporters; print(*sorted(set({HEAVY}) & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout.split() == []
