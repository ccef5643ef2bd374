"""What is in force, told to a person: every value, and where it comes from. It is TOML that says the same."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import UnsetType

from linter.config.settings import Layer, Settings, of_file
from linter.config.shape import Values
from linter.language.widths import columns, pad
from linter.model.finding import Words
from linter.model.score import Profile
from linter.rulebook.located import Key

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDEST = 48
"""Columns. Longer values push their remark to the right."""

_USUAL = Words("默认", "default")
_COMMAND_LINE = Words("命令行", "command line")

Row = tuple[str, str]
"""`key = value`, and where it comes from."""

_LISTS = {
    "select": Words("所有默认运行的规则", "all rules that are on"),
    "extend-select": Words("无", "none"),
    "ignore": Words("无", "none"),
}
_SINGLES: Mapping[str, str | Words] = {
    "min-confidence": "likely",
    "fail-on": "error",
    "profile": Words("按单位层级", "by the unit's level"),
    "encoding": Words("自动识别", "found out"),
    "jobs": Words("按文件多少", "by the number of files"),
    "units": Words("无", "none"),
    "previous": Words("无", "none"),
    "baseline": Words("无", "none"),
}
"""The keys, and what is in force if nothing is said: a value, or words for there being none."""


def show(settings: Settings, profile: Profile | None, lang: str) -> str:
    """One line for each value, with a remark on where it comes from. What has no value is a remark. `profile`:
    the one in force, if it is the same for all units."""
    rows = [
        *(row for key, usual in _LISTS.items() for row in _names(settings, key, usual, lang)),
        *(row for key, usual in _SINGLES.items() for row in _single(settings, key, usual, lang)),
        *_paths(settings, "rules", of_file(lambda one: one.rules), lang),
        *_paths(settings, "corpora", of_file(lambda one: one.corpora), lang),
        *_by_name(settings, "severities", lambda one: one.severities, lang),
        *_weights(settings, profile, lang),
        *_by_name(settings, "wordlists", of_file(lambda one: one.wordlists), lang),
        *_options(settings, lang),
    ]
    wide = max(columns(text) for text, _ in rows if columns(text) <= _WIDEST)
    return "".join(f"{pad(text, wide)}  # {origin}\n" for text, origin in rows)


def _given(weights: msgspec.Struct | UnsetType) -> dict[str, float] | UnsetType:
    """The groups that are named."""
    if isinstance(weights, UnsetType):
        return weights
    return {
        name: points
        for name, points in msgspec.structs.asdict(weights).items()
        if points is not msgspec.UNSET
    }


def _names(settings: Settings, key: str, usual: Words, lang: str) -> Iterator[Row]:
    """A list of rules: what layers say together, from the last `select` on."""
    layers = settings.layers
    chosen = [n for n, layer in enumerate(layers) if not isinstance(layer.values.select, UnsetType)]
    names: dict[str, None] = {}
    places = []
    for layer in layers[chosen[-1] if chosen else 0 :]:
        if key == "ignore" and not isinstance(layer.values.extend_select, UnsetType):
            names = {one: None for one in names if one not in layer.values.extend_select}
        said = _field(layer.values, key)
        if said is not msgspec.UNSET:
            names.update(dict.fromkeys(said))
            places.append(_place(layer, (key,), lang))
    if not places:
        yield _nothing(key, usual, lang)
        return
    yield f"{key} = {_toml(list(names))}", Words("、", ", ").say(lang).join(places)


def _single(settings: Settings, key: str, usual: str | Words, lang: str) -> Iterator[Row]:
    said = list(settings.said(lambda one: _field(one, key)))
    if said:
        value, layer = said[-1]
        yield f"{key} = {_toml(value)}", _place(layer, (key,), lang)
    elif isinstance(usual, Words):
        yield _nothing(key, usual, lang)
    else:
        yield f"{key} = {_toml(usual)}", _USUAL.say(lang)


def _paths(
    settings: Settings, key: str, get: Callable[[Values], Sequence[str] | UnsetType], lang: str
) -> Iterator[Row]:
    """Files or folders: those of all layers."""
    said = list(settings.said(get))
    if not said:
        yield _nothing(key, Words("无", "none"), lang)
        return
    places = Words("、", ", ").say(lang).join(_place(layer, (key,), lang) for _, layer in said)
    yield f"{key} = {_toml([name for names, _ in said for name in names])}", places


def _by_name(
    settings: Settings, key: str, get: Callable[[Values], Mapping[str, Any] | UnsetType], lang: str
) -> Iterator[Row]:
    """The values of a table, each from the last layer that names it."""
    found = {name: (value, layer) for values, layer in settings.said(get) for name, value in values.items()}
    for name, (value, layer) in found.items():
        yield f"{key}.{_key(name)} = {_toml(value)}", _place(layer, (key, name), lang)


def _weights(settings: Settings, profile: Profile | None, lang: str) -> Iterator[Row]:
    """Those that were said, and the profile's for the rest."""
    said = list(_by_name(settings, "weights", of_file(lambda one: _given(one.weights)), lang))
    if profile is None:
        yield _nothing("weights", Words("按单位层级的评分方案", "those of the level's profile"), lang)
    else:
        named = settings.weights
        origin = Words(f"评分方案 {profile.id}", f"profile {profile.id}").say(lang)
        for group, points in profile.weights.items():
            if group not in named:
                yield f"weights.{group} = {_toml(points)}", origin
    yield from said


def _options(settings: Settings, lang: str) -> Iterator[Row]:
    for options, layer in settings.said(of_file(lambda one: one.options)):
        for rule, changes in options.items():
            for name, value in changes.items():
                yield (
                    f"options.{_key(rule)}.{_key(name)} = {_toml(value)}",
                    _place(layer, ("options", rule, name), lang),
                )


def _field(values: Values, key: str) -> Any:
    """The value of a key; unset where overrides do not have it."""
    return getattr(values, key.replace("-", "_"), msgspec.UNSET)


def _nothing(key: str, usual: Words, lang: str) -> Row:
    return f"# {key}: {usual.say(lang)}", _USUAL.say(lang)


def _place(layer: Layer, key: Key, lang: str) -> str:
    """`nianbao.toml:3`, or the command line."""
    if layer.source is None:
        return _COMMAND_LINE.say(lang)
    return f"{layer.source.path}:{layer.source.line((*layer.at, *key))}"


def _toml(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(name)} = {_toml(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return (
        json.dumps(value, ensure_ascii=False) if isinstance(value, str | bool | int | float) else str(value)
    )


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)
