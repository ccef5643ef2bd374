"""The JSON schemas are those of the shapes, and what the README shows conforms to them."""

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from linter.config.load import load_config, settings_for
from linter.config.schema import config_schema, units_schema
from linter.config.units import load_units
from linter.pipeline.configured import setup_for
from tests.rulebook.conftest import RULE

from .conftest import Write

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = {"config.schema.json": config_schema, "units.schema.json": units_schema}


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_the_shape(name: str, update: bool) -> None:
    path = ROOT / "rules" / name
    if update:
        path.write_text(SCHEMAS[name](), encoding="utf-8")
    Draft202012Validator.check_schema(json.loads(SCHEMAS[name]()))
    assert path.read_text(encoding="utf-8") == SCHEMAS[name]()


def shown() -> tuple[str, str]:
    """The configuration and the register in the README."""
    text = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Configuration")[2]
    config, units = (part.partition("```")[0] for part in text.split("```toml\n")[1:3])
    return config, units


def test_the_configuration_in_the_readme_works(write: Write) -> None:
    config, units = shown()
    write("units.toml", units)
    write("words/places.txt", "青禾\n")
    write("words/typos.yaml", "title: {zh: 词, en: words}\nwords: [{wrong: 布罝, right: 布置}]\n")
    write("our-rules/punctuation/my-rule.yaml", RULE)
    write("county.corpus", "")
    write("reports/2023/qinghe.txt", "青禾镇2023年政府信息公开工作年度报告\n")
    settings = settings_for(None, load_config(write("nianbao.toml", config)))
    said = settings.layers[0].values
    fields = {name.replace("_", "-"): getattr(said, name) for name in said.__struct_fields__}
    missing = [
        name
        for name, value in fields.items()
        if f"\n{name}" not in f"\n{config}" and f"[{name}" not in config
    ]
    Draft202012Validator(json.loads(config_schema())).validate(tomllib.loads(config))
    Draft202012Validator(json.loads(units_schema())).validate(tomllib.loads(units))
    assert (missing, setup_for(settings).register) == ([], load_units(Path("units.toml")))


@pytest.mark.parametrize("text", ["selct = []", "[[overrides]]\nignore = []", "jobs = 0", "[weights]\nx = 1"])
def test_the_schema_refuses_what_we_refuse(text: str) -> None:
    assert not Draft202012Validator(json.loads(config_schema())).is_valid(tomllib.loads(text))
