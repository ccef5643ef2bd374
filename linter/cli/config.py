"""`nianbao config show [PATH]`: what is in force for a file, and where it comes from."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from linter.bundled import RULES
from linter.cli.arguments import parse, suggestion
from linter.cli.check_options import CheckOptions, check_options, check_parser
from linter.cli.language import COMMAND_LINE, language
from linter.cli.planning import command_line, configuration, start
from linter.cli.status import CLEAN
from linter.config.load import load_config, settings_for
from linter.config.settings import Settings
from linter.config.show import show
from linter.model.errors import UsageError
from linter.model.finding import Words
from linter.pipeline import Setup
from linter.pipeline.configured import setup_for
from linter.readers.folders import STDIN
from linter.rulebook import load_rules

HELP = Words(
    """\
用法: nianbao config show [PATH] [check 的选项]

列出检查 PATH（不写则当前文件夹）时起作用的每一项配置，以及它来自哪里：默认、哪个文件的第几行、命令行。
从 PATH 所在的文件夹往上找 nianbao.toml 或写有 [tool.nianbao] 的 pyproject.toml；--config FILE 指定一个。
其余选项与 check 相同（见 nianbao check --help），命令行上写的优先。
""",
    """\
usage: nianbao config show [PATH] [options of check]

Lists every value that is in force when PATH (the working folder if not given) is checked, and where it comes
from: a default, a line of a file, the command line. The nearest nianbao.toml, or pyproject.toml with
[tool.nianbao], upward of PATH counts; --config FILE names one. The other options are those of check (see
nianbao check --help) and go before what the files say.
""",
)


def run(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:  # noqa: ARG001
    """Write the configuration as TOML with remarks."""
    values = parse(check_parser(lang), argv)
    if values.help:
        out.write(HELP.say(lang).encode())
        return CLEAN
    action, *values.paths = values.paths or [""]
    if action != "show":
        zh, en = suggestion(action, ["show"])
        raise UsageError(
            f"config 后面要写 show，不能是“{action}”{zh}", f"config needs show, not “{action}”{en}"
        )
    if len(values.paths) > 1:
        raise UsageError("config show 只看一个文件或文件夹", "config show takes one file or folder")
    options = check_options(values)
    _check_there(options)
    where = start(options)
    found = configuration(options)(where)
    file = Path(options.paths[0]) if options.paths and Path(options.paths[0]) != where else None
    settings = settings_for(file, load_config(found) if found else None, command_line(options))
    setup = setup_for(settings, lambda *_: None)  # last year's reports need not be read to be named
    profile = next(iter(setup.tuned.values()))[0] if len(setup.tuned) == 1 else None
    text = show(settings, profile, lang) + _language(argv, lang) + _running(setup, settings, lang)
    out.write(text.encode())
    return CLEAN


def _check_there(options: CheckOptions) -> None:
    """UsageError where that file or folder does not exist."""
    for given in options.paths:
        if given != STDIN and not Path(given).exists():
            raise UsageError(f"{given}：没有这个文件或文件夹", f"{given}: no such file or folder")


def _language(argv: Sequence[str], lang: str) -> str:
    """The language in force: it is for whoever sits here, whatever file is looked at."""
    found, origin = language(argv)
    said = origin if found == lang else COMMAND_LINE  # `nianbao --lang en config`
    return f'lang = "{lang}"  # {said.say(lang)}\n'


def _running(setup: Setup, settings: Settings, lang: str) -> str:
    """How many rules run, and which do not."""
    running = {rule.id for _, rules in setup.tuned.values() for rule in rules}
    idle = [rule.id for rule in load_rules((RULES, *settings.rules)) if rule.id not in running]
    count = Words(f"运行 {len(running)} 条规则", f"{len(running)} rules run").say(lang)
    names = Words("不运行：", "not run: ").say(lang) + " ".join(idle)
    return f"# {count}\n" + (f"# {names}\n" if idle else "")
