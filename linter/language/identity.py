"""A key for what is worked out once for an object, however much it holds."""

from typing import Generic, TypeVar

_One = TypeVar("_One")


class Same(Generic[_One]):
    """Equal only to what stands for the very same object: neither hashed nor compared by what that holds."""

    __slots__ = ("one",)

    def __init__(self, one: _One) -> None:
        self.one = one

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.one is other.one

    def __hash__(self) -> int:
        return id(self.one)
