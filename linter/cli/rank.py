"""`nianbao rank FOLDER… -o OUT`: who is good, who is not, why, and who shares with whom."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from linter.batch.mapping import Crew, Tell
from linter.batch.rank import Order, Told, rank
from linter.cli.arguments import parse
from linter.cli.inputs import inputs
from linter.cli.planning import planned
from linter.cli.rank_options import RankOptions, rank_options, rank_parser
from linter.cli.status import CLEAN, FAILED
from linter.model.errors import UsageError
from linter.model.finding import Words
from linter.model.result import Failed
from linter.pipeline.setup import Setups
from linter.readers.folders import File

if TYPE_CHECKING:
    from rich.progress import TaskID

_NAMED = 10
_STEPS = {
    "read": Words("读取", "reading"),
    "lint": Words("检查", "linting"),
    "template": Words("取样", "sampling"),
    "sharing": Words("比对", "matching"),
    "verify": Words("核实", "verifying"),
    "pair": Words("对照", "comparing"),
    "county": Words("成文", "writing"),
}


def run(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """Rank, write all files, and say where they are: 2 where a file failed, else 0."""
    parser = rank_parser(lang)
    values = parse(parser, argv)
    if values.help:
        out.write(parser.format_help().encode())
        return CLEAN
    options = rank_options(values, lang)
    order = _order(options, lang)
    for words in order.setups.remarks:
        print(f"nianbao: {words.say(lang)}", file=err)
    with _progress(err, lang) as tell:
        told = rank(order, tell)
    _name_failed(told, err, lang)
    out.write(_said(told, options.out, lang).encode())
    return FAILED if told.failed else CLEAN


def _order(options: RankOptions, lang: str) -> Order:
    for given in (*options.folders, *([str(options.previous)] if options.previous else [])):
        if not Path(given).exists():
            raise UsageError(f"{given}：没有这个文件或文件夹", f"{given}: no such file or folder")
    found = _outside(inputs(options.check), options.out)
    plan = planned(options.check, found)
    past = replace(options.check, previous=None, paths=(str(options.previous),)) if options.previous else None
    last = _outside(inputs(past), options.out) if past else ()
    return Order(
        files=found,
        setups=plan.setups,
        out=options.out,
        lang=lang,
        register=plan.setups.usual.register,
        last=last,
        last_setups=_without_past(planned(past, last).setups) if past else None,
        crew=Crew("ray" if options.engine == "ray" else "local", options.address, plan.jobs),
        resume=options.resume,
        cache=options.cache,
    )


def _outside(found: Iterable[File | Failed], out: Path) -> tuple[File | Failed, ...]:
    """The files without those of an earlier ranking. UsageError where a folder holds none."""
    place, kept = out.absolute(), []
    for one in found:
        if isinstance(one, Failed) and one.kind == "missing":
            raise UsageError(f"{one.path}：{one.reason.zh}", f"{one.path}: {one.reason.en}")
        if isinstance(one, Failed) or not one.path.absolute().is_relative_to(place):
            kept.append(one)
    return tuple(kept)


def _without_past(setups: Setups) -> Setups:
    return Setups(
        replace(setups.usual, past=None),
        {name: replace(one, past=None) for name, one in setups.others.items()},
    )


@contextmanager
def _progress(err: TextIO, lang: str) -> Iterator[Tell | None]:
    """Bars with rate and time left, on a terminal."""
    if not err.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    rate = TextColumn("{task.fields[rate]}"), TimeRemainingColumn()
    with Progress(*columns, *rate, console=Console(file=err), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(_STEPS[step].say(lang), total=total, rate="")
            speed = next(one.speed for one in bars.tasks if one.id == tasks[step])
            rate = Words(f"{speed:.0f} 份/秒", f"{speed:.0f}/s").say(lang) if speed else ""
            bars.update(tasks[step], completed=done, total=total, rate=rate)

        yield tell


def _name_failed(told: Told, err: TextIO, lang: str) -> None:
    """The first files that could not be ranked and why; the pages list all."""
    for one in told.failed[:_NAMED]:
        print(f"nianbao: {one.name}: {Words(one.zh, one.en).say(lang)}", file=err)
    if more := len(told.failed[_NAMED:]):
        print(
            Words(f"nianbao: 还有 {more} 个文件，见排名页面", f"nianbao: and {more} more, see the pages").say(
                lang
            ),
            file=err,
        )


def _said(told: Told, out: Path, lang: str) -> str:
    counties = f"{told.counties} 个县区，" if told.counties > 1 else ""
    counties_en = f"{told.counties} counties, " if told.counties > 1 else ""
    known = f"，其中 {told.counts.known} 份用以前的结果" if told.counts.known else ""
    known_en = f" ({told.counts.known} known from earlier runs)" if told.counts.known else ""
    failed = f"；{len(told.failed)} 个文件未能参评" if told.failed else ""
    failed_en = f"; {len(told.failed)} files could not be ranked" if told.failed else ""
    name = f"{told.name}{f' {told.year} 年' if told.year else ''}"
    name_en = f"{told.name}{f' {told.year}' if told.year else ''}"
    return Words(
        f"{name}：{counties}{told.reports} 份报告，平均 {told.mean:.1f} 分，最高 {told.best} 分{failed}\n"
        f"检查用时 {told.lint:.2f} 秒{known}，共 {told.seconds:.2f} 秒\n{out / 'index.html'}\n",
        f"{name_en}: {counties_en}{told.reports} reports, mean {told.mean:.1f}, best {told.best}{failed_en}\n"
        f"linted in {told.lint:.2f} s{known_en}, {told.seconds:.2f} s in all\n{out / 'index.html'}\n",
    ).say(lang)
