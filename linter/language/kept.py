"""What depends on a text alone is worked out once: reports share most of their sentences, clauses and table lines."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

_Rest = ParamSpec("_Rest")
_Made = TypeVar("_Made")
_OfText = Callable[Concatenate[str, _Rest], _Made]


def kept(longest: int = 400, most: int = 8192) -> Callable[[_OfText[_Rest, _Made]], _OfText[_Rest, _Made]]:
    """For a function of a text (and of what else can be hashed): what it made of the last `most` texts of up to
    `longest` characters is kept. Longer ones are worked out anew each time, so that memory stays bounded."""

    def keeping(function: _OfText[_Rest, _Made]) -> _OfText[_Rest, _Made]:
        once = cast("_OfText[_Rest, _Made]", lru_cache(maxsize=most)(function))

        @wraps(function)
        def asked(text: str, /, *rest: _Rest.args, **named: _Rest.kwargs) -> _Made:
            if len(text) > longest:
                return function(text, *rest, **named)
            return once(text, *rest, **named)

        return asked

    return keeping
