"""`rules/config.schema.json` and `rules/units.schema.json`: the shapes of a configuration and of a unit register
for editors, which check them while one types."""

import json
from inspect import cleandoc
from typing import Any

import msgspec

from linter.config.shape import ConfigFile, UnitsFile


def config_schema() -> str:
    """The JSON schema of `nianbao.toml`, and of `[tool.nianbao]`."""
    return _schema(ConfigFile)


def units_schema() -> str:
    """The JSON schema of `units.toml`."""
    return _schema(UnitsFile)


def _schema(file: type[msgspec.Struct]) -> str:
    (top,), components = msgspec.json.schema_components([file], ref_template="#/$defs/{name}")
    shape: dict[str, Any] = components.pop(top["$ref"].rpartition("/")[2])
    inner = dict(sorted(components.items()))
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape}
    for one in (whole, *inner.values()):
        if "description" in one:
            one["description"] = cleandoc(one["description"])
    return json.dumps(whole | ({"$defs": inner} if inner else {}), ensure_ascii=False, indent=2) + "\n"
