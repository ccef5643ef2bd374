"""`rules/schema.json`: the shape of a rule file for editors, which check it while one types."""

import json
from inspect import cleandoc
from typing import Any

import msgspec

from linter.checks import CHECKS
from linter.rulebook.options import options_type
from linter.rulebook.shape import RuleFile


def rule_schema() -> str:
    """The JSON schema of a rule file, `options` according to the check that the file names."""
    verbs = sorted(CHECKS)
    types = [RuleFile, *map(options_type, verbs)]
    (rule, *options), components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    name = rule["$ref"].rpartition("/")[2]
    shape: dict[str, Any] = components.pop(name)
    shape["properties"]["check"] = {"enum": verbs}
    shape["properties"]["options"] = {"type": "object"}
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **shape,
        "allOf": [_when(verb, one) for verb, one in zip(verbs, options, strict=True)],
        "$defs": dict(sorted(components.items())),
    }
    for one in (whole, *components.values()):
        one["description"] = cleandoc(one.get("description", ""))
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _when(verb: str, options: dict[str, Any]) -> dict[str, Any]:
    """With this check, the options are those."""
    return {"if": {"properties": {"check": {"const": verb}}}, "then": {"properties": {"options": options}}}
