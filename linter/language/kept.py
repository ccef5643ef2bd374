"""What depends on a text alone is worked out once: reports share most of their sentences, clauses and table lines."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

_Rest = ParamSpec("_Rest")
_Made = TypeVar("_Made")
_OfText = Callable[Concatenate[str, _Rest], _Made]


def kept(longest: int = 400, most: int = 8192) -> Callable[[_OfText[_Rest, _Made]], _OfText[_Rest, _Made]]:
    """For a function of a text (and of what else can be hashed): what it made of the last `most` texts of up to
    `longest` characters is kept. Longer ones are worked out anew each time, so that memory stays bounded."""

    def keeping(function: _OfText[_Rest, _Made]) -> _OfText[_Rest, _Made]:
        once: Any = lru_cache(maxsize=most)(function)
        anew: Any = function

        @wraps(function)
        def asked(text: str) -> Any:
            return once(text) if len(text) <= longest else anew(text)

        @wraps(function)
        def asked_more(text: str, *rest: Any, **named: Any) -> Any:
            return once(text, *rest, **named) if len(text) <= longest else anew(text, *rest, **named)

        # Most functions want the text alone, and handing on nothing else takes half the time.
        return cast("_OfText[_Rest, _Made]", asked if anew.__code__.co_argcount == 1 else asked_more)

    return keeping
