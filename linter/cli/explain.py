"""`nianbao explain RULE`: all there is to know about a rule."""

from collections.abc import Sequence
from typing import BinaryIO, TextIO

from linter.cli.arguments import add_general, command, group, parse
from linter.cli.rules import add_folders, all_rules, own_folders
from linter.cli.status import CLEAN
from linter.model.errors import UsageError
from linter.model.finding import Words
from linter.model.rule import Rule
from linter.pipeline.examples import said_of
from linter.rulebook import load_page
from linter.rulebook.page import explain
from linter.rulebook.selection import named

_FEW = 3


def run(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:  # noqa: ARG001
    """Write the page of each rule named."""
    about = Words(
        "说明一条规则：查什么、为什么、依据、正误示例、怎么改。",
        "Explain a rule: what it finds, why, on what basis, wrong and right texts, how to fix.",
    )
    parser = command("explain", "RULE…", about, lang)
    add = group(parser, Words("规则", "rules"), lang)
    add(
        "names", metavar="RULE", nargs="*", about=Words("规则名，如 missing-ending", "such as missing-ending")
    )
    add(
        "--all",
        action="store_true",
        about=Words(
            f"列出所有示例，不只是每类前 {_FEW} 个", f"all examples, not only the first {_FEW} of a kind"
        ),
    )
    add_folders(add)
    add_general(parser, lang)
    values = parse(parser, argv)
    if values.help:
        out.write(parser.format_help().encode())
        return CLEAN
    if not values.names:
        raise UsageError("没有写规则名；用 nianbao rules list 查看", "name a rule; see nianbao rules list")
    rules = all_rules(own_folders(values.rules))
    chosen = [named(rules, name) for name in values.names]
    out.write("\n".join(_page(rule, lang, None if values.all else _FEW) for rule in chosen).encode())
    return CLEAN


def _page(rule: Rule, lang: str, most: int | None) -> str:
    page = load_page(rule)
    return explain(rule, page, lang, said=said_of(rule, page.examples), most=most)
