"""Which lines of a text are statutory tables: they are kept line by line and never reflowed.

A table is found by its head (or, after an interruption, by rows that stand nowhere else) and goes on as
long as lines consist of its labels and of numbers. What is wrapped, broken or out of order inside it is no
matter here: a line is judged by its pieces, not by its place."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.language.kept import kept
from linter.language.labels import (
    DASHES,
    DISCLOSURE_HEADER,
    LABELS,
    ODD_VALUE,
    REQUEST_ROW,
    fold,
    is_label,
    normal,
    number,
    resembles_label,
    shows,
)
from linter.language.late import late

_PIECE = late(r"[^\s|]+")
_START = late(
    r"^\|*(?:(?P<t2>第二十条第\(|信息内容|本年制发|本年新[制公]|(?:规章|(?:行政)?规范性文件|行政(?:许可|处罚|强制|事业性收费)|政府集中采购)[0-9.,|]+$)"
    rf"|(?P<t3>\(本列数据|申请人情况|自然人|自然$|法人或其他|{REQUEST_ROW.pattern})"
    r"|(?P<t4>行政复议|行政诉讼|结果维持|结果$|未经复议))",
)
_NO_START = late(r"(?![第信本规行政申自法结未一二三四])[一-鿿]|\d\d|$")
"""The front of a line that `_START` cannot match, however it is written."""
_SECTION = late(r"[一二三四五六七]\.(?=.)(?!本|上年|结转)")
_HEADING = late(r"总体情况|主动公开政府|收到和处理|复议.{0,3}诉讼情况|问题|改进|报告的?事项")
_RULE = late(r"[-:|+=─━—\s]+")
_DIGITS = "0123456789.,|"
_ZEROS_FOR = "0123456789 "
_ZEROS = " 0 0 0 0 0 0 0"
_LONGEST_NUMBER = 15  # digits
_VALUE = late(r"(?<![^\s|])[-+0-9.,/]+(?![^\s|])")
_VALUES = late(r"(?:(?<!\S)[0-9][0-9.]{0,14}\s+){6,20}[0-9][0-9.]{0,14}\s*$")
_REQUEST_COLUMNS = 7  # of numbers, in table three
_LONGEST = 20_000  # characters of a line that may be a whole table
_LONGEST_KEPT = 200


class _Line(NamedTuple):
    """A line as it is compared with labels, the same without white space, and the table that it may begin."""

    plain: str
    bare: str
    begins: str


def regions(lines: Sequence[str]) -> tuple[range, ...]:
    """The indices of the lines of each statutory table, blank lines inside it included. A table begins at
    its head and ends after its last value; headings of sections and sentences are never in it."""
    lines = [_alike(line) if line[-1:].isdigit() and not line.endswith(_ZEROS) else line for line in lines]
    found: list[range] = []
    free = 0  # the first line not yet spoken for
    for n, line in enumerate(lines):
        if n < free or _NO_START.match(line):
            continue
        table = _read(line).begins
        if not table or not _belongs(line, table):
            continue
        region = _around(lines, n, table, free)
        if _is_table(lines[region.start : region.stop], table, bool(found)):
            found.append(_trimmed(lines, region))
        free = region.stop
    return _united([*found, *_by_values(lines, found)])


def _alike(line: str) -> str:
    """A line with 0 for each number that ends it: those that differ in these alone are judged as one."""
    words = line.rstrip(_ZEROS_FOR)
    values = line[len(words) :]
    count = values.count(" ")
    if words and values[:1] == " " and len(values) - count <= _LONGEST_NUMBER and "  " not in values:
        return words + " 0" * count
    return line


@kept(_LONGEST_KEPT)
def _read(text: str) -> _Line:
    """What a line says."""
    plain = normal(text)
    bare = "".join(plain.split())
    match = _START.match(bare)
    return _Line(plain, bare, match.lastgroup or "" if match else "")


def _by_values(lines: Sequence[str], found: Sequence[range]) -> Iterator[range]:
    """Tables three and four whose labels are broken over lines, a column beside the other, so that no label stands
    there whole: they are known by their rows of numbers."""
    spoken = {n for region in found for n in region}
    others = [(n, line) for n, line in enumerate(lines) if n not in spoken and not _ends_in_words(line)]
    rows = [(n, match) for n, line in others if (match := _row_of_values(_read(line).plain))]
    places = [n for n, _ in rows]
    free = 0
    for n, match in rows:
        table = "t4" if len(match[0].split()) > _REQUEST_COLUMNS + 1 else "t3"
        if n < free or not _belongs(lines[n], table):
            continue
        region = _around(lines, n, table, free)
        free = region.stop
        numbers = bisect_left(places, region.stop) - bisect_left(places, region.start)
        if len(region) > numbers >= (3 if table == "t3" else 1):
            yield _trimmed(lines, region)


def _united(found: Iterable[range]) -> tuple[range, ...]:
    """The regions in order, those that overlap as one."""
    made: list[range] = []
    for one in sorted(found, key=lambda one: (one.start, one.stop)):
        if made and one.start < made[-1].stop:
            made[-1] = range(made[-1].start, max(made[-1].stop, one.stop))
        else:
            made.append(one)
    return tuple(made)


def _ends_in_words(line: str) -> bool:
    return not line or line[-1] in "。；：" or "一" <= line[-1] <= "鿿"


def _row_of_values(line: str) -> re.Match[str] | None:
    return _VALUES.search(line) if len(line) <= _LONGEST and line[-1:].isdigit() else None


def _around(lines: Sequence[str], line: int, table: str, free: int) -> range:
    """The run of lines that belong to the table around `line`. Before it only pure labels count: a heading
    or a sentence above a table must not be taken for its head."""
    start, stop = line, line + 1
    while start > free and _is_head(lines[start - 1], table):
        start -= 1
    while stop < len(lines) and _belongs(lines[stop], table):
        stop += 1
    return range(start, stop)


def _is_head(text: str, table: str) -> bool:
    """Whether a line is blank or nothing but labels."""
    line, labels = _read(text), LABELS[table]
    return len(line.bare) <= _LONGEST and (
        line.bare in labels or all(is_label(fold(piece), labels) for piece in _PIECE.findall(line.plain))
    )


@kept(_LONGEST_KEPT)
def _belongs(line: str, table: str) -> bool:
    """Whether a line is part of the table: labels and numbers, or a row with an edited label; or blank."""
    (plain, bare, _), labels = _read(line), LABELS[table]
    if len(bare) > _LONGEST:
        return False
    if bare.rstrip(_DIGITS) in labels or _RULE.fullmatch(plain):
        return True
    words = [piece for piece in _PIECE.findall(plain) if not is_value(piece)]
    if all(is_label(fold(piece), labels) for piece in words):
        return True
    values = len(_PIECE.findall(plain)) - len(words)
    if values < 3 and (_SECTION.match(bare) or _HEADING.search(bare)):
        return False
    if (values >= 3 and len(words) <= values) or _is_row(words, labels):
        return True
    return all(resembles_label(fold(piece), labels) for piece in words)


def _is_row(words: Sequence[str], labels: str) -> bool:
    """Whether the words are a label and something odd where a number should be: 行政许可 3件."""
    first, *others = map(fold, words)
    return bool(others) and is_label(first, labels) and all(ODD_VALUE.fullmatch(one) for one in others)


def is_value(piece: str) -> bool:
    """Whether a piece between white space can be a cell's value: a number, or a mark for none."""
    return piece in DASHES or piece == "无" or number(piece) is not None


def _is_table(run: Sequence[str], table: str, resumed: bool) -> bool:
    """Whether a run of lines is a table and not prose that happens to consist of its words."""
    lines = [_read(line) for line in run]
    text = "".join([line.bare for line in lines]).replace("|", "")
    if table == "t3":
        return (len(lines) >= 10 or _values(lines) >= 3) and shows(text, "t3")
    return shows(text, table) or (
        table == "t2" and resumed and _values(lines) > 0 and not DISCLOSURE_HEADER.search(text)
    )


def _values(lines: Sequence[_Line]) -> int:
    return len(_VALUE.findall("\n".join([line.plain for line in lines])))


def _trimmed(lines: Sequence[str], region: range) -> range:
    """Without the blank lines at both ends."""
    start, stop = region.start, region.stop
    while not _read(lines[start]).bare:
        start += 1
    while not _read(lines[stop - 1]).bare:
        stop -= 1
    return range(start, stop)
