"""On which line of a TOML text each key and each item stands: Python's own TOML reader does not say."""

import re
import tomllib
from collections.abc import Mapping

from linter.rulebook.located import Key

_TOKEN = re.compile(
    r"""(?P<text>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
    r"""|(?P<skip>[ \t\r]+|\#[^\n]*)|(?P<mark>[\n\[\]{},=.])|(?P<word>[^\s\[\]{},=.\#"']+)""",
    re.DOTALL,
)

Tokens = list[tuple[str, int]]
"""What is left of the text, the next token last: its words and its line. The first one, without words, is the
end and is never taken."""


def key_lines(text: str) -> Mapping[Key, int]:
    """The line (from 1) of each key, item and table of a TOML text that has been found valid."""
    lines: dict[Key, int] = {(): 1}
    counts: dict[Key, int] = {}
    tokens = _tokens(text)
    table: Key = ()
    while (word := tokens[-1][0]) != "":
        line = tokens[-1][1]
        if word == "\n":
            tokens.pop()
        elif word == "[":
            table = _header(tokens, counts)
            _put(lines, table, line)
        else:
            _pair(tokens, table, lines)
    return lines


def _tokens(text: str) -> Tokens:
    found, line = [], 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "skip":
            found.append((match[0], line))
        line += match[0].count("\n")
    return [("", line), *reversed(found)]


def _header(tokens: Tokens, counts: dict[Key, int]) -> Key:
    """The way to the table that `[a.b]` opens, or to the item that `[[a.b]]` adds to its list."""
    tokens.pop()
    is_item = tokens[-1][0] == "["
    if is_item:
        tokens.pop()
    *above, last = _names(tokens, "]")
    way: Key = ()
    for name in above:
        way = _newest((*way, name), counts)
    way = (*way, last)
    if is_item:
        tokens.pop()
        counts[way] = counts.get(way, 0) + 1
    return _newest(way, counts)


def _newest(way: Key, counts: Mapping[Key, int]) -> Key:
    """The last item so far, if `way` leads to a list of tables."""
    return (*way, counts[way] - 1) if way in counts else way


def _names(tokens: Tokens, end: str) -> list[str]:
    """The parts of a dotted key; goes past the `end` after it."""
    names = []
    while (word := tokens.pop()[0]) != end:
        if word != ".":
            names.append(_plain(word))
    return names


def _plain(word: str) -> str:
    """A key without its quotes."""
    return str(tomllib.loads(f"key = {word}")["key"]) if word[0] in "\"'" else word


def _pair(tokens: Tokens, table: Key, lines: dict[Key, int]) -> None:
    """Past `a.b = value`."""
    line = tokens[-1][1]
    way = (*table, *_names(tokens, "="))
    _put(lines, way, line)
    _value(tokens, way, lines)


def _value(tokens: Tokens, way: Key, lines: dict[Key, int]) -> None:
    """Past one value, noting what stands within it."""
    if tokens[-1][0] in ("[", "{"):
        _inside(tokens, way, lines, is_list=tokens.pop()[0] == "[")
        return
    while tokens[-1][0] not in ("\n", ",", "]", "}", ""):
        tokens.pop()


def _inside(tokens: Tokens, way: Key, lines: dict[Key, int], *, is_list: bool) -> None:
    """Past the items of a list, or the pairs of a table in braces, and the mark that closes it."""
    number = 0
    while (word := tokens[-1][0]) not in ("]", "}", ""):
        if word in ("\n", ","):
            tokens.pop()
        elif is_list:
            _put(lines, (*way, number), tokens[-1][1])
            _value(tokens, (*way, number), lines)
            number += 1
        else:
            _pair(tokens, way, lines)
    tokens.pop()


def _put(lines: dict[Key, int], way: Key, line: int) -> None:
    """Note the line of `way`, and of all above it that have none yet."""
    for end in range(1, len(way) + 1):
        lines.setdefault(way[:end], line)
