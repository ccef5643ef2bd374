"""`nianbao rules new GROUP/ID`: a rule file to begin with."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from linter.cli.arguments import add_general, command, group, parse, suggestion
from linter.cli.rules import all_rules, own_folders
from linter.cli.status import CLEAN
from linter.model.errors import UsageError, cause
from linter.model.finding import Words
from linter.rulebook.folders import GROUPS, ID, rule_files
from linter.rulebook.skeleton import skeleton

_USUAL = Path("rules")


def new_rule(argv: Sequence[str], lang: str, out: BinaryIO) -> int:
    """Write the file, never over another; say where it is and what to do next."""
    about = Words(
        "写一个规则文件的样子：放进 --rules 的文件夹，不写则是配置里 rules 的第一个，再不然是 ./rules。",
        "Write a rule file to begin with: in the folder of --rules, else the first of the configuration's rules,"
        " else ./rules.",
    )
    parser = command("rules new", "GROUP/ID [--rules DIR]", about, lang)
    add = group(parser, Words("规则", "rules"), lang)
    add(
        "names", metavar="GROUP/ID", nargs="*", about=Words("如 wording/our-term", "such as wording/our-term")
    )
    add("--rules", metavar="DIR", about=Words("放在哪个文件夹", "the folder to put it in"))
    add_general(parser, lang)
    values = parse(parser, argv)
    if values.help:
        out.write(parser.format_help().encode())
        return CLEAN
    if len(values.names) != 1:
        raise UsageError("写一个名称：类别/规则名", "give one name: GROUP/ID")
    folders = own_folders()
    folder = Path(values.rules) if values.rules else (*folders, _USUAL)[0]
    way = _way(values.names[0])
    path = folder / way.with_suffix(".yaml")
    _check_free(path, way.name, folders)
    _write(path, skeleton(path.as_posix(), lang))
    known = folder.resolve() in [one.resolve() for one in folders]
    out.write(f"{_outcome(path, folder, known=known).say(lang)}\n".encode())
    return CLEAN


def _way(name: str) -> Path:
    """Group and id, if they can be that."""
    kind, _, rule = name.partition("/")
    if kind not in GROUPS:
        zh, en = suggestion(kind, GROUPS)
        known = " ".join(GROUPS)
        raise UsageError(
            f"没有 {kind} 这一类规则，可用 {known}{zh}", f"there is no group {kind}, only {known}{en}"
        )
    if not re.fullmatch(ID, rule):
        raise UsageError(
            f"{name}：规则名只能用小写字母、数字和连字符，如 {kind}/our-term",
            f"{name}: an id is lower case with hyphens, such as {kind}/our-term",
        )
    return Path(kind, rule)


def _check_free(path: Path, rule: str, folders: Iterable[Path]) -> None:
    """No file is there, and no rule is called so."""
    filled = [one for one in folders if rule_files(one)]
    taken = next((one.path for one in all_rules(filled) if one.id == rule), None)
    if path.exists() or taken:
        there = path if path.exists() else taken
        raise UsageError(f"已经有 {there}，没有改动", f"{there} exists already; nothing was changed")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        zh, en = cause(error)
        raise UsageError(f"写不了 {path}：{zh}", f"cannot write {path}: {en}") from None


def _outcome(path: Path, folder: Path, *, known: bool) -> Words:
    use_zh = (
        ""
        if known
        else f'\n检查时用 --rules {folder}，或在 nianbao.toml 里写 rules = ["{folder.as_posix()}"]'
    )
    use_en = (
        "" if known else f'\nto use it: --rules {folder}, or rules = ["{folder.as_posix()}"] in nianbao.toml'
    )
    return Words(
        f"已写入 {path}；改好后运行 nianbao rules test {path}{use_zh}",
        f"wrote {path}; when it is filled in, run nianbao rules test {path}{use_en}",
    )
