"""Token patterns as rule files write them: those of spaCy's Matcher, without what could take long."""

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from linter.language import expressions
from linter.model.finding import Words

_MOST_WAYS = 2_000  # in which a pattern's repetitions can add up: spaCy tries them one by one

Operator = Annotated[str, Meta(pattern=r"^(?:[!?]|\{[0-9]{1,2}(?:,[0-9]{1,2})?\})$")]
Comparison = Literal["==", "!=", ">=", "<=", ">", "<"]


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an attribute is like: found by an expression, one of some, none of some."""

    REGEX: str | None = None
    IN: tuple[str, ...] | None = None
    NOT_IN: tuple[str, ...] | None = None


class Token(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A token as spaCy's Matcher describes it: `TEXT` or `ORTH` (the word), `TAG` (its part of speech, as jieba's
    posseg names them), `LENGTH` (in characters), `OP`: `!` not this one, `?`, `{n}`, `{n,m}`: how often. The
    edges of a sentence are tokens too, `"\\n"` with the tag `x`."""

    TEXT: str | Value | None = None
    ORTH: str | Value | None = None
    TAG: str | Value | None = None
    LENGTH: int | dict[Comparison, int] | None = None
    OP: Operator | None = None


def plain(tokens: tuple[Token, ...]) -> list[Mapping[str, object]]:
    """The tokens as spaCy takes them."""
    made: list[Mapping[str, object]] = msgspec.to_builtins(tokens)
    return made


def faulty(tokens: tuple[Token, ...]) -> Words | None:
    """Why spaCy could not use the tokens, or not in time."""
    ways = 1
    for number, one in enumerate(tokens):
        if one == Token() or one == Token(OP=one.OP):
            return Words(f"第 {number} 个词没有写明条件", f"token {number} says nothing of a word")
        for value in (one.TEXT, one.ORTH, one.TAG):
            if isinstance(value, Value) and value.REGEX and (reason := expressions.objection(value.REGEX)):
                return reason
        least, most = _bounds(one.OP)
        if most < max(least, 1):
            return Words(f"第 {number} 个词的 OP 上限太小", f"token {number}: the limit of OP is too low")
        ways *= most - least + 1
    zh, en = (
        "各处重复的上限乘起来太大，请缩小",
        "the limits of its repetitions multiply to too much; lower them",
    )
    return Words(zh, en) if ways > _MOST_WAYS else None


def _bounds(operator: str | None) -> tuple[int, int]:
    """How often at least and at most a token stands there."""
    if operator is None or operator in "!?":
        return (0 if operator == "?" else 1), 1
    least, _, most = operator[1:-1].partition(",")
    return int(least), int(most or least)
