"""A rule's options, changed: other values, more or fewer words."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

import msgspec

from linter.config.settings import Layer
from linter.config.shape import ListChange, MappingChange
from linter.model.rule import Rule
from linter.rulebook.conform import conform
from linter.rulebook.folders import content
from linter.rulebook.located import Key, Source
from linter.rulebook.options import objection, options_type

_CHANGES = frozenset(("extend", "extend-from", "remove"))


def tuned_options(rule: Rule, changes: Mapping[str, Any], layer: Layer, key: Key) -> Rule:
    """The rule with `changes` (which stand at `key` of the layer) made to its options. A change is a value in
    the place of the rule's own; or, for a list or a mapping, a table of what to add to it and to take away.
    UsageError for what the rule's check does not take."""
    source = layer.source
    if source is None:
        raise ValueError("options are said in files only")
    own: dict[str, Any] = msgspec.to_builtins(rule.options, str_keys=True)
    for name, value in changes.items():
        at = (*layer.at, *key, name)
        is_change = name in own and _is_change(value)
        own[name] = _changed(own[name], value, source, at, layer) if is_change else value
    made = conform(source, own, options_type(rule.check), (*layer.at, *key))
    if refused := objection(rule.check, made):
        name, reason = refused
        raise layer.fault((*key, name), reason.zh, reason.en)
    return replace(rule, options=made)


def _is_change(value: Any) -> bool:
    """Whether it says what to add and take away; a mapping's own keys would be no such words."""
    return isinstance(value, dict) and bool(value) and value.keys() <= _CHANGES


def _changed(own: Any, change: Any, source: Source, at: Key, layer: Layer) -> Any:
    """A list or mapping of the rule's with the change made."""
    if isinstance(own, dict):
        pairs = conform(source, change, MappingChange, at)
        _check_there(pairs.remove, own, source, at)
        return {key: value for key, value in own.items() if key not in pairs.remove} | pairs.extend
    if not isinstance(own, list | tuple):
        zh = "不是列表，不能用 extend、remove；请直接写值"
        raise source.fault(at, zh, "is no list: no extend, no remove; give a value")
    items = conform(source, change, ListChange, at)
    _check_there(items.remove, own, source, at)
    added = [*items.extend, *_words(items.extend_from, source, at, layer)]
    kept = [one for one in own if one not in items.remove]
    return [*kept, *(one for one in added if one not in kept)]


def _check_there(removed: Iterable[Any], own: Iterable[Any], source: Source, at: Key) -> None:
    """What is taken away is there: a slip of the pen would change nothing, and nobody would know."""
    known = list(own)
    for number, one in enumerate(removed):
        if one not in known:
            near = get_close_matches(str(one), [str(word) for word in known], 1)
            zh, en = (f"，是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else ("", "")
            raise source.fault((*at, "remove", number), f"原来没有 {one}{zh}", f"{one} is not in it{en}")


def _words(name: str | None, source: Source, at: Key, layer: Layer) -> tuple[str, ...]:
    """The words of a file, one a line; empty lines and what follows a `#` do not count."""
    if name is None:
        return ()
    path = layer.folder / name
    if not path.is_file():
        raise source.fault((*at, "extend-from"), f"没有文件 {name}", f"there is no file {name}")
    try:
        text = content(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise source.fault(
            (*at, "extend-from"), f"{name} 不是 UTF-8 编码", f"{name} is not in UTF-8"
        ) from None
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))
