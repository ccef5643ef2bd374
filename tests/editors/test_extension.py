"""The extension's files agree with one another and with nianbao."""

import json
import re
from typing import Any

from linter import __version__
from linter.lsp.settings import EditorSettings
from tests.editors.code_server import EXTENSION

SOURCES = sorted((EXTENSION / "src").rglob("*.ts"))


def read(name: str) -> Any:
    return json.loads((EXTENSION / name).read_text(encoding="utf-8"))


def test_the_versions_are_the_same() -> None:
    assert read("package.json")["version"] == __version__ == read("package-lock.json")["version"]


def test_the_lock_file_names_no_registry() -> None:
    assert "resolved" not in (EXTENSION / "package-lock.json").read_text(encoding="utf-8")


def test_what_is_shown_is_said_in_both_languages() -> None:
    english, chinese = read("package.nls.json"), read("package.nls.zh-cn.json")
    used = set(re.findall(r"%([\w.]+)%", (EXTENSION / "package.json").read_text(encoding="utf-8")))
    assert set(english) == set(chinese) == used


def test_what_the_code_says_is_said_in_chinese_too() -> None:
    said = {
        text
        for path in SOURCES
        for text in re.findall(r'l10n\.t\(\s*"((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8"))
    }
    bundle = read("l10n/bundle.l10n.zh-cn.json")
    assert set(bundle) == said
    holes = re.compile(r"\{\d\}")
    assert [one for one in bundle if set(holes.findall(one)) != set(holes.findall(bundle[one]))] == []


def test_the_settings_are_those_that_the_server_knows() -> None:
    settings = {
        name.removeprefix("nianbao.")
        for name in read("package.json")["contributes"]["configuration"]["properties"]
    }
    assert settings - {"path", "python"} == set(EditorSettings.__struct_fields__)


def test_extension_ts_only_wires_and_every_command_has_a_file() -> None:
    main = (EXTENSION / "src" / "extension.ts").read_text(encoding="utf-8")
    commands = {
        one["command"].removeprefix("nianbao.") for one in read("package.json")["contributes"]["commands"]
    }
    files = {path.stem for path in SOURCES if path.parent.name == "commands"}
    assert set(re.findall(r'command\("(\w+)"', main)) == commands == files | {"restart"}
    assert len(main.splitlines()) <= 120
