"""The options of `check` that name a configuration, a unit register, corpora and last year's reports."""

from argparse import ArgumentParser

from linter.cli.arguments import group
from linter.model.finding import Words


def add_config(parser: ArgumentParser, lang: str) -> None:
    """`--config`, `--units`, `--corpus` and `--previous`."""
    add = group(parser, Words("配置", "configuration"), lang)
    add(
        "--config",
        metavar="FILE",
        about=Words(
            "配置文件；不写则从每个文件所在的文件夹往上找 nianbao.toml 或 pyproject.toml",
            "a configuration; the nearest nianbao.toml or pyproject.toml upward of each file if not given",
        ),
    )
    add(
        "--units",
        metavar="FILE",
        about=Words(
            "单位名册（units.toml）：各单位的名称、层级、上级、别名",
            "a unit register (units.toml): names, levels, upper levels, aliases",
        ),
    )
    add(
        "--corpus",
        metavar="FILE",
        action="append",
        default=[],
        about=Words(
            "另与一个语料库比对（nianbao corpus build 生成），可重复",
            "compare with another corpus (nianbao corpus build), repeatable",
        ),
    )
    add(
        "--previous",
        metavar="PATH",
        about=Words(
            "上年的报告；写文件夹则按单位和年份从中找出同一单位上一年的",
            "last year's report; in a folder the one of the same unit is found",
        ),
    )
