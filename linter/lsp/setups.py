"""How each report is linted: as the nearest configuration says, and above it the editor's settings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from linter.config.find import finder
from linter.config.load import Config, load_config, settings_for
from linter.config.settings import Settings
from linter.lsp.settings import EditorSettings, layer_of
from linter.model.rule import Rule
from linter.pipeline.configured import setup_for
from linter.pipeline.settling import Acceptance, acceptance
from linter.pipeline.setup import Setup, Setups
from linter.pipeline.side_files import side_file


@dataclass(frozen=True)
class Ready:
    """All that a report is linted by, and the files that were named for it, as they were."""

    setup: Setup
    accepted: Acceptance
    files: tuple[tuple[Path, int], ...] = ()

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The rules in use, by id."""
        return {one.id: one for one in self.setup.rules}


@dataclass(slots=True)
class Shelf:
    """What was made ready so far, under one state of settings and files; another state has another shelf.
    Filled by the thread that lints. `folder`: from which paths in the settings count."""

    settings: EditorSettings = field(default_factory=EditorSettings)
    folder: Path = Path()
    _configs: dict[Path, tuple[int, Config]] = field(default_factory=dict)
    _ready: dict[tuple[int, ...], Ready] = field(default_factory=dict)
    _nearest: dict[Path, frozenset[tuple[Path, int]]] = field(default_factory=dict)

    def ready_for(self, path: Path) -> Ready:
        """What the report at `path` is linted by, as things stand on disk now. UsageError for what is wrong with
        the settings or a configuration."""
        self._nearest[path] = _nearest(path)
        found = finder()(path.parent)
        config = self._config(found) if found else None
        settings = settings_for(path, config)
        key = tuple(map(id, settings.layers))
        if key not in self._ready:
            whole = settings_for(path, config, layer_of(self.settings, self.folder))
            setup = setup_for(whole)
            self._ready[key] = Ready(setup, acceptance(Setups(setup), whole.baseline), _files(whole))
        return self._ready[key]

    def outdated(self, paths: Iterable[Path]) -> bool:
        """Whether a file that says how one of those reports is linted has come, gone or changed since it was."""
        nearest = any(path in self._nearest and self._nearest[path] != _nearest(path) for path in paths)
        named = (file for one in list(self._ready.values()) for file in one.files)
        return nearest or any(_stamp(path) != stamp for path, stamp in named)

    def _config(self, path: Path) -> Config:
        """The configuration, read again where it has changed: not every editor tells."""
        changed = path.stat().st_mtime_ns
        known = self._configs.get(path)
        if known is None or known[0] != changed:
            if known:
                self._ready.clear()  # its keys are those of layers that are gone
            known = self._configs[path] = changed, load_config(path)
        return known[1]


def _nearest(path: Path) -> frozenset[tuple[Path, int]]:
    """The configuration and the side file that lie nearest to a report, as they are now."""
    found = (finder()(path.parent), side_file(path))
    return frozenset((one, _stamp(one)) for one in found if one)


def _files(settings: Settings) -> tuple[tuple[Path, int], ...]:
    """The register, the baseline and an office's own rules."""
    named = (settings.units, settings.baseline)
    rules = (file for folder in settings.rules for file in sorted(folder.rglob("*.yaml")))
    return tuple((one, _stamp(one)) for one in (*named, *rules) if one)


def _stamp(path: Path) -> int:
    """When a file was last changed; 0 if it is not there."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
