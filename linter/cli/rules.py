"""`nianbao rules`: lists the rules, runs their examples, begins new ones."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from linter.bundled import RULES
from linter.cli.arguments import Add, add_general, command, group, parse, suggestion
from linter.cli.status import CLEAN, FOUND
from linter.config.find import finder
from linter.model.errors import UsageError
from linter.model.finding import Words
from linter.model.rule import Rule
from linter.pipeline.examples import linted_by
from linter.rulebook import load_page, load_rules
from linter.rulebook.examples import run_example
from linter.rulebook.tables import list_rules

_KINDS = {
    "bad": Words("错误示例", "bad example"),
    "good": Words("正确示例", "good example"),
    "missed": Words("已知查不出的示例", "missed example"),
}


def run(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:  # noqa: ARG001
    """List the rules, test them, or begin one."""
    name, rest = (argv[0], argv[1:]) if argv and not argv[0].startswith("-") else ("list", argv)
    if name == "list":
        return _list(rest, lang, out)
    if name == "test":
        return _test(rest, lang, out)
    if name == "new":
        from linter.cli.new_rule import new_rule  # which builds on this module

        return new_rule(rest, lang, out)
    zh, en = suggestion(name, ["list", "test", "new"])
    raise UsageError(
        f"rules 没有 {name} 这个子命令，可用 list test new{zh}",
        f"rules has no {name}, only list, test and new{en}",
    )


def all_rules(folders: Iterable[str | Path]) -> tuple[Rule, ...]:
    """The rules that ship with nianbao and those of more folders."""
    return load_rules((RULES, *map(Path, folders)))


def own_folders(given: Iterable[str] = ()) -> tuple[Path, ...]:
    """The folders of rules that the working folder's configuration names, and those given, each once."""
    configured: tuple[Path, ...] = ()
    if path := finder()(Path()):
        from linter.config.load import load_config, settings_for  # few have a configuration

        configured = settings_for(None, load_config(path)).rules
    return tuple({one.resolve(): one for one in (*configured, *map(Path, given))}.values())


def add_folders(add: Add) -> None:
    """The option `--rules`."""
    add(
        "--rules",
        metavar="DIR",
        action="append",
        default=[],
        about=Words("另加一个文件夹里的规则，可重复", "more rules from a folder, repeatable"),
    )


def _list(argv: Sequence[str], lang: str, out: BinaryIO) -> int:
    parser = command("rules list", "[--rules DIR]", Words("列出所有规则。", "List all rules."), lang)
    add_folders(group(parser, Words("规则", "rules"), lang))
    add_general(parser, lang)
    values = parse(parser, argv)
    text = parser.format_help() if values.help else list_rules(all_rules(own_folders(values.rules)), lang)
    out.write(text.encode())
    return CLEAN


def _test(argv: Sequence[str], lang: str, out: BinaryIO) -> int:
    """Run the examples of rule files: 0 if all rules do what these say, else 1."""
    about = Words(
        "运行规则文件里的示例：标出的要找到，其余的不许报。",
        "Run the examples of rule files: what is marked must be found, and nothing else.",
    )
    parser = command("rules test", "[PATH…]", about, lang)
    add = group(parser, Words("规则", "rules"), lang)
    add(
        "paths",
        metavar="PATH",
        nargs="*",
        about=Words(
            "规则文件或文件夹；不写则测试自带的全部规则", "rule files or folders; ours if none is given"
        ),
    )
    add_general(parser, lang)
    values = parse(parser, argv)
    if values.help:
        out.write(parser.format_help().encode())
        return CLEAN
    rules = load_rules(tuple(Path(path) for path in values.paths) or (RULES,))
    count, wrong = 0, 0
    for rule in rules:
        for number, kind, faults in _tried(rule):
            count, wrong = count + 1, wrong + bool(faults)
            for fault in faults:
                out.write(
                    f"{rule.path}: {_KINDS[kind].say(lang)} {number}\n{_indented(fault.say(lang))}\n".encode()
                )
    out.write(_outcome(len(rules), count, wrong).say(lang).encode() + b"\n")
    return FOUND if wrong else CLEAN


def _tried(rule: Rule) -> Iterator[tuple[int, str, tuple[Words, ...]]]:
    """Each example of a rule: its number among its kind, its kind, and what the rule does otherwise."""
    seen: dict[str, int] = {}
    lint = linted_by(rule)
    for example in load_page(rule).examples:
        seen[example.kind] = seen.get(example.kind, 0) + 1
        yield seen[example.kind], example.kind, run_example(example, lint)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.rstrip("\n").split("\n"))


def _outcome(rules: int, examples: int, wrong: int) -> Words:
    if wrong:
        return Words(
            f"{rules} 条规则，{examples} 个示例，{wrong} 个不符",
            f"{rules} rules, {examples} examples, {wrong} of them not met",
        )
    return Words(
        f"{rules} 条规则，{examples} 个示例，全部相符", f"{rules} rules, {examples} examples, all met"
    )
