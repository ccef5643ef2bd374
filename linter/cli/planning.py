"""How the files of a run are linted: as the options and the configuration of each file say."""

from collections.abc import Iterable, Iterator, Mapping
from os.path import isdir
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from linter.cli.check_options import CheckOptions
from linter.cli.rules import all_rules
from linter.config.find import Find, finder
from linter.model.errors import UsageError
from linter.model.result import Failed
from linter.pipeline import prepare
from linter.pipeline.setup import Setups
from linter.readers.folders import STDIN, File
from linter.rulebook.selection import selected

if TYPE_CHECKING:
    from linter.config.settings import Layer
    from linter.config.shape import FailOn
    from linter.pipeline.previous import Past


class Plan(NamedTuple):
    """The setups of a run; what makes the exit status 1, for the files of which something else is said than
    `usual_fail_on` (by name); processes; the baseline."""

    setups: Setups
    usual_fail_on: "FailOn"
    fail_on: "Mapping[str, FailOn]"
    jobs: int | None
    baseline: Path | None


def planned(options: CheckOptions, files: Iterable[File | Failed]) -> Plan:
    """The options, and what the configurations say: of each file the nearest one; of the first path's folder
    what concerns the run as a whole. UsageError for what is wrong with any of them."""
    find, where = configuration(options), start(options)
    readable = [one for one in files if isinstance(one, File)]
    if options.units is None and not any(find(folder) for folder in _folders(where, readable)):
        return _without(options)
    from linter.pipeline.configured import configured  # whoever has no configuration need not wait for it

    found = configured(readable, where, find, command_line(options))
    settings = found.settings
    return Plan(found.setups, settings.fail_on, found.fail_on, settings.jobs, settings.baseline)


def start(options: CheckOptions) -> Path:
    """The folder of the first path: what its configuration says of the run as a whole is in force."""
    first = options.stdin_filename if options.paths[:1] == (STDIN,) else next(iter(options.paths), "")
    return Path(first) if isdir(first) else Path(first).parent  # noqa: PTH112


def command_line(options: CheckOptions) -> "Layer":
    """What the options say, as a layer above all configurations."""
    from msgspec import UNSET

    from linter.config.settings import Layer
    from linter.config.shape import ConfigFile

    return Layer(
        ConfigFile(
            select=options.select or UNSET,
            ignore=options.ignore or UNSET,
            fail_on=options.fail_on or UNSET,
            min_confidence=options.min_confidence or UNSET,
            profile=options.profile or UNSET,
            encoding=options.encoding or UNSET,
            jobs=options.jobs or UNSET,
            rules=tuple(map(str, options.rules)) or UNSET,
            units=str(options.units) if options.units else UNSET,
            previous=str(options.previous) if options.previous else UNSET,
            corpora=tuple(map(str, options.corpora)) or UNSET,
            baseline=str(options.baseline) if options.baseline else UNSET,
        )
    )


def configuration(options: CheckOptions) -> Find:
    """How the configuration for a folder is found: `--config` is for all."""
    given = options.config
    return finder() if given is None else lambda _: given


def _folders(where: Path, files: Iterable[File]) -> Iterator[Path]:
    yield where
    yield from (one.path.parent for one in files)


def _without(options: CheckOptions) -> Plan:
    """The same where no configuration is found: quicker."""
    known = all_rules(options.rules)
    rules = selected(known, options.select, options.ignore)
    if not rules:
        raise UsageError(
            "--select 和 --ignore 没有留下任何规则", "--select and --ignore leave no rule to check"
        )
    setup = prepare(
        rules,
        profile=options.profile,
        min_confidence=options.min_confidence or "likely",
        encoding=options.encoding,
        known=known,
        past=_past(options),
        corpora=options.corpora,
    )
    return Plan(Setups(setup), options.fail_on or "error", {}, options.jobs, options.baseline)


def _past(options: CheckOptions) -> "Past | None":
    """Last year's reports, where they were named."""
    if options.previous is None:
        return None
    from linter.pipeline.previous import past_in

    return past_in(options.previous, options.encoding)
