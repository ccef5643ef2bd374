"""What the pages say of commands and options is so, in both languages."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.cli import COMMANDS
from linter.cli.arguments import parse
from linter.cli.check_options import check_options, check_parser
from linter.filters.comments import comments
from linter.readers.from_txt import parse as parse_text
from linter.reporters import REPORTERS

ROOT = Path(__file__).parent.parent
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
CI = ROOT / "docs" / "ci.md"
_GENERAL = {"--help", "-h", "--lang"}
_CODE = re.compile(r"`(.*?)(?<!\\)`")
_LINK = re.compile(r"\]\(([^)#:]+)\)")


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def first_column(page: str) -> list[tuple[str, ...]]:
    """The code in the first cell of each row of all tables."""
    rows = (line.replace("\\|", "¦").split("|")[1] for line in page.split("\n") if line.startswith("| "))
    return [tuple(_CODE.findall(row)) for row in rows if "`" in row or row.strip().isdigit()]


def blocks(page: str) -> list[str]:
    """The code blocks, without the remarks behind #."""
    return [re.sub(r" +#.*", "", one) for one in re.findall(r"```\w*\n(.*?)```", page, re.DOTALL)]


def configurations() -> list[Any]:
    """The YAML of the CI page."""
    return [yaml.safe_load(one) for one in re.findall(r"```yaml\n(.*?)```", text(CI), re.DOTALL)]


def commands(page: str) -> list[list[str]]:
    """All commands of the form `nianbao check …` and `nianbao baseline …` in code blocks."""
    lines = (
        line.strip().removeprefix("- ").removeprefix("run: ")
        for one in blocks(page)
        for line in one.split("\n")
    )
    return [shlex.split(line)[1:] for line in lines if line.startswith(("nianbao check", "nianbao baseline"))]


def test_both_readmes_hold_the_same_commands_and_options() -> None:
    english, chinese = (text(path) for path in READMES.values())
    assert first_column(english) == first_column(chinese)
    assert blocks(english) == blocks(chinese)


@pytest.mark.parametrize("path", READMES.values(), ids=READMES)
def test_a_readme_names_every_command_option_and_format(path: Path) -> None:
    page = text(path)
    known = {
        name for action in check_parser("en")._actions for name in action.option_strings if name[:2] == "--"
    }
    listed = {part.split()[0] for row in first_column(page) for part in row if part.startswith("--")}
    short = {"--quiet", "--verbose"}
    assert listed == known - _GENERAL - short
    assert [name for name in COMMANDS if f"`nianbao {name} " not in page] == []
    assert [name for name in REPORTERS if f"`{name}`" not in page] == []


@pytest.mark.parametrize(
    "path", [*READMES.values(), *sorted((ROOT / "docs").glob("*.md"))], ids=lambda one: one.name
)
def test_links_lead_somewhere(path: Path) -> None:
    assert [link for link in _LINK.findall(text(path)) if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("argv", commands(text(CI)), ids=" ".join)
def test_the_commands_of_the_ci_page_are_understood(argv: list[str]) -> None:
    assert check_options(parse(check_parser("en"), argv[1:])).paths[-1] == "reports/"


def test_the_recipes_are_yaml_and_name_our_hooks() -> None:
    github, gitlab, hooks = configurations()
    ours = {one["id"] for one in yaml.safe_load(text(ROOT / ".pre-commit-hooks.yaml"))}
    used = {one["id"] for repo in hooks["repos"] for one in repo["hooks"]}
    assert (set(github["jobs"]), set(gitlab), used <= ours) == ({"reports"}, {"nianbao"}, True)


def test_the_hooks_run_check_on_reports() -> None:
    hooks = yaml.safe_load(text(ROOT / ".pre-commit-hooks.yaml"))
    given = [check_options(parse(check_parser("en"), [*one["entry"].split()[2:], "a.txt"])) for one in hooks]
    assert [one.fixes.fix for one in given] == [False, True]
    names = ("2024/青禾镇2024年政府信息公开工作年度报告.docx", "青禾镇年报.txt", "说明.txt", "年度报告.py")
    matched = [[bool(re.search(one["files"], name)) for name in names] for one in hooks]
    assert matched == [[True, True, False, False], [False, True, False, False]]


def test_the_comments_shown_are_understood() -> None:
    shown = blocks(text(ROOT / "docs" / "accepting.md"))[0]
    understood = [(one.names, one.reason, one.wrong) for one in comments(parse_text(shown))]
    assert understood == [
        (("enumeration-order",), "引用原文", False),
        (("enumeration-order", "missing-ending"), None, False),
        (("originality",), "shared template, agreed with the county", False),
    ]
