"""A way to write files, and to load what they say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.config.load import Config, load_config, settings_for
from linter.config.tuning import tuned
from linter.model.rule import Rule
from linter.rulebook import load_rules
from tests import calling

Write = Callable[[str, str], Path]
Load = Callable[[str], Config]
Tune = Callable[..., tuple[Rule, ...]]


@pytest.fixture(autouse=True)
def folder(work: Path, cache: Path) -> Path:  # noqa: ARG001
    """A folder to work in, with a cache of its own."""
    return work


@pytest.fixture
def write() -> Write:
    """`write("a/b.toml", text)` → the file, as seen from the working folder."""
    return calling.write


@pytest.fixture
def load(write: Write) -> Load:
    """`load(text)` → the configuration that says so."""
    return lambda text: load_config(write("nianbao.toml", text))


@pytest.fixture
def tune(load: Load) -> Tune:
    """`tune(text, rules)` → the rules (ours if none are given) as a configuration that says so wants them."""

    def made(text: str, rules: tuple[Rule, ...] | None = None) -> tuple[Rule, ...]:
        return tuned(load_rules() if rules is None else rules, settings_for(None, load(text)))

    return made
