"""The options of `nianbao check`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from linter.cli.arguments import add_general, command, group, one_of
from linter.cli.config_options import add_config
from linter.cli.fix_options import FixOptions, add_accepted, add_fixes, baseline_option, fix_options
from linter.model.errors import UsageError
from linter.model.finding import CONFIDENCES, SEVERITIES, Confidence, Severity, Words
from linter.reporters import REPORTERS

NEVER = "never"


@dataclass(frozen=True, slots=True)
class Output:
    """A format and the file it goes to; None: standard output."""

    format: str
    file: Path | None


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What `nianbao check` was asked to do. What a configuration can say too is None or empty where it was not
    asked for. `fail_on` may be `never`."""

    paths: tuple[str, ...]
    outputs: tuple[Output, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: Severity | Literal["never"] | None
    min_confidence: Confidence | None
    profile: str | None
    config: Path | None
    units: Path | None
    previous: Path | None
    rules: tuple[Path, ...]
    corpora: tuple[Path, ...]
    encoding: str | None
    jobs: int | None
    stdin_filename: str
    statistics: bool
    exit_zero: bool
    allow_empty: bool
    quiet: bool
    verbose: bool
    fixes: FixOptions
    baseline: Path | None
    cache: bool
    annotate: Path | None


def check_parser(lang: str) -> ArgumentParser:
    """The parser of `nianbao check`."""
    about = Words(
        "检查政府信息公开工作年度报告，说明每一处问题在哪里、依据什么、怎样改。",
        "Check annual reports on government information disclosure.",
    )
    parser = command("check", "[选项] PATH…" if lang == "zh" else "[options] PATH…", about, lang)
    _add_paths(parser, lang)
    _add_output(parser, lang)
    _add_rules(parser, lang)
    add_config(parser, lang)
    add_fixes(parser, lang)
    add_accepted(parser, lang)
    _add_status(parser, lang)
    add_general(parser, lang)
    return parser


def _add_paths(parser: ArgumentParser, lang: str) -> None:
    add = group(parser, Words("读什么", "input"), lang)
    add(
        "paths",
        metavar="PATH",
        nargs="*",
        about=Words(
            "文件、文件夹（含下级文件夹）或 -（标准输入）", "files, folders (recursively) or - (stdin)"
        ),
    )
    add(
        "--stdin-filename",
        metavar="NAME",
        default="-",
        about=Words("标准输入的内容叫什么文件名", "what to call the text from stdin"),
    )
    add(
        "--encoding",
        metavar="NAME",
        about=Words(
            "文件的编码；不写则自动识别 UTF-8、GB18030、UTF-16",
            "encoding of the files; found out if not given",
        ),
    )
    add(
        "--allow-empty",
        action="store_true",
        about=Words("没有文件可检查也不算失败", "no file at all is no failure"),
    )
    add(
        "--jobs",
        metavar="N",
        about=Words(
            "同时用几个进程；不写则文件多时用上所有处理器",
            "processes; all processors for many files if not given",
        ),
    )


def _add_output(parser: ArgumentParser, lang: str) -> None:
    add = group(parser, Words("写什么", "output"), lang)
    formats = " ".join(REPORTERS)
    add(
        "-f",
        "--format",
        metavar="FORMAT",
        action="append",
        default=[],
        about=Words(
            f"{formats}；可重复，-f json:out.json 写入文件",
            f"{formats}; repeatable, -f json:out.json writes a file",
        ),
    )
    add("-o", "--output", metavar="FILE", about=Words("写入文件，不写到标准输出", "write to a file"))
    add(
        "--annotate",
        metavar="OUT",
        about=Words(
            "另存一份加了批注的 .docx 或加了高亮的 .pdf（限一个文件）",
            "a copy of the .docx with comments, or of the .pdf with highlights (one file)",
        ),
    )
    add(
        "--statistics",
        action="store_true",
        about=Words("只数每条规则有几处问题", "count findings per rule instead"),
    )
    add("-q", "--quiet", action="store_true", about=Words("不要小结", "no summary"))
    add(
        "-v",
        "--verbose",
        action="store_true",
        about=Words("还要原因、把握和没能判断的规则", "also why, how sure, and what could not be judged"),
    )


def _add_rules(parser: ArgumentParser, lang: str) -> None:
    add = group(parser, Words("查什么", "rules"), lang)
    add(
        "--select",
        metavar="NAMES",
        action="append",
        default=[],
        about=Words(
            "只用这些规则：规则名、类别或 类别/规则名，用逗号隔开，可重复",
            "only these: ids, groups or group/id",
        ),
    )
    add("--ignore", metavar="NAMES", action="append", default=[], about=Words("不用这些规则", "not these"))
    add(
        "--rules",
        metavar="DIR",
        action="append",
        default=[],
        about=Words("另加一个文件夹里的规则，可重复", "more rules from a folder, repeatable"),
    )
    add(
        "--profile",
        metavar="NAME",
        about=Words(
            "评分方案的名称或文件；不写则按单位层级", "scoring profile, name or file; by level if not given"
        ),
    )
    add(
        "--min-confidence",
        metavar="LEVEL",
        type=one_of("--min-confidence", CONFIDENCES),
        about=Words(
            "只报把握不低于此的问题：certain likely guess（默认 likely）",
            "certain, likely (default) or guess",
        ),
    )


def _add_status(parser: ArgumentParser, lang: str) -> None:
    add = group(
        parser,
        Words(
            "退出状态（0 通过，1 有问题，2 没能完成）",
            "exit status (0 clean, 1 findings, 2 could not do its work)",
        ),
        lang,
    )
    add(
        "--fail-on",
        metavar="LEVEL",
        type=one_of("--fail-on", (*reversed(SEVERITIES), NEVER)),
        about=Words(
            "到哪一级算不通过：error warning note never（默认 error）",
            "error (default), warning, note or never",
        ),
    )
    add("--exit-zero", action="store_true", about=Words("有问题也返回 0", "findings do not make it 1"))


def check_options(values: Namespace) -> CheckOptions:
    """The options as typed values. UsageError for those that do not fit together."""
    if values.annotate and (values.fix or values.diff):
        raise UsageError(
            "--annotate 不能和 --fix、--diff 一起用；请先改正，再加批注",
            "--annotate does not go with --fix or --diff; fix first, then annotate",
        )
    return CheckOptions(
        paths=tuple(values.paths),
        outputs=_outputs(values.format, values.output),
        select=_names(values.select),
        ignore=_names(values.ignore),
        fail_on=values.fail_on,
        min_confidence=values.min_confidence,
        profile=values.profile,
        config=Path(values.config) if values.config else None,
        units=Path(values.units) if values.units else None,
        previous=Path(values.previous) if values.previous else None,
        rules=tuple(Path(folder) for folder in values.rules),
        corpora=tuple(Path(file) for file in values.corpus),
        encoding=_encoding(values.encoding),
        jobs=_jobs(values.jobs),
        stdin_filename=values.stdin_filename,
        statistics=values.statistics,
        exit_zero=values.exit_zero,
        allow_empty=values.allow_empty,
        quiet=values.quiet,
        verbose=values.verbose,
        fixes=fix_options(values),
        baseline=baseline_option(values),
        cache=not values.no_cache,
        annotate=Path(values.annotate) if values.annotate else None,
    )


def _names(given: Sequence[str]) -> tuple[str, ...]:
    """`a,b` and `c` as a, b, c."""
    return tuple(name for one in given for part in one.split(",") if (name := part.strip()))


def _outputs(given: Sequence[str], file: str | None) -> tuple[Output, ...]:
    """Where each format goes. Only one can go to standard output, or to the file of `-o`."""
    convert = one_of("-f", tuple(REPORTERS))
    outputs = []
    for one in given or ["text"]:
        name, colon, target = one.partition(":")
        if colon and not target:
            raise UsageError(f"-f {one}：冒号后面要写文件名", f"-f {one}: a file name must follow the colon")
        outputs.append(Output(convert(name), Path(target) if target else None))
    unnamed = [one for one in outputs if one.file is None]
    if len(unnamed) > 1 or (file and not unnamed):
        raise UsageError(
            "只有一种格式能写到标准输出或 -o 的文件；其余的写成 -f 格式:文件，如 -f json:out.json",
            "only one format can go to standard output or to -o; write the others as -f json:out.json",
        )
    outputs = [Output(one.format, one.file or (Path(file) if file else None)) for one in outputs]
    files = [one.file for one in outputs if one.file]
    if twice := next((one for one in files if files.count(one) > 1), None):
        raise UsageError(f"两种格式写到同一个文件 {twice}", f"two formats go to the same file {twice}")
    return tuple(outputs)


def _encoding(name: str | None) -> str | None:
    """The name of an encoding of text that Python knows."""
    if name is None:
        return None
    try:
        bytes(4).decode(name, "replace")  # of nothing, Python asks no codec
    except (LookupError, ValueError):
        raise UsageError(
            f"--encoding {name}：没有这种编码；常用的有 utf-8、gb18030、utf-16",
            f"--encoding {name}: no such encoding; try utf-8, gb18030 or utf-16",
        ) from None
    return name


def _jobs(number: str | None) -> int | None:
    if number is None:
        return None
    if not (number.isascii() and number.isdigit() and int(number)):
        raise UsageError(
            f"--jobs 要写 1 以上的整数，不能是 {number}", f"--jobs is a number from 1, not {number}"
        )
    return int(number)
