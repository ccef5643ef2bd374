"""From what a configuration says to the setup that lints by it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from linter.bundled import RULES
from linter.config.find import Find
from linter.config.load import Config, load_config, settings_for
from linter.config.settings import Layer, Settings
from linter.config.shape import FailOn
from linter.config.tuning import tuned
from linter.config.units import load_units
from linter.model.score import Profile
from linter.pipeline.setup import Setup, Setups, prepare
from linter.readers.folders import File
from linter.rulebook import load_rules


@dataclass(frozen=True, slots=True)
class Configured:
    """The setups of a run; `fail_on` by name of a file; `settings` are those for the run as a whole."""

    setups: Setups
    fail_on: Mapping[str, FailOn]
    settings: Settings


def configured(files: Iterable[File], where: Path, find: Find, command: Layer | None = None) -> Configured:
    """Each file by the configuration nearest to it, and by what was said on the command line. `where`: a folder,
    whose configuration holds for the run as a whole. UsageError for what is wrong with any of them."""
    load, made = cache(load_config), dict[tuple[int, ...], Setup]()
    whole = settings_for(None, _found(find, where, load), command)
    by_name = {
        one.name: settings_for(one.path, _found(find, one.path.parent, load), command) for one in files
    }
    setups = {name: _setup(settings, made) for name, settings in by_name.items()}
    usual = next(iter(setups.values())) if setups else _setup(whole, made)
    others = {name: one for name, one in setups.items() if one is not usual}
    return Configured(Setups(usual, others), {name: one.fail_on for name, one in by_name.items()}, whole)


def setup_for(settings: Settings) -> Setup:
    """The setup for reports with those settings."""
    known = load_rules((RULES, *settings.rules))
    severities, weights = settings.severities, settings.weights

    def adjust(profile: Profile) -> Profile:
        kept = {rule: one for rule, one in profile.severities.items() if rule not in severities}
        return replace(profile, weights={**profile.weights, **weights}, severities=kept)

    return prepare(
        tuned(known, settings),
        profile=settings.profile,
        min_confidence=settings.min_confidence,
        encoding=settings.encoding,
        known=known,
        register=load_units(settings.units) if settings.units else None,
        adjust=adjust,
    )


def _found(find: Find, folder: Path, load: Callable[[Path], Config]) -> Config | None:
    path = find(folder)
    return load(path) if path else None


def _setup(settings: Settings, made: dict[tuple[int, ...], Setup]) -> Setup:
    """The setup, made once for the same layers."""
    key = tuple(map(id, settings.layers))
    if key not in made:
        made[key] = setup_for(settings)
    return made[key]
