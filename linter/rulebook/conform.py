"""Values of a file made into typed ones; what does not fit is said with file, line and key."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

import msgspec

from linter.language.mistakes import in_chinese
from linter.model.errors import UsageError
from linter.model.finding import Words
from linter.rulebook.located import Key, Source

T = TypeVar("T")
Schema = Mapping[str, Any]

_PLACED = re.compile(r"(.*) - at `(key` in `)?\$(.*)`", re.DOTALL)
_STEP = re.compile(r"\.([^.\[]+)|\[([0-9]+|\.\.\.)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`")
_MISSING = re.compile(r"Object missing required field `(.*)`")
_EXPECTED = re.compile(r"Expected (.*?)(?:, got (.*))?")
_ENUM = re.compile(r"Invalid enum value (.*)")
_TYPE = re.compile("[a-z]+")
_WRITTEN = re.compile("matching regex '(.*)'")
_TYPES = {
    "str": "文字",
    "int": "整数",
    "float": "数",
    "bool": "true/false",
    "null": "空",
    "array": "列表",
    "object": "键值",
    "date": "日期",
    "time": "时间",
    "datetime": "日期时间",
}


def conform(source: Source, value: Any, to: type[T], key: Key = ()) -> T:
    """`value`, which stands at `key` of `source`, as a `to`; UsageError if it is none."""
    try:
        return msgspec.convert(value, to, str_keys=True)
    except msgspec.ValidationError as error:
        raise _located(source, value, to, key, str(error)) from None


def _located(source: Source, value: Any, to: type, key: Key, message: str) -> UsageError:
    """msgspec's message in our words, at the line it is about."""
    problem, of_key, path = message, None, ""
    if placed := _PLACED.fullmatch(message):
        problem, of_key, path = placed.groups()
    at = _way(value, to, f"{path}[...]" if of_key else path, message)
    schema = _at(to, at)
    name, zh, en = _said(problem, schema.get("enum", ()))
    if _UNKNOWN.fullmatch(problem) and (
        near := get_close_matches(name, schema.get("properties", ()), 1, 0.6)
    ):
        zh, en = f"{zh}，是不是 {near[0]}？", f"{en}; did you mean {near[0]}?"
    return source.fault((*key, *at, name) if name else (*key, *at), zh, en)


def described(message: str) -> Words:
    """msgspec's message about a value that stands in no file of ours: `previous：应为 文字，实为 整数`."""
    placed = _PLACED.fullmatch(message)
    name, zh, en = _said(placed[1] if placed else message)
    where = ".".join(one for one in ((placed[3] if placed else "").removeprefix("."), name) if one)
    return Words(f"{where}：{zh}", f"{where}: {en}") if where else Words(zh, en)


def _said(problem: str, allowed: Iterable[object] = ()) -> tuple[str, str, str]:
    """The key that should not be there, or should (else empty), and what is wrong, in Chinese and English;
    `allowed` are the values that would do, if few."""
    if unknown := _UNKNOWN.fullmatch(problem):
        return unknown[1], "没有这个键", "there is no such key"
    if missing := _MISSING.fullmatch(problem):
        return missing[1], "缺少这个键", "this key is missing"
    return "", *_wrong(problem, " ".join(map(str, allowed)))


def _wrong(problem: str, allowed: str) -> tuple[str, str]:
    """What is wrong with a value."""
    if problem in ("Expected `str` of length >= 1", "Expected `array` of length >= 1"):
        return "不能为空", "must not be empty"
    if enum := _ENUM.fullmatch(problem):
        only = (f"，只能是 {allowed}", f", only one of {allowed}") if allowed else ("", "")
        return f"不能是 {enum[1]}{only[0]}", f"cannot be {enum[1]}{only[1]}"
    expected = _EXPECTED.fullmatch(problem)
    if not expected:
        return in_chinese(problem), problem
    wanted, got = expected.groups()
    if pattern := _WRITTEN.search(wanted):
        return f"写法不对，要合乎 {pattern[1]}", f"not of the form {pattern[1]}"
    if got is None:
        return f"应为 {_in_chinese(wanted)}", f"expected {wanted.replace('`', '')}"
    zh, en = (
        f"应为 {_in_chinese(wanted)}，实为 {_in_chinese(got)}",
        f"expected {wanted}, got {got}".replace("`", ""),
    )
    is_text = wanted.startswith("`str") and got in ("`int`", "`float`", "`bool`")
    return (f"{zh}，请加引号", f"{en}; put it in quotes") if is_text else (zh, en)


def _in_chinese(types: str) -> str:
    types = types.replace("`", "").replace(" of length ", "，长度 ")
    return _TYPE.sub(lambda name: _TYPES.get(name[0], name[0]), types).replace(" | ", " 或 ")


def _way(value: Any, to: type, path: str, message: str) -> Key:
    """The keys of `path`; where msgspec writes `[...]` for a key of a mapping, the one that is to blame."""
    at: Key = ()
    for name, item in _STEP.findall(path):
        step: str | int = name or (int(item) if item != "..." else "")
        if item == "...":
            blamed = (one for one in _get(value, at) if _message(_only(value, at, one), to) == message)
            step = next(blamed, "")
        if step == "":
            break
        at = (*at, step)
    return at


def _get(value: Any, at: Key) -> Any:
    for step in at:
        value = value[step]
    return value


def _only(value: Any, at: Key, name: str) -> Any:
    """`value` with all keys but `name` left out of the mapping at `at`."""
    if not at:
        return {name: value[name]}
    inner = _only(value[at[0]], at[1:], name)
    if isinstance(value, list):
        return [inner if number == at[0] else one for number, one in enumerate(value)]
    return {**value, at[0]: inner}


def _message(value: Any, to: type) -> str:
    try:
        msgspec.convert(value, to, str_keys=True)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def _at(to: type, at: Key) -> Schema:
    """The JSON schema of what stands at `at` in a `to`."""
    (top,), components = msgspec.json.schema_components([to], ref_template="{name}")
    schema: Schema = _resolved(top, components)
    for step in at:
        inner = schema.get("properties", {}).get(step) if isinstance(step, str) else schema.get("items")
        schema = _resolved(inner or schema.get("additionalProperties") or {}, components)
    return schema


def _resolved(schema: Schema, components: Mapping[str, Schema]) -> Schema:
    """`schema` without references; of alternatives the one with keys of its own, else the first."""
    if "$ref" in schema:
        return components[schema["$ref"]]
    several = [_resolved(one, components) for one in schema.get("anyOf", ())]
    return next((one for one in several if "properties" in one), several[0]) if several else schema
