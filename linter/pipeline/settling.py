"""Which findings somebody has accepted: by a side file, or by a baseline. What comments in the reports let pass
is known already."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from linter.filters.accepted import Accepted, Excuse, baselined, excused
from linter.model.finding import Words
from linter.model.result import Result, Run
from linter.pipeline.baselines import Entries, key_in, read_baseline
from linter.pipeline.setup import Setup, Setups
from linter.pipeline.side_files import excuses, side_file


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What is accepted in a run: the `entries` of the baseline `file` (None: there is none), and side files
    that have not run out on the day `today` (ISO date). `rules`: the ids of those asked for; `others`: the same
    for files (by name) that have a setup of their own."""

    rules: frozenset[str]
    today: str
    file: Path | None = None
    entries: Entries | None = None
    others: Mapping[str, frozenset[str]] = field(default_factory=dict)


def acceptance(setups: Setups, baseline: Path | None = None) -> Acceptance:
    """What is accepted today. UsageError for a baseline that cannot be read."""
    entries = read_baseline(baseline) if baseline else None
    others = {name: _ids(setup) for name, setup in setups.others.items()}
    return Acceptance(_ids(setups.usual), date.today().isoformat(), baseline, entries, others)


def _ids(setup: Setup) -> frozenset[str]:
    return frozenset(one.id for one in setup.rules)


def settled(run: Run, by: Acceptance) -> Run:
    """The run, each finding in its state, with remarks on what accepts nothing. UsageError for a side file
    that is not right."""
    told = [settle(result, by) for result in run.results]
    remarks = [*run.remarks, *(one for result in run.results for one in _of_comments(result))]
    remarks += [one for _, said in told for one in said]
    return replace(
        run,
        results=tuple(result for result, _ in told),
        baseline=by.entries is not None,
        remarks=(*remarks, *_gone(run, by)),
    )


def settle(result: Result, by: Acceptance) -> tuple[Result, tuple[Words, ...]]:
    """A result, each finding in its state, and the remarks."""
    path, remarks = Path(result.report.document.path), []
    findings, rules = result.findings, by.others.get(result.report.document.path, by.rules)
    if file := side_file(path):
        own = [one for one in excuses(file) if one.path == path.resolve().as_posix()]
        findings, over, unused = excused(findings, own, rules, by.today)
        remarks += [*(_over(file, one) for one in over), *(_unused(file, one) for one in unused)]
    if by.file and by.entries is not None:
        key = key_in(by.file, path)
        findings, stale = baselined(findings, by.entries.get(key, ()), rules)
        remarks += [_stale(by.file, key, one) for one in stale]
    return replace(result, findings=findings), tuple(remarks)


def _of_comments(result: Result) -> Iterator[Words]:
    path = result.report.document.path
    return (Words(f"{path}:{one.zh}", f"{path}:{one.en}") for one in result.remarks)


def _gone(run: Run, by: Acceptance) -> Iterator[Words]:
    """Entries of side files and of the baseline about reports that are no longer there."""
    files = dict.fromkeys(side_file(Path(one.report.document.path)) for one in run.results)
    for file in filter(None, files):
        yield from (_unused(file, one) for one in excuses(file) if not Path(one.path).exists())
    for key, entries in (by.entries or {}).items():
        if by.file and not (by.file.absolute().parent / key).exists():
            yield from _stale_of(by.file, key, entries)


def _stale_of(file: Path, key: str, entries: Iterable[Accepted]) -> Iterator[Words]:
    return (_stale(file, key, one) for one in entries)


def _stale(file: Path, key: str, one: Accepted) -> Words:
    return Words(
        f"{file}：{key} 的 {one.rule}“{one.text}”已经没有了，可用 nianbao baseline prune 清理",
        f"{file}: {one.rule} “{one.text}” of {key} is gone; nianbao baseline prune removes it",
    )


def _over(file: Path, one: Excuse) -> Words:
    until = one.suppression.until
    return Words(
        f"{file}:{one.line}：{one.rule} 只放过到 {until}，已经到期，不再起作用",
        f"{file}:{one.line}: {one.rule} was let pass until {until}; it counts again",
    )


def _unused(file: Path, one: Excuse) -> Words:
    return Words(
        f"{file}:{one.line}：放过的 {one.rule} 已经没有了，可以删去",
        f"{file}:{one.line}: {one.rule}, which is let pass, is gone; remove the entry",
    )
