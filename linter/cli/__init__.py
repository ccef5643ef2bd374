"""The command line: words in, one call, status out."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from linter import __version__
from linter.cli import check, explain, rules
from linter.cli.arguments import check_lang, suggestion
from linter.cli.language import language
from linter.cli.status import CLEAN, FAILED, INTERRUPTED
from linter.model.errors import LinterError, UsageError, cause
from linter.model.finding import Words

Command = Callable[[Sequence[str], str, BinaryIO, TextIO], int]
"""Takes the arguments after the command's name, the language, output and errors; gives the exit status."""


def _config(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """`nianbao config`; what it needs, others need not wait for."""
    from linter.cli.config import run

    return run(argv, lang, out, err)


def _baseline(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """`nianbao baseline`; the same goes for it as for `config`."""
    from linter.cli.baseline import run

    return run(argv, lang, out, err)


def _compare(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """`nianbao compare`; the same goes for it."""
    from linter.cli.compare import run

    return run(argv, lang, out, err)


def _corpus(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """`nianbao corpus`; the same goes for it."""
    from linter.cli.corpus import run

    return run(argv, lang, out, err)


def _lsp(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """`nianbao lsp`; the same goes for it."""
    from linter.cli.lsp import run

    return run(argv, lang, out, err)


def _rank(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """`nianbao rank`; the same goes for it."""
    from linter.cli.rank import run

    return run(argv, lang, out, err)


COMMANDS: Mapping[str, Command] = {
    "baseline": _baseline,
    "check": check.run,
    "compare": _compare,
    "config": _config,
    "corpus": _corpus,
    "explain": explain.run,
    "lsp": _lsp,
    "rank": _rank,
    "rules": rules.run,
}

HELP = Words(
    """\
nianbao：政府信息公开工作年度报告的检查工具

用法: nianbao <命令> [选项]

  check PATH…            检查文件、文件夹或标准输入（-）
  rank FOLDER… -o OUT    一个县的报告排名：得分、扣分、疑似雷同，生成网页和 Excel
  compare A B            两份报告逐句对照：B 有多少与 A 相同，改了哪些字
  corpus build FOLDER… -o FILE   用已公布的年报生成语料库；corpus list 列出语料库
  explain 规则           一条规则的原因、依据、正误示例和改法
  rules [list]           列出所有规则
  rules test [PATH…]     运行规则文件里的示例
  rules new 类别/规则名  写一个规则文件的样子，照着改
  config show [PATH]     起作用的配置，每一项来自哪里
  baseline create|update|prune PATH…   接受今天的问题，以后只算新的
  lsp                    语言服务器，由编辑器启动

  --lang zh|en           用哪种语言；也可设环境变量 NIANBAO_LANG
  --version              版本
  -h, --help             这段说明；nianbao <命令> --help 看各命令的选项
""",
    """\
nianbao: a linter for annual reports on government information disclosure

usage: nianbao <command> [options]

  check PATH…            check files, folders or standard input (-)
  rank FOLDER… -o OUT    rank a county's reports: scores, deductions, who shares; pages and a workbook
  compare A B            two reports clause by clause: what B shares with A, and what was changed
  corpus build FOLDER… -o FILE   make a corpus of published reports; corpus list lists those known
  explain RULE           why, on what basis, wrong and right texts, how to fix
  rules [list]           list all rules
  rules test [PATH…]     run the examples of rule files
  rules new GROUP/ID     write a rule file to begin with
  config show [PATH]     the configuration in force, and where each value comes from
  baseline create|update|prune PATH…   accept today's findings, so that only new ones count
  lsp                    the language server, started by editors

  --lang zh|en           the language; or set NIANBAO_LANG
  --version              the version
  -h, --help             this help; nianbao <command> --help lists its options
""",
)


def main(argv: Sequence[str], out: BinaryIO, err: TextIO) -> int:
    """Return the exit status (0, 1, 2; 130 after an interrupt); write nowhere but `out`, `err` and the files
    that the options name."""
    lang, _ = language(argv)
    try:
        return _dispatch(argv, lang, out, err)
    except LinterError as error:
        print(f"nianbao: {error.say(lang)}", file=err)
        return FAILED
    except OSError as error:
        if error.filename is None:  # a stream
            raise
        zh, en = cause(error)
        said = Words(
            f"{error.filename}：读写不了（{zh}）", f"{error.filename}: cannot be read or written ({en})"
        )
        print(f"nianbao: {said.say(lang)}", file=err)
        return FAILED
    except KeyboardInterrupt:
        print(Words("nianbao: 已中断", "nianbao: interrupted").say(lang), file=err)
        return INTERRUPTED


def _dispatch(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    rest = list(argv)
    while rest and (rest[0] == "--lang" or rest[0].startswith("--lang=")):
        _, equals, value = rest.pop(0).partition("=")
        check_lang(value if equals else rest.pop(0) if rest else "")
    if not rest:
        err.write(HELP.say(lang))
        return FAILED
    match rest:
        case ["-h" | "--help" | "help", *_]:
            out.write(HELP.say(lang).encode())
        case ["--version", *_]:
            out.write(f"nianbao {__version__}\n".encode())
        case [name, *arguments] if name in COMMANDS:
            return COMMANDS[name](arguments, lang, out, err)
        case [name, *_]:
            raise _unknown(name)
    return CLEAN


def _unknown(name: str) -> UsageError:
    if Path(name).exists():
        zh, en = f"，是不是 nianbao check {name}？", f"; did you mean nianbao check {name}?"
    else:
        zh, en = suggestion(name, [*COMMANDS, "--help", "--version"])
    known = " ".join(COMMANDS)
    return UsageError(
        f"没有 {name} 这个命令，可用 {known}{zh}", f"there is no command {name}, only {known}{en}"
    )
