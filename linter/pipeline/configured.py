"""From what a configuration says to the setup that lints by it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from linter.bundled import RULES
from linter.config.find import Find
from linter.config.load import Config, load_config, settings_for
from linter.config.settings import Layer, Settings, of_file
from linter.config.shape import FailOn
from linter.config.tuning import tuned
from linter.config.units import load_units
from linter.model.score import Profile
from linter.pipeline.setup import Setup, Setups, prepare
from linter.readers.folders import File
from linter.rulebook import load_rules

if TYPE_CHECKING:
    from linter.pipeline.previous import Past

PastIn = Callable[[Path, str | None], "Past | None"]
"""Reads last year's reports at a place, in an encoding (None: found out)."""


@dataclass(frozen=True, slots=True)
class Configured:
    """The setups of a run; `fail_on` by name of a file; `settings` are those for the run as a whole."""

    setups: Setups
    fail_on: Mapping[str, FailOn]
    settings: Settings


def configured(files: Iterable[File], where: Path, find: Find, command: Layer | None = None) -> Configured:
    """Each file by the configuration nearest to it, and by what was said on the command line. `where`: a folder,
    whose configuration holds for the run as a whole. UsageError for what is wrong with any of them."""
    load, past, made = cache(load_config), cache(_past_in), dict[tuple[int, ...], Setup]()
    whole = settings_for(None, _found(find, where, load), command)
    by_name = {
        one.name: settings_for(one.path, _found(find, one.path.parent, load), command) for one in files
    }
    setups = {name: _setup(settings, made, past) for name, settings in by_name.items()}
    usual = next(iter(setups.values())) if setups else _setup(whole, made, past)
    others = {name: one for name, one in setups.items() if one is not usual}
    return Configured(Setups(usual, others), {name: one.fail_on for name, one in by_name.items()}, whole)


def _past_in(place: Path, encoding: str | None) -> "Past":
    from linter.pipeline.previous import past_in  # few have one

    return past_in(place, encoding)


def setup_for(settings: Settings, past_in: PastIn = _past_in) -> Setup:
    """The setup for reports with those settings. `past_in` reads last year's reports."""
    known = load_rules((RULES, *settings.rules))
    severities, weights = settings.severities, settings.weights
    said = settings.said(of_file(lambda one: one.options))
    own = {rule for options, _ in said for rule, changes in options.items() if "share" in changes}

    def adjust(profile: Profile) -> Profile:
        kept = {rule: one for rule, one in profile.severities.items() if rule not in severities}
        shares = {rule: one for rule, one in profile.shares.items() if rule not in own}
        return replace(profile, weights={**profile.weights, **weights}, severities=kept, shares=shares)

    return prepare(
        tuned(known, settings),
        profile=settings.profile,
        min_confidence=settings.min_confidence,
        encoding=settings.encoding,
        known=known,
        register=load_units(settings.units) if settings.units else None,
        past=past_in(settings.previous, settings.encoding) if settings.previous else None,
        corpora=settings.corpora,
        adjust=adjust,
    )


def _found(find: Find, folder: Path, load: Callable[[Path], Config]) -> Config | None:
    path = find(folder)
    return load(path) if path else None


def _setup(settings: Settings, made: dict[tuple[int, ...], Setup], past: PastIn) -> Setup:
    """The setup, made once for the same layers."""
    key = tuple(map(id, settings.layers))
    if key not in made:
        made[key] = setup_for(settings, past)
    return made[key]
