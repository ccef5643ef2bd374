"""The options of `nianbao rank`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from linter.cli.arguments import Add, add_general, command, group, one_of, parse
from linter.cli.check_options import CheckOptions, check_options, check_parser
from linter.model.errors import UsageError
from linter.model.finding import Words

ENGINES = ("local", "ray")
_PASSED_ON = (
    "config",
    "units",
    "profile",
    "select",
    "ignore",
    "min_confidence",
    "encoding",
    "jobs",
    "rules",
    "corpus",
)
"""What means the same as for `check`."""


@dataclass(frozen=True, slots=True)
class RankOptions:
    """What `nianbao rank` was asked to do; `check`: what of it is said as for `check`."""

    folders: tuple[str, ...]
    out: Path
    previous: Path | None
    engine: str
    address: str | None
    resume: bool
    cache: bool
    check: CheckOptions


def rank_parser(lang: str) -> ArgumentParser:
    """The parser of `nianbao rank`."""
    about = Words(
        "给一个县（或几个县）的年度报告排名：得分、扣分明细、疑似雷同、缺报单位，网页和 Excel 都写进一个文件夹。",
        "Rank the annual reports of a county (or several): scores, deductions, who shares with whom, who is missing; as "
        "pages and a workbook in one folder.",
    )
    usage = "[选项] FOLDER… -o OUT" if lang == "zh" else "[options] FOLDER… -o OUT"
    parser = command("rank", usage, about, lang)
    _add_input(group(parser, Words("读什么", "input"), lang))
    _add_rules(group(parser, Words("按什么评", "rules"), lang))
    _add_run(group(parser, Words("怎样运行", "how it runs"), lang))
    add_general(parser, lang)
    return parser


def _add_input(add: Add) -> None:
    add("paths", metavar="FOLDER", nargs="*", about=Words("放报告的文件夹，可以有几个", "folders of reports"))
    add("-o", "--output", metavar="OUT", about=Words("结果写进哪个文件夹", "the folder to write"))
    add(
        "--previous",
        metavar="FOLDER",
        about=Words("上年报告的文件夹：查照抄、比升降", "last year's reports: who copied, who got better"),
    )
    add(
        "--units",
        metavar="FILE",
        about=Words("单位名册（units.toml）：谁应当报告", "a unit register (units.toml): who should report"),
    )
    add("--encoding", metavar="NAME", about=Words("文件的编码", "encoding of the files"))


def _add_rules(add: Add) -> None:
    add("--profile", metavar="NAME", about=Words("评分方案；不写则按单位层级", "scoring profile; by level"))
    add("--config", metavar="FILE", about=Words("配置文件", "a configuration"))
    add(
        "--select",
        metavar="RULES",
        action="append",
        default=[],
        about=Words("只用这些规则或类别", "only these rules or groups"),
    )
    add(
        "--ignore",
        metavar="RULES",
        action="append",
        default=[],
        about=Words("不用这些规则或类别", "not these rules or groups"),
    )
    add(
        "--min-confidence",
        metavar="LEVEL",
        about=Words("把握低于它的不报：certain likely guess", "nothing less sure: certain, likely, guess"),
    )
    add(
        "--rules",
        metavar="DIR",
        action="append",
        default=[],
        about=Words("另加的规则文件夹", "a folder of more rules"),
    )
    add(
        "--corpus",
        metavar="FILE",
        action="append",
        default=[],
        about=Words("另与一个语料库比对", "compare with another corpus"),
    )


def _add_run(add: Add) -> None:
    add(
        "--jobs",
        metavar="N",
        about=Words(
            "同时用几个进程；不写则文件多时用上所有处理器", "processes; all processors for many files"
        ),
    )
    add(
        "--engine",
        metavar="ENGINE",
        default="local",
        type=one_of("--engine", ENGINES),
        about=Words("local（本机，默认）或 ray（集群）", "local (default) or ray (a cluster)"),
    )
    add("--address", metavar="HOST:PORT", about=Words("Ray 集群的地址", "address of the Ray cluster"))
    add(
        "--resume",
        action="store_true",
        about=Words("接着上次中断的地方做", "go on where an earlier run was stopped"),
    )
    add(
        "--no-cache",
        action="store_true",
        about=Words("不用、也不留以前的结果", "neither use nor keep results"),
    )


def rank_options(values: Namespace, lang: str) -> RankOptions:
    """The options as they were given; UsageError for what is wrong with them."""
    if not values.paths or not values.output:
        raise UsageError(
            "要写明报告的文件夹和输出文件夹：nianbao rank FOLDER… -o OUT",
            "name the folders of reports and one for the output: nianbao rank FOLDER… -o OUT",
        )
    if values.address and values.engine != "ray":
        raise UsageError("--address 要和 --engine ray 一起用", "--address goes with --engine ray")
    return RankOptions(
        tuple(values.paths),
        Path(values.output),
        Path(values.previous) if values.previous else None,
        values.engine,
        values.address,
        values.resume,
        not values.no_cache,
        check_options(parse(check_parser(lang), list(_for_check(values)))),
    )


def _for_check(values: Namespace) -> Iterator[str]:
    for name in _PASSED_ON:
        given = getattr(values, name)
        for one in given if isinstance(given, list) else [given] if given else []:
            yield f"--{name.replace('_', '-')}={one}"
    if values.previous:
        yield f"--previous={values.previous}"
    yield "--"
    yield from values.paths
