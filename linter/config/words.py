"""A rule's word lists with an office's own words."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from linter.config.settings import Layer
from linter.model.rule import Rule
from linter.rulebook.conform import conform
from linter.rulebook.located import Key
from linter.rulebook.options import objection, options_type
from linter.rulebook.wordlists import read_wordlist, with_words


def extended(rule: Rule, files: Sequence[str], layer: Layer, key: Key) -> Rule:
    """The rule with the words of `files` (named at `key` of the layer) as well; where both have a wrong wording,
    the files' right one counts. UsageError for what is no list, or has what the rule's check does not take."""
    source = layer.source
    if source is None:
        raise ValueError("word lists are named in files only")
    own: dict[str, Any] = msgspec.to_builtins(rule.options, str_keys=True)
    for number, name in enumerate(files):
        path = layer.folder / name
        if not path.is_file():
            raise layer.fault((*key, number), f"没有文件 {name}", f"there is no file {name}")
        own = _merged(own, with_words({}, [read_wordlist(path)]))
    made = conform(source, own, options_type(rule.check), (*layer.at, *key))
    if refused := objection(rule.check, made):
        raise layer.fault(key, refused[1].zh, refused[1].en)
    return replace(rule, options=made)


def _merged(own: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    """The options with more words in them."""
    swap = {"swap": {**own.get("swap", {}), **added["swap"]}} if "swap" in added else {}
    lists = {
        key: list(dict.fromkeys([*own.get(key, ()), *some])) for key, some in added.items() if key != "swap"
    }
    return {**own, **swap, **lists}
