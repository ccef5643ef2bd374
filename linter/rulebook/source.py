"""YAML as rule files use it: mappings, sequences and scalars, each with the line it stands on.

Stricter than YAML 1.1: no anchors, aliases, tags, repeated keys or second document; only `true` and `false`
are truth values, only plain digits are numbers (`on`, `no`, `12:30`, `007` are texts)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from linter.language.mistakes import in_chinese
from linter.model.errors import UsageError
from linter.rulebook.folders import content
from linter.rulebook.located import Key, Source, fault

MAX_DEPTH = 20

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


def read_source(path: Path) -> Source:
    """Read a YAML file; UsageError, with the line, for whatever is wrong with it."""
    return parse_source(path, _text(path))


def parse_source(path: Path, text: str) -> Source:
    """The same of a text; `path` is for the errors."""
    lines: dict[Key, int] = {(): 1}
    try:
        events = yaml.parse(text, Loader=_LOADER)
        next(events), next(events)  # the stream starts, the document starts
        value = _value(path, next(events), events, (), lines)
        next(events)
        if not isinstance(after := next(events), yaml.StreamEndEvent):
            raise _refused(path, after, (), "一个文件只能有一份内容", "a file holds one document only")
    except StopIteration:
        raise fault(path, 1, (), "文件是空的", "the file is empty") from None
    except yaml.YAMLError as error:
        mark: Any = getattr(error, "problem_mark", None)  # a ReaderError has a position instead
        line = mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0)) + 1
        problem = str(getattr(error, "problem", None) or error).partition("\n")[0]
        zh, en = f"YAML 写法有误：{in_chinese(problem)}", f"not valid YAML ({problem})"
        raise fault(path, line, (), zh, en) from None
    return Source(path, value, lines)


def _text(path: Path) -> str:
    data = content(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise fault(path, line, (), "文件不是 UTF-8 编码", "the file is not in UTF-8") from None


def _value(path: Path, event: Any, events: Iterator[Any], key: Key, lines: dict[Key, int]) -> Any:
    """The value that starts with `event`."""
    lines.setdefault(key, _line(event))
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise _refused(path, event, key, "不能用锚点和别名（& *）", "no anchors, no aliases (& *)")
    if event.tag is not None:
        raise _refused(path, event, key, "不能用标签（!）", "no tags (!)")
    if len(key) > MAX_DEPTH:
        raise _refused(path, event, key, f"嵌套超过 {MAX_DEPTH} 层", f"nested deeper than {MAX_DEPTH} levels")
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_value(path, event, events, (*key, len(items)), lines))
        return items
    return _mapping(path, events, key, lines)


def _mapping(path: Path, events: Iterator[Any], key: Key, lines: dict[Key, int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent) or event.anchor is not None or event.tag is not None:
            raise _refused(path, event, key, "键只能是文字", "a key must be a plain text")
        name = event.value
        if name in found:
            first = lines[(*key, name)]
            zh, en = f"这个键在第 {first} 行已经写过", f"this key stands on line {first} already"
            raise _refused(path, event, (*key, name), zh, en)
        lines[(*key, name)] = _line(event)
        found[name] = _value(path, next(events), events, (*key, name), lines)
    return found


def _scalar(event: Any) -> Any:
    text: str = event.value
    if not event.implicit[0]:  # quoted or a block: always a text
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _refused(path: Path, event: Any, key: Key, zh: str, en: str) -> UsageError:
    return fault(path, _line(event), key, zh, en)


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1
