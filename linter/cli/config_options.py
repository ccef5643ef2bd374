"""The options of `check` that name a configuration and a unit register."""

from argparse import ArgumentParser

from linter.cli.arguments import group
from linter.model.finding import Words


def add_config(parser: ArgumentParser, lang: str) -> None:
    """`--config` and `--units`."""
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
