"""What is in force for a file: what was said in its configuration, in the overrides that apply to it, and on
the command line, in that order; what comes later wins."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path
from typing import TypeVar

from msgspec import UnsetType

from linter.config.globs import matches
from linter.config.shape import ConfigFile, FailOn, Values
from linter.model.errors import UsageError
from linter.model.finding import Confidence
from linter.rulebook.located import Key, Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Layer:
    """What was said in one place: in a file (`source`, below `at`), or on the command line (no source). Paths in
    it count from `folder`."""

    values: Values
    source: Source | None = None
    at: Key = ()
    folder: Path = Path()

    def fault(self, key: Key, zh: str, en: str) -> UsageError:
        """The error to raise about a key: names file, line and key, or the option."""
        if self.source is None:
            option = f"--{key[0]}"
            return UsageError(f"{option}：{zh}", f"{option}: {en}")
        return self.source.fault((*self.at, *key), zh, en)


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration file: what it says for all files, and for those that match patterns."""

    layer: Layer
    overrides: tuple[tuple[tuple[str, ...], Layer], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The layers in force, the lowest first."""

    layers: tuple[Layer, ...] = ()

    def said(self, key: Callable[[Values], T | UnsetType]) -> Iterator[tuple[T, Layer]]:
        """All that was said about a key, and where; the last is in force."""
        for layer in self.layers:
            value = key(layer.values)
            if not isinstance(value, UnsetType):
                yield value, layer

    def last(self, key: Callable[[Values], T | UnsetType], usual: T) -> T:
        """What is in force for a key, `usual` if nothing was said."""
        return next((value for value, _ in reversed(tuple(self.said(key)))), usual)

    @property
    def min_confidence(self) -> Confidence:
        """The least confidence that is told."""
        return self.last(lambda one: one.min_confidence, "likely")

    @property
    def fail_on(self) -> FailOn:
        """The least severity that makes the exit status 1."""
        return self.last(lambda one: one.fail_on, "error")
