"""What is in force for a file: what was said in its configuration, in the overrides that apply to it, and on
the command line, in that order; what comes later wins."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from linter.config.shape import ConfigFile, FailOn, Values
from linter.model.errors import UsageError
from linter.model.finding import Confidence, Severity
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
            return UsageError(f"--{key[0]}：{zh}", f"--{key[0]}: {en}")
        return self.source.fault((*self.at, *key), zh, en)


@dataclass(frozen=True, slots=True)
class Settings:
    """The layers in force, the lowest first. Without any, all is as usual."""

    layers: tuple[Layer, ...] = ()

    def said(self, key: Callable[[Values], T | UnsetType]) -> Iterator[tuple[T, Layer]]:
        """All that was said about a key, and where; the last is in force."""
        for layer in self.layers:
            value = key(layer.values)
            if not isinstance(value, UnsetType):
                yield value, layer

    def last(self, key: Callable[[Values], T | UnsetType], usual: T) -> T:
        """What is in force for a key; `usual` if nothing was said."""
        return next((value for value, _ in reversed(tuple(self.said(key)))), usual)

    @property
    def min_confidence(self) -> Confidence:
        """The least confidence that is told."""
        return self.last(lambda one: one.min_confidence, "likely")

    @property
    def fail_on(self) -> FailOn:
        """The least severity that makes the exit status 1."""
        return self.last(lambda one: one.fail_on, "error")

    @property
    def encoding(self) -> str | None:
        """The encoding of the files; None: it is found out."""
        return self.last(lambda one: one.encoding, None)

    @property
    def profile(self) -> str | None:
        """A name or file of a profile; None: by the unit's level."""
        said = [profile_path(value, layer) for value, layer in self.said(lambda one: one.profile)]
        return said[-1] if said else None

    @property
    def severities(self) -> Mapping[str, Severity]:
        """By rule."""
        said = self.said(lambda one: one.severities)
        return {rule: severity for values, _ in said for rule, severity in values.items()}

    @property
    def weights(self) -> Mapping[str, float]:
        """By group, where they are not the profile's."""
        said = self.said(of_file(lambda one: one.weights))
        given = (msgspec.structs.asdict(weights).items() for weights, _ in said)
        return {group: points for items in given for group, points in items if points is not UNSET}

    @property
    def rules(self) -> tuple[Path, ...]:
        """The folders of more rules, each once."""
        return self._paths(lambda one: one.rules)

    @property
    def corpora(self) -> tuple[Path, ...]:
        """The files of more corpora, each once."""
        return self._paths(lambda one: one.corpora)

    @property
    def units(self) -> Path | None:
        """The unit register."""
        return self._path(lambda one: one.units)

    @property
    def previous(self) -> Path | None:
        """Last year's report, or the folder of last year's reports."""
        return self._path(lambda one: one.previous)

    @property
    def baseline(self) -> Path | None:
        """The file of accepted findings."""
        return self._path(lambda one: one.baseline)

    @property
    def jobs(self) -> int | None:
        """How many processes; None: as many as are worth it."""
        return self.last(of_file(lambda one: one.jobs), None)

    @property
    def lang(self) -> str | None:
        """The language of the messages, if one was asked for."""
        return self.last(of_file(lambda one: one.lang), None)

    def _paths(self, key: Callable[[ConfigFile], tuple[str, ...] | UnsetType]) -> tuple[Path, ...]:
        paths = [layer.folder / name for names, layer in self.said(of_file(key)) for name in names]
        return tuple({one.resolve(): one for one in reversed(paths)}.values())[::-1]

    def _path(self, key: Callable[[ConfigFile], str | UnsetType]) -> Path | None:
        said = [layer.folder / value for value, layer in self.said(of_file(key))]
        return said[-1] if said else None


def of_file(key: Callable[[ConfigFile], T | UnsetType]) -> Callable[[Values], T | UnsetType]:
    """For a key that overrides do not have."""
    return lambda values: key(values) if isinstance(values, ConfigFile) else UNSET


def profile_path(said: str, layer: Layer) -> str:
    """A profile's name as it is, its path as seen from here."""
    is_path = said.endswith((".yaml", ".yml")) or "/" in said
    return str(layer.folder / said) if is_path else said
