"""`nianbao baseline create|update|prune PATH…`: accepts today's findings, so that only new ones count."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from linter.cli.arguments import parse, suggestion
from linter.cli.check_options import check_options, check_parser
from linter.cli.inputs import inputs
from linter.cli.linting import lint_files
from linter.cli.outputs import check_writable, write
from linter.cli.planning import planned
from linter.cli.status import CLEAN, FAILED
from linter.filters.accepted import Accepted
from linter.model.errors import UsageError
from linter.model.finding import Words
from linter.model.result import Run
from linter.pipeline.baselines import NAME, Entries, accepted, key_in, read_baseline, without_missing, written
from linter.pipeline.settling import acceptance

_ACTIONS = ("create", "update", "prune")

HELP = Words(
    f"""\
用法: nianbao baseline create|update|prune PATH… [--baseline FILE] [check 的选项]

把今天的问题记入基线文件（默认 {NAME}），以后 check --baseline FILE 只算新的问题。

  create    新建基线，接受这些报告今天的全部问题
  update    接受这些报告今天的全部问题，去掉已经没有的
  prune     只去掉已经没有的，不接受新的

查什么由 check 的选项决定（--select、--ignore、--rules、--profile、--min-confidence 等，
见 nianbao check --help），应与 check 时相同。评分不受基线影响。
""",
    f"""\
usage: nianbao baseline create|update|prune PATH… [--baseline FILE] [options of check]

Writes today's findings into a baseline ({NAME} if not given); with check --baseline FILE only new ones count.

  create    a new baseline that accepts all findings of these reports
  update    accept all findings of these reports, drop those that are gone
  prune     only drop those that are gone

The options of check say what is looked for (--select, --ignore, --rules, --profile, --min-confidence …, see
nianbao check --help); use the same for both. The score does not heed a baseline.
""",
)


def run(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """Write the baseline; the status is 2 if a report could not be linted (its entries stay)."""
    values = parse(check_parser(lang), argv)
    if values.help:
        out.write(HELP.say(lang).encode())
        return CLEAN
    action, *values.paths = values.paths or [""]
    _check_action(action)
    options = check_options(values)
    files = inputs(options)
    plan = planned(options, files)
    file = plan.baseline or Path(NAME)
    check_writable(file)
    if action == "create" and file.exists():
        raise UsageError(
            f"{file} 已经有了；要接受新的问题用 nianbao baseline update",
            f"{file} exists; to accept new findings use nianbao baseline update",
        )
    entries = {} if action == "create" else read_baseline(file)
    linted = lint_files(files, plan, acceptance(plan.setups), lang, err, cache=options.cache)
    new = _renewed(entries, linted, file, grows=action != "prune")
    write(file, written(new))
    for failed in linted.failed:
        print(f"nianbao: {failed.path}: {failed.reason.say(lang)}", file=err)
    out.write(f"{_outcome(file, entries, new).say(lang)}\n".encode())
    return FAILED if linted.failed else CLEAN


def _check_action(action: str) -> None:
    if action not in _ACTIONS:
        zh, en = suggestion(action, _ACTIONS)
        if action:
            zh, en = f"，不能是“{action}”{zh}", f", not “{action}”{en}"
        known = " ".join(_ACTIONS)
        raise UsageError(
            f"baseline 后面要写 {known}{zh}",
            f"baseline needs one of {known}{en}",
        )


def _renewed(old: Entries, linted: Run, file: Path, *, grows: bool) -> Entries:
    """The baseline after today. Reports that were not linted keep their entries, unless they are gone; so do
    rules that were not run."""
    new = dict(without_missing(old, file))
    run = {rule.id for rule in linted.rules}
    for result in linted.results:
        key = key_in(file, result.report.document.path)
        before, today = old.get(key, ()), accepted(result)
        if not grows:
            known = {one.fingerprint for one in before}
            today = tuple(one for one in today if one.fingerprint in known)
        new[key] = (*today, *(one for one in before if one.rule not in run))
    return new


def _outcome(file: Path, old: Entries, new: Entries) -> Words:
    before, after = _all(old), _all(new)
    count, added, gone = len(after), len(after - before), len(before - after)
    return Words(
        f"{file}：共接受 {count} 处，新增 {added} 处，去掉 {gone} 处",
        f"{file}: {count} accepted, {added} new, {gone} dropped",
    )


def _all(entries: Entries) -> set[tuple[str, Accepted]]:
    return {(path, one) for path, found in entries.items() for one in found}
