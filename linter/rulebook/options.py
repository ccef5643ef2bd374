"""What a rule's `options` must look like: each check module says so in its `Options`."""

from collections.abc import Callable

import msgspec

from linter.checks import beside
from linter.model.finding import Words


def options_type(check: str) -> type[msgspec.Struct]:
    """The `Options` beside the check of that name (a key of CHECKS)."""
    options: type[msgspec.Struct] = beside(check, "Options")
    return options


def objection(check: str, options: msgspec.Struct) -> tuple[str, Words] | None:
    """The option that the check cannot work with, and why, if its module has an `objection` and that has one:
    what a type does not say (an expression that is none, a name that is not known)."""
    object_to: Callable[[msgspec.Struct], tuple[str, Words] | None] | None
    object_to = beside(check, "objection")
    return object_to(options) if object_to else None
