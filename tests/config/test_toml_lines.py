"""Every key of a TOML text is found, on its line."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.config.show import _toml
from linter.config.toml_lines import key_lines
from linter.rulebook.located import Key

TEXT = '''\
# = [ "
a = 1.5  # x = 2
"q.r".s = ["a", # [
  "b,]", """
x = 1
""""", {k = 1, m.n = [2]},
]
[t . 'u']
d = 1979-05-27 07:32:00
[[o]]
files = []
[[o.p]]
z = {}
[[o]]
y = "\\"#"
l = \'\'\'
[no]\'\'\'
[o.x]
w = true
'''
LINES = {
    (): 1,
    ("a",): 2,
    ("q.r",): 3,
    ("q.r", "s"): 3,
    ("q.r", "s", 0): 3,
    ("q.r", "s", 1): 4,
    ("q.r", "s", 2): 4,
    ("q.r", "s", 3): 6,
    ("q.r", "s", 3, "k"): 6,
    ("q.r", "s", 3, "m"): 6,
    ("q.r", "s", 3, "m", "n"): 6,
    ("q.r", "s", 3, "m", "n", 0): 6,
    ("t",): 8,
    ("t", "u"): 8,
    ("t", "u", "d"): 9,
    ("o",): 10,
    ("o", 0): 10,
    ("o", 0, "files"): 11,
    ("o", 0, "p"): 12,
    ("o", 0, "p", 0): 12,
    ("o", 0, "p", 0, "z"): 13,
    ("o", 1): 14,
    ("o", 1, "y"): 15,
    ("o", 1, "l"): 16,
    ("o", 1, "x"): 18,
    ("o", 1, "x", "w"): 19,
}


def ways(value: Any, way: Key = ()) -> Iterator[Key]:
    """The way to each key and item of a value."""
    yield way
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from ways(one, (*way, key))


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n")])
def test_each_key_and_item_has_its_line(text: str) -> None:
    assert (key_lines(text), set(ways(tomllib.loads(text)))) == (LINES, set(LINES))


names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6)
values = st.recursive(
    st.integers(-(2**40), 2**40) | st.booleans() | names | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(names, values, max_size=5))
def test_whatever_stands_there_no_key_is_missed(content: dict[str, Any]) -> None:
    text = "".join(f"{_toml({key: value})[1:-1]}\n" for key, value in content.items())
    starts = {(key,): number for number, key in enumerate(content, start=1)}
    lines = key_lines(text)
    assert (set(lines), {way: lines[way] for way in starts}) == (set(ways(tomllib.loads(text))), starts)


@pytest.mark.parametrize(
    "text", ['a = """' + '"" ' * 20_000 + '"""', "a = [" + "[],{}," * 20_000 + "]", "#" * 100_000]
)
def test_a_large_text_takes_no_longer_than_it_must(text: str) -> None:
    assert key_lines(text)[()] == 1
