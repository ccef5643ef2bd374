"""The options of `nianbao check` that change files, and those about accepted findings."""

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from linter.cli.arguments import group
from linter.model.finding import Words


@dataclass(frozen=True, slots=True)
class FixOptions:
    """`fix`: change the files; `unsafe`: also where the meaning might change; `diff`: only show what would
    change."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False


def add_fixes(parser: ArgumentParser, lang: str) -> None:
    """`--fix`, `--unsafe-fixes` and `--diff`."""
    add = group(parser, Words("改什么", "fixes"), lang)
    add(
        "--fix",
        action="store_true",
        about=Words(
            "改正只有一种改法的问题（限 txt、md、docx）；标准输入的改后写到标准输出",
            "put right what can be read one way only (txt, md, docx); of stdin to stdout",
        ),
    )
    add(
        "--unsafe-fixes",
        action="store_true",
        about=Words("也做可能改变意思的修改，改后请核对", "also fixes that may change what is meant"),
    )
    add(
        "--diff",
        action="store_true",
        about=Words(
            "不改文件，只显示会改哪里；有可改的返回 1",
            "change nothing, show what would change; 1 if anything",
        ),
    )


def add_accepted(parser: ArgumentParser, lang: str) -> None:
    """`--baseline` and `--no-cache`."""
    add = group(parser, Words("与以前相比", "earlier runs"), lang)
    add(
        "--baseline",
        metavar="FILE",
        about=Words(
            "基线文件：里面的问题已经接受，只算新的（见 nianbao baseline）",
            "a baseline: its findings are accepted, only new ones count",
        ),
    )
    add("--no-cache", action="store_true", about=Words("不用以前的检查结果", "do not use earlier results"))


def fix_options(values: Namespace) -> FixOptions:
    """The options as typed values; `--diff` writes nothing, whatever else is said."""
    return FixOptions(values.fix and not values.diff, values.unsafe_fixes, values.diff)


def baseline_option(values: Namespace) -> Path | None:
    """The file of `--baseline`."""
    return Path(values.baseline) if values.baseline else None
