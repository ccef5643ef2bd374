"""Regular expressions from rule files: which of them could take long on some text, and why."""

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.language.mistakes import in_chinese
from linter.model.errors import UsageError
from linter.model.finding import Words

_PIECE = re.compile(
    r"(?P<atom>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<open>\((?:\?(?:P?<?[=!]|P?<\w+>|[a-zA-Z-]*:|>|[a-zA-Z]+(?=\))|P=\w+))?)|(?P<close>\))"
    r"|(?P<or>\|)|.)(?:(?P<sign>[*+?])[?+]?|\{(?P<least>\d*)(?P<to>,?)(?P<most>\d*)\}[?+]?)?",
    re.S,
)
_MOST = 40_000
_FEW = 4
_UNBOUNDED = Words(
    "重复要有上限，如 {0,20}，不能用 * + {n,}",
    "a repetition needs an upper limit: {0,20}, not * or + or {n,}",
)
_NESTED = Words(
    f"含有重复或 | 的括号最多再重复 {_FEW} 次",
    f"a group with a repetition or a | inside repeats at most {_FEW} times",
)
_COSTLY = Words(
    "各处重复的上限乘起来太大，请缩小", "the limits of its repetitions multiply to too much; lower them"
)


@lru_cache(maxsize=256)
def compiled(expression: str) -> re.Pattern[str]:
    """The expression, ready to search with; UsageError if it is none."""
    try:
        return re.compile(expression)
    except re.error as error:
        zh, en = (
            f"正则表达式 {expression} 有误：{in_chinese(str(error))}",
            f"bad regular expression {expression}: {error}",
        )
        raise UsageError(zh, en) from None


def objection(expression: str) -> Words | None:
    """Why an expression cannot be used: it is none, or on some text its time would outgrow the text."""
    try:
        re.compile(expression)
    except re.error as error:
        return Words(f"正则表达式有误：{in_chinese(str(error))}", f"bad regular expression: {error}")
    try:
        _sequence(_PIECE.finditer(expression))
    except _TooCostlyError as error:
        return error.words
    return None


class _TooCostlyError(Exception):
    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def _sequence(pieces: Iterator[re.Match[str]]) -> tuple[int, bool, re.Match[str] | None]:
    """Of what stands up to the closing bracket: in how many ways it can match, whether it is plain (without
    choice: no | and no repetition of varying number), and the bracket with its repetition."""
    ways, others, plain = 1, 0, True
    for piece in pieces:
        if piece["close"]:
            return ways + others, plain, piece
        if piece["or"]:
            ways, others, plain = 1, others + ways, False
            continue
        inner, simple, end = _sequence(pieces) if piece["open"] else (1, True, piece)
        least, most = _bounds(end or piece)
        if most is None:
            raise _TooCostlyError(_UNBOUNDED)
        if most > _FEW and not simple:
            raise _TooCostlyError(_NESTED)
        plain = plain and simple and least == most
        ways *= inner ** min(most, _FEW) * (most - least + 1)
        if ways > _MOST:
            raise _TooCostlyError(_COSTLY)
    return ways + others, plain, None


def _bounds(piece: re.Match[str]) -> tuple[int, int | None]:
    """How often at least and at most (None: no limit) a piece repeats."""
    sign, least, most = piece["sign"], piece["least"], piece["most"]
    if sign:
        return (1 if sign == "+" else 0), (1 if sign == "?" else None)
    if least is None:
        return 1, 1
    if not piece["to"]:
        return int(least), int(least)
    return int(least or 0), (int(most) if most else None)
