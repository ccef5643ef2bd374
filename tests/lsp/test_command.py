"""`nianbao lsp` as a command."""

import subprocess
import sys

import pytest

from tests.lsp.conftest import SERVER


@pytest.mark.parametrize("options", [[], ["--stdio"], ["--stdio", "--clientProcessId=12"]])
def test_it_ends_when_its_input_does_and_takes_what_editors_add(options: list[str]) -> None:
    done = subprocess.run(
        [*SERVER, *options], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_nothing_else_brings_the_protocol_along() -> None:
    script = "import sys, linter.cli, linter.pipeline, linter.reporters; print('pygls' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
