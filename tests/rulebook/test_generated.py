"""What is made from the rules is as they are: `pytest --update` (`make docs`) writes it anew."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from linter.checks import CHECKS
from linter.pipeline.examples import said_of
from linter.rulebook import load_page, load_rules
from linter.rulebook.handbook import checklist, pages
from linter.rulebook.rule_file import read_rule
from linter.rulebook.schema import rule_schema
from linter.rulebook.tables import rule_table

ROOT = Path(__file__).parent.parent.parent
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
DOCS = ROOT / "docs"
_LINK = re.compile(r"(?<!\\)\]\(([a-z./-]+)\)")
OPEN, CLOSE = "<!-- rules -->", "<!-- /rules -->"


def test_the_schema_is_the_shape_of_a_rule_file(update: bool) -> None:
    path = ROOT / "rules" / "schema.json"
    if update:
        path.write_text(rule_schema(), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == rule_schema()


@pytest.mark.parametrize("lang", READMES)
def test_the_readme_lists_the_rules(lang: str, update: bool) -> None:
    text = READMES[lang].read_text(encoding="utf-8")
    before, _, rest = text.partition(OPEN)
    _, _, after = rest.partition(CLOSE)
    listed = f"{before}{OPEN}{rule_table(load_rules(), lang)}{CLOSE}{after}"
    if update:
        READMES[lang].write_text(listed, encoding="utf-8")
    assert READMES[lang].read_text(encoding="utf-8") == listed


def test_every_rule_has_its_page_and_no_other_has(update: bool) -> None:
    told = {rule.id: (rule, load_page(rule)) for rule in load_rules()}
    wanted = pages({name: (rule, page, said_of(rule, page.examples)) for name, (rule, page) in told.items()})
    folder = DOCS / "rules"
    if update:
        _write(folder, wanted)
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*")} == wanted


def test_the_checklist_asks_for_every_rule(update: bool) -> None:
    wanted = checklist((rule, load_page(rule)) for rule in load_rules())
    path = DOCS / "checklist.html"
    if update:
        path.write_text(wanted, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == wanted


def test_links_between_the_pages_lead_somewhere() -> None:
    folder = DOCS / "rules"
    links = {link for path in folder.glob("*.md") for link in _LINK.findall(path.read_text(encoding="utf-8"))}
    assert [link for link in sorted(links) if not (folder / link).exists()] == []


def _write(folder: Path, wanted: Mapping[str, str]) -> None:
    """The files of the folder: those wanted, and no other."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")


def test_the_schema_knows_the_options_of_every_check() -> None:
    schema = json.loads(rule_schema())
    refs = {
        one["if"]["properties"]["check"]["const"]: one["then"]["properties"]["options"]
        for one in schema["allOf"]
    }
    kinds = {verb: schema["$defs"][ref["$ref"].rpartition("/")[2]]["type"] for verb, ref in refs.items()}
    assert kinds == dict.fromkeys(CHECKS, "object")


def test_the_rule_shown_to_those_who_write_rules_is_one(tmp_path: Path) -> None:
    shown = (
        (ROOT / "rules" / "README.md").read_text(encoding="utf-8").split("```yaml\n")[1].partition("```")[0]
    )
    path = tmp_path / "wording" / "example.yaml"
    path.parent.mkdir()
    path.write_text(shown, encoding="utf-8")
    assert [one.kind for one in read_rule(path)[1].examples] == ["bad", "good"]
