"""Options of a command, through argparse, with everything said in the user's language."""

from argparse import SUPPRESS, Action, ArgumentError, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from linter.model.errors import UsageError
from linter.model.finding import Words

_WIDTH = 100

Add = Callable[..., None]
"""Adds one option: its names, then what argparse wants; `about` is what it is for."""


class _Formatter(HelpFormatter):
    """Usage under its own word, help texts broken only where they say so."""

    usage_word = "usage"

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=_WIDTH)

    def add_usage(
        self, usage: str | None, actions: Iterable[Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """As argparse does it, with our prefix."""
        super().add_usage(usage, actions, groups, prefix or f"{self.usage_word}: ")

    def _split_lines(self, text: str, width: int) -> list[str]:  # noqa: ARG002  (argparse's own shape)
        return text.splitlines()


class _ChineseFormatter(_Formatter):
    usage_word = "用法"


def command(name: str, usage: str, about: Words, lang: str) -> ArgumentParser:
    """A parser for `nianbao <name> <usage>` without any options."""
    parser = ArgumentParser(
        prog=f"nianbao {name}",
        usage=f"nianbao {name} {usage}",
        description=about.say(lang),
        formatter_class=_ChineseFormatter if lang == "zh" else _Formatter,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    if hasattr(parser, "color"):  # Python 3.14 colours the help as it sees fit
        parser.color = False
    return parser


def group(parser: ArgumentParser, title: Words, lang: str) -> Add:
    """A titled group of options; what it returns adds one."""
    options = parser.add_argument_group(title.say(lang))

    def add(*names: str, about: Words, **settings: Any) -> None:
        said = about.say(lang).replace("%", "%%")
        options.add_argument(*names, help=said, **settings)

    return add


def add_general(parser: ArgumentParser, lang: str) -> None:
    """The options that every command has."""
    add = group(parser, Words("通用", "general"), lang)
    add(
        "--lang",
        metavar="LANG",
        type=check_lang,
        about=Words("zh 或 en；也可设环境变量 NIANBAO_LANG", "zh or en; or set NIANBAO_LANG"),
    )
    add("-h", "--help", action="store_true", about=Words("显示这段说明", "show this help"))


def parse(parser: ArgumentParser, argv: Sequence[str]) -> Namespace:
    """The values of all options. UsageError for what is wrong with them."""
    try:
        values, extra = parser.parse_known_intermixed_args(list(argv))
    except ArgumentError as error:
        name = (error.argument_name or "").replace("/", "、")
        if "ignored explicit" in str(error):
            raise UsageError(f"选项 {name} 后面不带值", f"the option {name} takes no value") from None
        raise UsageError(f"选项 {name} 后面要跟一个值", f"the option {name} needs a value") from None
    if extra:
        raise _unknown(extra[0], parser)
    for action in parser._actions:
        given = getattr(values, action.dest, None)
        if action.default != "" and "" in (given if isinstance(given, list) else [given]):
            raise _empty(action)
    return values


def one_of(option: str, allowed: Sequence[str]) -> Callable[[str], str]:
    """A type for argparse: one of some words."""

    def convert(value: str) -> str:
        if value in allowed:
            return value
        known = " ".join(allowed)
        zh, en = suggestion(value, allowed)
        raise UsageError(
            f"{option} 不能是 {value}，可用 {known}{zh}", f"{option} is one of {known}, not {value}{en}"
        )

    return convert


check_lang = one_of("--lang", ("zh", "en"))
"""A type for argparse: a language."""


def suggestion(word: str, known: Sequence[str]) -> tuple[str, str]:
    """`，是不是 …？` in both languages for a word that is nearly one of `known`; else nothing."""
    from difflib import get_close_matches  # only for a mistake

    near = get_close_matches(word, known, n=1)
    return (f"，是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else ("", "")


def _empty(action: Action) -> UsageError:
    """The value is an empty text, as a script makes it of a variable that is not set."""
    if not action.option_strings:
        return UsageError(
            f"有一个参数是空的，应当是 {action.metavar}；请写明，或者删去",
            f"an argument is empty where {action.metavar} should be; fill it in, or leave it out",
        )
    name = "、".join(action.option_strings)
    return UsageError(
        f"选项 {name} 后面的值是空的；请写明，或者不用这个选项",
        f"the value of the option {'/'.join(action.option_strings)} is empty; fill it in, or leave the option out",
    )


def _unknown(extra: str, parser: ArgumentParser) -> UsageError:
    """Nobody asked for that option, or for one more argument."""
    word = extra.partition("=")[0]
    if not word.startswith("-") or word == "--":
        return UsageError(
            f"多出来的参数 {word}；用 {parser.prog} --help 查看用法",
            f"unexpected argument {word}; see {parser.prog} --help",
        )
    known = [
        name
        for action in parser._actions  # argparse has no public list of them
        if action.help is not SUPPRESS
        for name in action.option_strings
    ]
    zh, en = suggestion(word, known)
    help_zh, help_en = f"；用 {parser.prog} --help 查看所有选项", f"; see {parser.prog} --help"
    return UsageError(f"没有 {word} 这个选项{zh or help_zh}", f"there is no option {word}{en or help_en}")
